using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>Runs the rules over the company: what is found becomes rows, in one transaction a rule. Running it twice finds nothing new.</summary>
internal sealed class NudgeScan(Func<SalesDb> open, NudgeRules rules, OrgCache org, Ledger ledger, NameFeed names)
{
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
        var scan = new Scan(db, await org.GetAsync(db, now, cancellationToken), now);
        var findings = await rule.FindAsync(scan, cancellationToken);
        if (findings.Count == 0)
        {
            return 0;
        }

        db.Findings.AddRange(findings);
        var changes = ChangeLog.Capture(db);
        await ledger.RecordAsync(db, scan.Org, "nudge:" + rule.Id, [], [], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await names.ApplyAsync(changes, cancellationToken);
        return findings.Count;
    }
}
