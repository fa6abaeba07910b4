using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesBot.Approvals;
using SalesBot.Data;
using Record = SalesBot.Data.Record;

namespace SalesBot.Tests.Talking.AtRandom;

/// <summary>All business records as they stand, so that two moments can be compared. Numbers and versions that the database gives are left out.</summary>
internal static class Rows
{
    /// <summary>Reviews follow the deals that they are about and stay in the trail when those go back.</summary>
    private static readonly ApprovalKind[] Following = [ApprovalKind.AmountReview, ApprovalKind.SplitReview];

    public static async Task<IReadOnlyDictionary<string, string>> TakeAsync(TestBot bot)
    {
        await using var db = bot.Open();
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Record)) && t.ClrType != typeof(Approver)))
        {
            var read = typeof(Rows).GetMethod(nameof(ReadAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.ClrType);
            foreach (var record in await (Task<List<Record>>)read.Invoke(null, [db])!)
            {
                if (record is not Approval approval || !Following.Contains(approval.Kind))
                {
                    rows[$"{type.ClrType.Name} {record.Key}"] = Text(type, record);
                }
            }
        }

        return rows;
    }

    /// <summary>What is different, a line each; empty when both are the same.</summary>
    public static string Difference(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        string.Join('\n', before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal)
            .Select(key => $"{key}\n  before {before.GetValueOrDefault(key)}\n  after  {after.GetValueOrDefault(key)}"));

    private static async Task<List<Record>> ReadAsync<T>(SalesDb db) where T : Record => [.. (await db.Set<T>().AsNoTracking().ToListAsync())];

    private static string Text(IEntityType type, Record record) => string.Join(", ", type.GetProperties().Where(p => p.Name is not (nameof(Record.Id) or nameof(Record.Version))).OrderBy(p => p.Name, StringComparer.Ordinal)
        .Select(p => $"{p.Name}={JsonSerializer.Serialize(p.PropertyInfo!.GetValue(record) is decimal number ? number / 1.0000m : p.PropertyInfo.GetValue(record))}"));
}
