using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Approvals;
using SalesBot.Language.Names;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Data;

/// <summary>Keeps the reader's index of names in step with the database: all of it at start, then what each turn changed.</summary>
internal sealed class NameFeed(Func<SalesDb> open, EntityIndex index)
{
    private static readonly string[] Named = [nameof(Person), nameof(Team), nameof(Customer), nameof(Contact), nameof(Deal), nameof(Product), nameof(Contract), nameof(Quote), nameof(Approval), nameof(Approver), nameof(Todo)];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        foreach (var query in NamedRecords.All(db))
        {
            await foreach (var record in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                index.Upsert(record.ToRecord());
            }
        }
    }

    /// <summary>Reads the changed records again and hands them to the index; removed ones leave it.</summary>
    public async Task ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var keys = changes.Where(c => Named.Contains(c.Record, StringComparer.Ordinal)).Select(c => c.Key).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        await using var db = open();
        foreach (var query in NamedRecords.All(db))
        {
            foreach (var row in await query.Where(r => keys.Contains(r.Key)).ToListAsync(cancellationToken))
            {
                index.Upsert(row.ToRecord());
                keys.Remove(row.Key);
            }
        }

        foreach (var key in keys)
        {
            if (index.Get(key) is { } gone)
            {
                index.Remove(gone.Kind, key);
            }
        }
    }
}
