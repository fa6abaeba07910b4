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
    public static async Task<IReadOnlyList<Finding>> NewAsync(Scan scan, NudgeRule rule, CancellationToken cancellationToken)
    {
        if (!scan.Book[rule.Id].On && !rule.Urgent)
        {
            return [];
        }

        var findings = (await rule.FindAsync(scan, cancellationToken)).Concat(await Ladder.ClimbAsync(scan, rule, cancellationToken)).DistinctBy(f => (f.SubjectId, f.Since, f.PersonId)).ToList();
        var known = new HashSet<(long, DateTimeOffset, long)>();
        foreach (var some in findings.Select(f => f.SubjectId).Distinct().Chunk(Chunk))
        {
            known.UnionWith((await scan.Db.Findings.Where(f => f.Rule == rule.Id && some.Contains(f.SubjectId)).Select(f => new { f.SubjectId, f.Since, f.PersonId }).ToListAsync(cancellationToken))
                .Select(f => (f.SubjectId, f.Since, f.PersonId)));
        }

        return [.. findings.Where(f => !known.Contains((f.SubjectId, f.Since, f.PersonId)))];
    }

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
        var findings = await NewAsync(scan, rule, cancellationToken);
        if (findings.Count == 0)
        {
            return 0;
        }

        db.Findings.AddRange(findings);
        await rule.FoundAsync(scan, findings, cancellationToken);
        var changes = ChangeLog.Capture(db);
        await ledger.RecordAsync(db, scan.Org, "nudge:" + rule.Id, [], [], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await names.ApplyAsync(changes, cancellationToken);
        return findings.Count;
    }
}
