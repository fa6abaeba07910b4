using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>"Why did it drop by 20k": who changed a deal's amount or day, when, and from what to what, as the audit trail has it; newest first.</summary>
internal static class FieldHistory
{
    private const int Most = 5;

    /// <summary>Older acts are no answer to what somebody wonders about.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(400);

    /// <summary>A line for each change; one that says there was none.</summary>
    /// <param name="field"><c>amount</c> or <c>close_date</c>.</param>
    public static async Task<IReadOnlyList<Word>> OfAsync(Act act, Deal deal, string field, CancellationToken cancellationToken)
    {
        var (name, since) = (field == "close_date" ? nameof(Deal.CloseDate) : nameof(Deal.Amount), act.Now - Back);
        var (key, marked) = ("\"" + deal.Key + "\"", "\"" + name + "\"");
        // Those who may change it: the trail is found by person.
        var people = act.Org.Everybody.Where(p => act.Org.Viewer(p).Sees(deal.OwnerId) && (p.May(Permission.WriteSales) || p.May(Permission.Decide))).Select(p => (long?)p.Id).ToList();
        var entries = await act.Db.Audit.AsNoTracking().Where(a => people.Contains(a.PersonId) && a.At >= since && !a.Refused && a.UndoneAt == null && a.Changes.Contains(key) && a.Changes.Contains(marked))
            .OrderByDescending(a => a.At).Take(Most * 2).ToListAsync(cancellationToken);
        var lines = entries.SelectMany(entry => ChangeLog.FromJson(entry.Changes).Where(c => c.Kind == ChangeKind.Changed && c.Record == nameof(Deal) && c.Key == deal.Key)
            .SelectMany(c => c.Fields).Where(f => f.Field == name).Select(f => new Word("Deal.changed_line", entry.At, Value(f.Before, deal), Value(f.After, deal), act.Org.Find(entry.PersonId)))).Take(Most).ToList();
        return lines.Count > 0 ? lines : [new Word("Deal.unchanged", new Word("Field.Deal." + name))];
    }

    private static object Value(string? json, Deal deal) => json is null ? new Word("Format.Unknown") : JsonSerializer.Deserialize<JsonElement>(json) switch
    {
        { ValueKind: JsonValueKind.Number } number => new Money(number.GetDecimal(), deal.Currency),
        { ValueKind: JsonValueKind.String } text when DateOnly.TryParseExact(text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var other => other.ToString(),
    };
}
