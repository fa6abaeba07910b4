using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Of the week's report what is to close: an owner's deals of this week apart from those whose day has passed, which want another day or an end; of other people's deals the numbers for each. What
/// our own people have not decided about wants neither: it is said with whom it is.
/// </summary>
internal static class WeekClosing
{
    private const int Most = 6, MostPeople = 10;

    /// <summary>The parts that there are for this reader.</summary>
    /// <param name="week">Today and the last day before the next report.</param>
    /// <param name="said">Keys of the approvals that the same message tells of: their deals are no further line.</param>
    public static async Task<IReadOnlyList<Told>> PartsAsync(Scan scan, Person person, (DateOnly Today, DateOnly End) week, IReadOnlyCollection<string> said, CancellationToken cancellationToken)
    {
        var pending = scan.Db.Approvals.Where(a => a.Status == ApprovalStatus.Pending);
        var closing = scan.Db.Deals.AsNoTracking().VisibleTo(scan.Org.Viewer(person)).Where(d => d.Status == DealStatus.Open && d.CloseDate <= week.End);
        var mine = await closing.Where(d => d.OwnerId == person.Id).OrderByDescending(d => d.Amount).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var others = closing.Where(d => d.OwnerId != person.Id);
        var waiting = await others.Where(d => pending.Any(a => a.DealId == d.Id || a.Contract!.DealId == d.Id)).GroupBy(d => d.OwnerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var sums = await others.GroupBy(d => new { d.OwnerId, d.Currency })
            .Select(g => new Closing(g.Key.OwnerId, g.Key.Currency, g.Count(d => d.CloseDate >= week.Today), g.Count(d => d.CloseDate < week.Today), g.Min(d => d.CloseDate), g.Sum(d => d.Amount) ?? 0)).ToListAsync(cancellationToken);
        var approvals = await WaitingApprovals.OfAsync(scan, mine, cancellationToken);
        mine.RemoveAll(d => approvals.TryGetValue(d.Id, out var approval) && said.Contains(approval.Approval.Key, StringComparer.Ordinal));
        return [.. new[] { Coming([.. mine.Where(d => d.CloseDate >= week.Today)], week.End, approvals), Past([.. mine.Where(d => d.CloseDate < week.Today)], week.Today, approvals), People(scan, sums, waiting, week) }.OfType<Told>()];
    }

    private static Told? Coming(List<Deal> deals, DateOnly end, IReadOnlyDictionary<long, ApprovalFacts> approvals) => deals.Count == 0 ? null : new Told(Until("Week.closing", end, deals.Count), [.. deals.Select(d => new NudgeRow(
        d.Name, Stands(d, new Word("Week.closing_row", StageName.Of(d.Stage), d.CloseDate!), approvals), new Money(d.Amount, d.Currency),
        Urge(d, approvals) ?? new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key })))], [])
    {
        Most = Most,
    };

    private static Told? Past(List<Deal> deals, DateOnly today, IReadOnlyDictionary<long, ApprovalFacts> approvals) => deals.Count == 0 ? null : new Told(new Word("Week.past", deals.Count), [.. deals.Select(d => new NudgeRow(
        d.Name, Stands(d, new Word("Week.past_row", StageName.Of(d.Stage), d.CloseDate!, Late(d.CloseDate!.Value, today)), approvals), new Money(d.Amount, d.Currency),
        Urge(d, approvals) ?? new Button("Button.change_close_date", "update_close_date", new Slots { ["deal"] = d.Key })))], [])
    {
        Most = Most, Why = deals.Count(d => !approvals.ContainsKey(d.Id)) is > 0 and var open ? new Word("Week.past_why", open) : null,
        Buttons = deals.Count > Most + 1 ? [new Button("Button.past_deals", "query_deals", new Slots { ["scope"] = "mine", ["close_before"] = Day(today.AddDays(-1)) })] : [],
    };

    /// <summary>Whose day has passed most often first.</summary>
    private static Told? People(Scan scan, List<Closing> closing, Dictionary<long, int> waiting, (DateOnly Today, DateOnly End) week)
    {
        var rows = closing.GroupBy(c => c.Owner).Select(g => (Owner: scan.Org.Find(g.Key), Soon: g.Sum(c => c.Soon), Past: g.Sum(c => c.Past), First: g.Min(c => c.First), Sums: g.Select(c => new Money(c.Sum, c.Currency)).ToList()))
            .Where(g => g.Owner is not null).OrderByDescending(g => g.Past).ThenByDescending(g => g.Soon).ThenBy(g => g.Owner!.Id).ToList();
        var (soon, past) = (rows.Sum(r => r.Soon), rows.Sum(r => r.Past));
        var title = past == 0 ? Until("Week.closing", week.End, soon) : soon == 0 ? new("Week.past", past) : Until("Week.closing_people", week.End, soon, past);
        return rows.Count == 0 ? null : new Told(title, [.. rows.Select(r => new NudgeRow(
            r.Owner!,
            Numbers(r.Soon, r.Past, r.First!.Value, waiting.GetValueOrDefault(r.Owner!.Id), week).Aggregate((all, next) => new Word("Format.Dot", all, next)),
            new Word("Format.Plain", r.Sums),
            new Button("Button.see", "query_deals", new Slots { ["person"] = r.Owner!.Key, ["close_before"] = Day(week.End) })))], [])
        {
            Most = MostPeople,
        };
    }

    /// <summary>How many are to close, how many are late and how much the latest of them is, and how many wait for us.</summary>
    private static IEnumerable<Word> Numbers(int soon, int past, DateOnly first, int waiting, (DateOnly Today, DateOnly End) week)
    {
        if (soon > 0)
        {
            yield return Until("Week.soon", week.End, soon);
        }

        if (past > 0)
        {
            yield return new Word("Week.late", past, new Word("Count.days", week.Today.DayNumber - first.DayNumber));
        }

        if (waiting > 0)
        {
            yield return new Word("Week.waiting", waiting);
        }
    }

    private static Word Stands(Deal deal, Word stands, IReadOnlyDictionary<long, ApprovalFacts> approvals) =>
        approvals.TryGetValue(deal.Id, out var approval) ? new Word("Format.Dot", stands, WaitingApprovals.Say(approval)) : stands;

    private static Button? Urge(Deal deal, IReadOnlyDictionary<long, ApprovalFacts> approvals) =>
        !approvals.TryGetValue(deal.Id, out var approval) ? null : KindRule.Urged.Contains(approval.Approval.Kind)
            ? new Button("Button.urge", "urge_approval", new Slots { ["approval_id"] = approval.Approval.Key })
            : new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = approval.Approval.Key });

    /// <summary>The week, or as many days more as there are before the next report.</summary>
    private static Word Until(string key, DateOnly end, params object[] counts) => end.DayOfWeek == DayOfWeek.Sunday ? new Word(key, counts) : new Word(key + "_until", [.. counts, end]);

    private static Word Late(DateOnly day, DateOnly today) => new("Count.days_late", today.DayNumber - day.DayNumber);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An owner's deals of one currency.</summary>
    /// <param name="Soon">Their day is one of this week.</param>
    /// <param name="Past">Their day has passed.</param>
    /// <param name="First">The earliest of the days.</param>
    private sealed record Closing(long Owner, string Currency, int Soon, int Past, DateOnly? First, decimal Sum);
}
