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
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // One of them arrived a moment before: the next round shows it there.
            return 0;
        }

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
        var lists = (from line in over
                     group line.ClearedAt by new Renewal.Message(line.PersonId, line.ToldAt!.Value, line.InDigest ? null : line.Rule) into message
                     let person = scan.Org.Find(message.Key.Person)
                     where person is not null
                     select (Message: message.Key, Subject: message.Key.Subject(person), Cleared: message.Max())).ToList();
        var subjects = lists.Select(l => l.Subject).Distinct(StringComparer.Ordinal).ToList();
        var shown = (await scan.Db.Outbox.Where(o => o.Subject != null && subjects.Contains(o.Subject)).GroupBy(o => new { o.PersonId, o.Subject }).Select(g => new { g.Key.PersonId, g.Key.Subject, At = g.Max(o => o.CreatedAt) }).ToListAsync(cancellationToken))
            .ToDictionary(o => (o.PersonId, o.Subject!), o => o.At);
        return [.. lists.Where(l => shown.TryGetValue((l.Message.Person, l.Subject), out var at) && at < l.Cleared).Select(l => l.Message)];
    }
}
