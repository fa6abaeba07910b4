using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Nudges;

/// <summary>
/// Runs the rules over the company: what is found becomes rows, what is over is cleared, what nobody deals with climbs its ladder; one transaction a rule.
/// Running it twice finds nothing new.
/// </summary>
internal sealed class NudgeScan(Func<SalesDb> open, NudgeRules rules, CompanyCaches company, Ledger ledger, NameFeed names)
{
    /// <summary>As many as one statement asks about.</summary>
    private const int Chunk = 500;

    /// <summary>Returns the number of new findings.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = 0;
        var worked = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var rule in rules.All)
        {
            worked[rule.Id] = await rules.TryAsync(rule, "scan", async () => found += await RunAsync(rule, now, cancellationToken));
        }

        await using var db = open();
        await NudgeRules.NoteAsync(db, "scan", worked, now, cancellationToken);
        return found;
    }

    /// <summary>What a rule finds at that moment by those terms and nobody was told of yet; changes nothing.</summary>
    public static async Task<IReadOnlyList<Finding>> NewAsync(Scan scan, NudgeRule rule, CancellationToken cancellationToken) => (await LookAsync(scan, rule, cancellationToken)).New;

    private static async Task<(IReadOnlyList<Finding> New, IReadOnlyList<long> Back)> LookAsync(Scan scan, NudgeRule rule, CancellationToken cancellationToken)
    {
        if (!scan.Book[rule.Id].On && !rule.Urgent)
        {
            return ([], []);
        }

        var climbed = await Ladder.ClimbAsync(scan, rule, cancellationToken);
        var findings = (await rule.FindAsync(scan, cancellationToken)).Concat(climbed).Concat(await rule.BesidesAsync(scan, climbed, cancellationToken)).DistinctBy(f => (f.SubjectId, f.Since, f.PersonId)).ToList();
        var known = new Dictionary<(long, DateTimeOffset, long), (long Id, FindingState State)>();
        var open = new HashSet<(long, int, long, DateTimeOffset?)>();
        foreach (var some in findings.Select(f => f.SubjectId).Distinct().Chunk(Chunk))
        {
            var had = await scan.Db.Findings.Where(f => f.Rule == rule.Id && some.Contains(f.SubjectId)).Select(f => new { f.Id, f.SubjectId, f.Since, f.PersonId, f.State, f.Step, f.Facts }).ToListAsync(cancellationToken);
            had.ForEach(f => known[(f.SubjectId, f.Since, f.PersonId)] = (f.Id, f.State));
            open.UnionWith(had.Where(f => f.State != FindingState.Cleared).Select(f => (f.SubjectId, f.Step, f.PersonId, Occurrence(rule, f.Facts))).Where(f => f.Item4 is not null));
        }

        var unknown = findings.Where(f => !known.ContainsKey((f.SubjectId, f.Since, f.PersonId)) && !open.Contains((f.SubjectId, f.Step, f.PersonId, Occurrence(rule, f.Facts))));
        var cleared = findings.Select(f => known.GetValueOrDefault((f.SubjectId, f.Since, f.PersonId))).Where(f => f.State == FindingState.Cleared).Select(f => f.Id).ToList();
        return ([.. unknown], rule.Urgent ? [] : await StillSoAsync(scan, rule, cleared, cancellationToken));
    }

    /// <summary>Of these, which were cleared, those that are not over.</summary>
    private static async Task<IReadOnlyList<long>> StillSoAsync(Scan scan, NudgeRule rule, IReadOnlyList<long> cleared, CancellationToken cancellationToken)
    {
        var still = new List<long>();
        foreach (var some in cleared.Chunk(Chunk))
        {
            var over = await rule.Over(scan, scan.Db.Findings.Where(f => some.Contains(f.Id))).Select(f => f.Id).ToListAsync(cancellationToken);
            still.AddRange(some.Except(over));
        }

        return still;
    }

    private static DateTimeOffset? Occurrence(NudgeRule rule, string? facts) => rule.Occurrence is { } of && Evaluation.Read(facts) is { } evaluation ? of(evaluation) : null;

    private async Task<int> RunAsync(NudgeRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(rule, now, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node found the same a moment before: looking again finds what it left.
            return await OnceAsync(rule, now, cancellationToken);
        }
    }

    private async Task<int> OnceAsync(NudgeRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var scan = new Scan(db, await company.Org.GetAsync(db, now, cancellationToken), now, await company.Definitions.GetAsync(db, now, cancellationToken));
        await rule.Over(scan, db.Findings.Where(f => f.Rule == rule.Id && f.State != FindingState.Cleared))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FindingState.Cleared).SetProperty(f => f.ClearedAt, now), cancellationToken);
        var (findings, back) = await LookAsync(scan, rule, cancellationToken);
        await ReopenAsync(db, back, now, cancellationToken);
        if (findings.Count + back.Count == 0)
        {
            return 0;
        }

        await Rest.HoldAsync(scan, rule, findings, cancellationToken);
        db.Findings.AddRange(findings);
        await rule.FoundAsync(scan, findings, cancellationToken);
        var changes = ChangeLog.Capture(db);
        await ledger.RecordAsync(db, scan.Org, "nudge:" + rule.Id, [], [], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await names.ApplyAsync(changes, cancellationToken);
        return findings.Count;
    }

    /// <summary>What was over and is so again: the act that ended it was undone, a limit was changed and changed back, a deal was thawed. For a day nobody is told again; after that it is found anew.</summary>
    private static async Task ReopenAsync(SalesDb db, IReadOnlyList<long> back, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var some in back.Chunk(Chunk))
        {
            foreach (var finding in await db.Findings.Where(f => some.Contains(f.Id) && f.State == FindingState.Cleared).ToListAsync(cancellationToken))
            {
                finding.Reopen(now);
            }
        }
    }
}
