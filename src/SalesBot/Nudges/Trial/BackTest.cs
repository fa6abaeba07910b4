using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Nudges.Trial;

/// <summary>
/// What a rule would have told in the past by other terms, and how many lost deals nobody would have been told of before. It asks the rule itself from when on each
/// spell of the recorded history was one to tell of. Grades and limits of stages are taken as they are now; that a deal was parked or frozen is not looked at.
/// </summary>
internal sealed record BackTest(int Days, int Before, int After, int Lost, int UnseenBefore, int UnseenAfter)
{
    private const int Back = 180;

    /// <summary>Null where history tells nothing of the rule.</summary>
    public static async Task<BackTest?> RunAsync(NudgeRule rule, Scan before, Scan after, CancellationToken cancellationToken)
    {
        var (now, from) = (before.Now, before.Now.AddDays(-Back));
        if (await rule.PastAsync(before, from, cancellationToken) is not { Count: > 0 } spells)
        {
            return null;
        }

        var known = (int)Math.Ceiling(Math.Min(Back, (now - spells.Min(s => s.From)).TotalDays));
        var lost = await before.Db.Deals.Where(d => d.Status == DealStatus.Lost && d.ClosedAt >= from && d.ClosedAt <= now).Select(d => new LostDeal(d.Id, d.CustomerId, d.CreatedAt, d.ClosedAt!.Value)).ToListAsync(cancellationToken);
        lost = lost.FindAll(d => rule.SubjectOf(d) is not null);
        var (then, otherwise) = (Alerts(rule, before, spells), Alerts(rule, after, spells));
        int Count(List<(long, DateTimeOffset At)> alerts) => alerts.Count(a => a.At >= from && a.At <= now);
        return new BackTest(known, Count(then), Count(otherwise), lost.Count, Unseen(rule, lost, then), Unseen(rule, lost, otherwise));
    }

    /// <summary>In plain words.</summary>
    public Word Said
    {
        get
        {
            Word alerts = new(After == Before ? "Rule.tested_same" : After < Before ? "Rule.tested_fewer" : "Rule.tested_more", new Word("Count.days", Days), new Word("Count.alerts", After), Before, Math.Abs(After - Before));
            var more = UnseenAfter - UnseenBefore;
            return Lost == 0 ? alerts : new Word("Rule.sentences", alerts, new Word(more == 0 ? "Rule.lost_same" : more > 0 ? "Rule.lost_more" : "Rule.lost_fewer", new Word("Count.lost_deals", Lost), Math.Abs(more), UnseenAfter));
        }
    }

    /// <summary>Whom and when it would have told of, or did.</summary>
    public static List<(long Subject, DateTimeOffset At)> Alerts(NudgeRule rule, Scan scan, IEnumerable<Spell> spells) => !scan.Book[rule.Id].On && !rule.Urgent ? [] :
        [.. spells.Select(s => (Spell: s, At: rule.Reached(scan, s))).Where(s => s.At is { } at && at <= scan.Now && s.Spell.Lasts(at)).Select(s => (s.Spell.Subject, s.At!.Value))];

    private static int Unseen(NudgeRule rule, List<LostDeal> lost, List<(long Subject, DateTimeOffset At)> alerts)
    {
        var told = alerts.ToLookup(a => a.Subject, a => a.At);
        return lost.Count(d => !told[rule.SubjectOf(d)!.Value].Any(at => at >= d.Created && at < d.At));
    }
}
