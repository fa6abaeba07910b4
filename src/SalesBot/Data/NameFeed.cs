using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Language.Names;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Data;

/// <summary>
/// Keeps the reader's index of names in step with the database: all of it at start, then what each turn changed, then, by the audit trail, what
/// other nodes and imports changed.
/// </summary>
internal sealed class NameFeed(Func<SalesDb> open, EntityIndex index, WordBook book)
{
    /// <summary>Numbers of audit entries are given out before the commit, so one of the last few may turn up after a higher one.</summary>
    private const int Overtaken = 100;

    private const int AtOnce = 1000;

    /// <summary>Fields that the reader does not know; a change of these alone, as each follow-up makes, is none to it.</summary>
    private static readonly string[] Unread =
        [nameof(Customer.LastInteractionAt), nameof(Deal.LastActivityAt), nameof(Deal.NextStep), nameof(Deal.NextStepOn), nameof(Deal.NextStepAt), nameof(Deal.StageSince), nameof(Deal.ParkedUntil)];

    private HashSet<long> seen = [];

    /// <summary>Done when the index knows all that there was; it fails as <see cref="LoadAsync"/> fails.</summary>
    public Task Loaded { get; private set; } = Task.CompletedTask;

    /// <summary>Reads all names, each kind on a connection of its own.</summary>
    /// <exception cref="DbException">The database cannot be read.</exception>
    public Task LoadAsync(CancellationToken cancellationToken) => Loaded = Task.Run(
        async () =>
        {
            await using var db = open();
            seen = [.. await NewestAsync(db, cancellationToken)];
            await LearnStagesAsync(db, cancellationToken);
            await Parallel.ForEachAsync(NamedRecords.All.Keys, cancellationToken, LoadKindAsync);
        },
        cancellationToken);

    /// <summary>Reads the changed records again and hands them to the index; removed ones leave it.</summary>
    public async Task ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var changed = changes.Where(c => c.Kind != ChangeKind.Changed || c.Fields.Any(f => !Unread.Contains(f.Field, StringComparer.Ordinal))).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        await Loaded.WaitAsync(cancellationToken);
        await using var db = open();
        if (changed.Exists(c => c.Record == nameof(Definition)))
        {
            await LearnStagesAsync(db, cancellationToken);
        }

        var read = changed.Select(c => (c.Record, c.Key)).Concat(await SeatedAsync(db, changed, cancellationToken)).ToLookup(c => c.Record, c => c.Key, StringComparer.Ordinal);
        foreach (var (kind, query) in NamedRecords.All.Where(q => read.Contains(q.Key)))
        {
            foreach (var keys in read[kind].Distinct(StringComparer.Ordinal).Chunk(AtOnce))
            {
                await ReadAgainAsync(query(db), keys, cancellationToken);
            }
        }
    }

    /// <summary>Reads again what others have changed since the last call: by the entries of the audit trail that were not there then.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        var newest = await NewestAsync(db, cancellationToken);
        if (newest.TrueForAll(seen.Contains))
        {
            return;
        }

        var after = seen.Count == 0 ? 0 : seen.Max() - Overtaken;
        var entries = await db.Audit.Where(a => a.Id > after && !a.Refused).OrderBy(a => a.Id).Select(a => new { a.Id, a.Changes }).ToListAsync(cancellationToken);
        await LearnStagesAsync(db, cancellationToken);
        await ApplyAsync([.. entries.Where(a => !seen.Contains(a.Id)).SelectMany(a => ChangeLog.FromJson(a.Changes))], cancellationToken);
        seen = [.. newest];
    }

    /// <summary>Whoever sits in an approval is part of it to the reader, though a record of its own.</summary>
    private static async Task<IEnumerable<(string Record, string Key)>> SeatedAsync(SalesDb db, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Where(c => c.Record == nameof(Approver)).SelectMany(c => c.Fields).Where(f => f.Field == nameof(Approver.ApprovalId))
            .Select(f => long.Parse(f.After ?? f.Before!, CultureInfo.InvariantCulture)).ToList();
        var keys = ids.Count == 0 ? [] : await db.Approvals.Where(a => ids.Contains(a.Id)).Select(a => a.Key).ToListAsync(cancellationToken);
        return keys.Select(key => (nameof(Approval), key));
    }

    private static Task<List<long>> NewestAsync(SalesDb db, CancellationToken cancellationToken) =>
        db.Audit.OrderByDescending(a => a.Id).Select(a => a.Id).Take(Overtaken).ToListAsync(cancellationToken);

    /// <summary>What stages are called: by other systems, and by the company in the process in force, which is also what we call them from now on.</summary>
    private async Task LearnStagesAsync(SalesDb db, CancellationToken cancellationToken)
    {
        var names = (await SalesProcess.LoadAsync(db, cancellationToken)).Names;
        var words = (await db.StageAliases.AsNoTracking().ToListAsync(cancellationToken)).Select(alias => (alias.Label, alias.Stage))
            .Concat(names.SelectMany(stage => new[] { stage.Value.En, stage.Value.Zh }.OfType<string>().Select(name => (Label: name, Stage: stage.Key))))
            .GroupBy(word => word.Label.ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Stage, StringComparer.Ordinal);
        foreach (var (label, stage) in words)
        {
            index.StageWords[label] = stage;
        }

        foreach (var label in index.StageWords.Keys.Where(label => !words.ContainsKey(label)))
        {
            index.StageWords.TryRemove(label, out _);
        }

        book.Stages = names;
    }

    private async ValueTask LoadKindAsync(string kind, CancellationToken cancellationToken)
    {
        await using var db = open();
        await foreach (var row in NamedRecords.All[kind](db).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            index.Upsert(row.ToRecord());
        }
    }

    private async Task ReadAgainAsync(IQueryable<NamedRecords.Row> query, string[] keys, CancellationToken cancellationToken)
    {
        var there = await query.Where(r => keys.Contains(r.Key)).ToListAsync(cancellationToken);
        foreach (var row in there)
        {
            index.Upsert(row.ToRecord());
        }

        foreach (var gone in keys.Except(there.Select(r => r.Key), StringComparer.Ordinal).Select(index.Get).OfType<NamedRecord>())
        {
            index.Remove(gone.Kind, gone.Key);
        }
    }
}
