using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Server.Import;

/// <summary>
/// What people changed in the bot belongs to them: a row that comes again with other values leaves it alone. Read from the audit trail, in which
/// a change that was taken back again cancels out.
/// </summary>
internal sealed class PeoplesEdits
{
    private const char Between = '/';

    /// <summary>Fields that only make sense together: who edited one has edited all of them.</summary>
    private static readonly string[][] Together =
    [
        [nameof(Deal.Stage), nameof(Deal.Status), nameof(Deal.ClosedAt), nameof(Deal.StageSince), nameof(Deal.LostReason)],
        [nameof(Deal.Amount), nameof(Deal.Currency), nameof(Deal.ReviewedAmount), nameof(Deal.AmountInReview)],
        [nameof(Deal.NextStep), nameof(Deal.NextStepOn), nameof(Deal.NextStepAt)],
    ];

    /// <summary>Clocks that move with any work on a record: kept, but nobody edited them.</summary>
    private static readonly string[] Clocks = [nameof(Deal.LastActivityAt), nameof(Customer.LastInteractionAt)];

    private readonly HashSet<string> edited;

    private PeoplesEdits(HashSet<string> edited) => this.edited = edited;

    /// <summary>How many edits an import met and left as they are.</summary>
    public int Kept { get; private set; }

    public static async Task<PeoplesEdits> LoadAsync(SalesDb db, CancellationToken stop)
    {
        var values = new Dictionary<string, (string? First, string? Last)>(StringComparer.Ordinal);
        await foreach (var changes in db.Audit.AsNoTracking().Where(a => a.PersonId != null && !a.Refused).OrderBy(a => a.Id).Select(a => a.Changes).AsAsyncEnumerable().WithCancellation(stop))
        {
            foreach (var change in ChangeLog.FromJson(changes).Where(c => c.Kind == ChangeKind.Changed))
            {
                foreach (var field in change.Fields)
                {
                    var place = string.Join(Between, change.Record, change.Key, field.Field);
                    values[place] = (values.TryGetValue(place, out var known) ? known.First : field.Before, field.After);
                }
            }
        }

        return new PeoplesEdits([.. values.Where(v => v.Value.First != v.Value.Last).Select(v => Grouped(v.Key))]);
    }

    /// <summary>Of the fields that belong together the first, else the field itself.</summary>
    public static string Group(string field) => Together.FirstOrDefault(g => g.Contains(field, StringComparer.Ordinal))?[0] ?? field;

    /// <summary>Gives edited fields back the values that they have in the database. Call after changes were detected, before the save.</summary>
    public void Keep(EntityEntry<Record> entry)
    {
        var type = entry.Metadata.ClrType.Name;
        var mine = entry.Properties.Where(p => p.IsModified && edited.Contains(string.Join(Between, type, entry.Entity.Key, Group(p.Metadata.Name)))).ToList();
        Kept += mine.Where(p => !Equals(p.OriginalValue, p.CurrentValue)).Select(p => Group(p.Metadata.Name)).Except(Clocks, StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Count();
        foreach (var property in mine)
        {
            property.CurrentValue = property.OriginalValue;
            property.IsModified = false;
        }
    }

    private static string Grouped(string place)
    {
        var field = place.LastIndexOf(Between) + 1;
        return place[..field] + Group(place[field..]);
    }
}
