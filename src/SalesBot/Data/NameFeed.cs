using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Language.Names;

namespace SalesBot.Data;

/// <summary>Keeps the reader's index of names in step with the database: all of it at start, then what each turn changed.</summary>
internal sealed class NameFeed(Func<SalesDb> open, EntityIndex index)
{
    /// <summary>Fields that the reader does not know; a change of these alone, as each follow-up makes, is none to it.</summary>
    private static readonly string[] Unread =
        [nameof(Customer.LastInteractionAt), nameof(Deal.LastActivityAt), nameof(Deal.NextStep), nameof(Deal.NextStepOn), nameof(Deal.NextStepAt), nameof(Deal.StageSince), nameof(Deal.ParkedUntil)];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        await foreach (var alias in db.StageAliases.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            index.StageWords[alias.Label.ToLowerInvariant()] = alias.Stage;
        }

        foreach (var query in NamedRecords.All.Values)
        {
            await foreach (var record in query(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                index.Upsert(record.ToRecord());
            }
        }
    }

    /// <summary>Reads the changed records again and hands them to the index; removed ones leave it.</summary>
    public async Task ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var read = changes.Where(c => c.Kind != ChangeKind.Changed || c.Fields.Any(f => !Unread.Contains(f.Field, StringComparer.Ordinal))).ToLookup(c => c.Record, c => c.Key, StringComparer.Ordinal);
        if (read.Count == 0)
        {
            return;
        }

        await using var db = open();
        foreach (var (kind, query) in NamedRecords.All.Where(q => read.Contains(q.Key)))
        {
            var keys = read[kind].Distinct(StringComparer.Ordinal).ToList();
            foreach (var row in await query(db).Where(r => keys.Contains(r.Key)).ToListAsync(cancellationToken))
            {
                index.Upsert(row.ToRecord());
                keys.Remove(row.Key);
            }

            foreach (var gone in keys.Select(index.Get).OfType<NamedRecord>())
            {
                index.Remove(gone.Kind, gone.Key);
            }
        }
    }
}
