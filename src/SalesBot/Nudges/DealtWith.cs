using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Nudges;

/// <summary>
/// A digest or list that is on somebody's screen shows a line as done once it is, by its button, by a sentence or by somebody else: looked at with each round of telling in which anybody did
/// anything, so that a card is renewed once however many of its lines were dealt with. Of the last day's messages only.
/// </summary>
internal sealed class DealtWith(Func<SalesDb> open, NudgeRules rules, CompanyCaches company, Renewal renewal, Outbox outbox)
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);
    private long seen = -1;

    /// <summary>Returns the number of messages that were renewed.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var last = await db.Audit.MaxAsync(a => (long?)a.Id, cancellationToken) ?? 0;
        if (last == seen)
        {
            return 0;
        }

        var scan = new Scan(db, await company.Org.GetAsync(db, now, cancellationToken), now, await company.Definitions.GetAsync(db, now, cancellationToken));
        await ClearAsync(scan, cancellationToken);
        var lists = await ChangedAsync(scan, cancellationToken);
        await renewal.RunAsync(scan, lists, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        seen = last;
        if (lists.Count > 0)
        {
            outbox.Wake();
        }

        return lists.Count;
    }

    /// <summary>What the next scan would clear.</summary>
    private async Task ClearAsync(Scan scan, CancellationToken cancellationToken)
    {
        var (now, since) = (scan.Now, scan.Now - Back);
        var told = scan.Db.Findings.Where(f => f.State == FindingState.Told && f.ToldAt >= since);
        var ids = await told.Select(f => f.Rule).Distinct().ToListAsync(cancellationToken);
        foreach (var rule in rules.All.Where(r => ids.Contains(r.Id)))
        {
            await rules.TryAsync(rule, "scan", async () => await rule.Over(scan, told.Where(f => f.Rule == rule.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FindingState.Cleared).SetProperty(f => f.ClearedAt, now), cancellationToken));
        }
    }

    /// <summary>Messages with a line that was dealt with since they were last shown.</summary>
    private static async Task<List<Renewal.Message>> ChangedAsync(Scan scan, CancellationToken cancellationToken)
    {
        var since = scan.Now - Back;
        var over = await scan.Db.Findings.Where(f => f.State == FindingState.Cleared && f.ToldAt >= since && f.ClearedAt > f.ToldAt)
            .Select(f => new { f.PersonId, f.ToldAt, f.InDigest, f.Rule, f.ClearedAt }).ToListAsync(cancellationToken);
        var changed = new List<Renewal.Message>();
        foreach (var message in over.GroupBy(f => new Renewal.Message(f.PersonId, f.ToldAt!.Value, f.InDigest ? null : f.Rule)))
        {
            if (scan.Org.Find(message.Key.Person) is not { } person)
            {
                continue;
            }

            var (subject, cleared) = (message.Key.Subject(person), message.Max(f => f.ClearedAt));
            var shown = await scan.Db.Outbox.Where(o => o.PersonId == person.Id && o.Subject == subject).MaxAsync(o => (DateTimeOffset?)o.CreatedAt, cancellationToken);
            if (shown < cleared)
            {
                changed.Add(message.Key);
            }
        }

        return changed;
    }
}
