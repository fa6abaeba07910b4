using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>Of the week's report what is to close: an owner's deals of this week apart from those whose day has passed, which want another day or an end; of other people's deals the numbers for each.</summary>
internal static class WeekClosing
{
    private const int Most = 6, MostPeople = 10;

    /// <summary>The parts that there are for this reader.</summary>
    /// <param name="week">Today and the last day of the week.</param>
    public static async Task<IReadOnlyList<Told>> PartsAsync(Scan scan, Person person, (DateOnly Today, DateOnly End) week, CancellationToken cancellationToken)
    {
        var closing = scan.Db.Deals.AsNoTracking().VisibleTo(scan.Org.Viewer(person)).Where(d => d.Status == DealStatus.Open && d.CloseDate <= week.End);
        var mine = await closing.Where(d => d.OwnerId == person.Id).OrderByDescending(d => d.Amount).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var others = await closing.Where(d => d.OwnerId != person.Id).GroupBy(d => new { d.OwnerId, d.Currency })
            .Select(g => new Closing(g.Key.OwnerId, g.Key.Currency, g.Count(d => d.CloseDate >= week.Today), g.Count(d => d.CloseDate < week.Today), g.Sum(d => d.Amount) ?? 0)).ToListAsync(cancellationToken);
        return [.. new[] { Coming([.. mine.Where(d => d.CloseDate >= week.Today)]), Past([.. mine.Where(d => d.CloseDate < week.Today)], week.Today), People(scan, others, week.End) }.OfType<Told>()];
    }

    private static Told? Coming(List<Deal> deals) => deals.Count == 0 ? null : new Told(new Word("Week.closing", deals.Count), [.. deals.Select(d => new NudgeRow(
        d.Name, new Word("Week.closing_row", StageName.Of(d.Stage), d.CloseDate!), new Money(d.Amount, d.Currency), new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key })))], [])
    {
        Most = Most,
    };

    private static Told? Past(List<Deal> deals, DateOnly today) => deals.Count == 0 ? null : new Told(new Word("Week.past", deals.Count), [.. deals.Select(d => new NudgeRow(
        d.Name, new Word("Week.past_row", StageName.Of(d.Stage), d.CloseDate!, new Word("Count.days_late", today.DayNumber - d.CloseDate!.Value.DayNumber)), new Money(d.Amount, d.Currency),
        new Button("Button.change_close_date", "update_close_date", new Slots { ["deal"] = d.Key })))], [])
    {
        Most = Most, Why = new Word("Week.past_why"), Buttons = deals.Count > Most + 1 ? [new Button("Button.past_deals", "query_deals", new Slots { ["scope"] = "mine", ["close_before"] = Day(today.AddDays(-1)) })] : [],
    };

    /// <summary>Whose day has passed most often first.</summary>
    private static Told? People(Scan scan, List<Closing> closing, DateOnly end)
    {
        var rows = closing.GroupBy(c => c.Owner).Select(g => (Owner: scan.Org.Find(g.Key), Soon: g.Sum(c => c.Soon), Past: g.Sum(c => c.Past), Sums: g.Select(c => new Money(c.Sum, c.Currency)).ToList()))
            .Where(g => g.Owner is not null).OrderByDescending(g => g.Past).ThenByDescending(g => g.Soon).ThenBy(g => g.Owner!.Id).ToList();
        var (soon, past) = (rows.Sum(r => r.Soon), rows.Sum(r => r.Past));
        Word title = past == 0 ? new("Week.closing", soon) : soon == 0 ? new("Week.past", past) : new("Week.closing_people", soon, past);
        return rows.Count == 0 ? null : new Told(title, [.. rows.Select(r => new NudgeRow(
            r.Owner!,
            r.Past == 0 ? new Word("Week.soon", r.Soon) : r.Soon == 0 ? new Word("Week.late", r.Past) : new Word("Format.Dot", new Word("Week.soon", r.Soon), new Word("Week.late", r.Past)),
            new Word("Format.Plain", r.Sums),
            new Button("Button.see", "query_deals", new Slots { ["person"] = r.Owner!.Key, ["close_before"] = Day(end) })))], [])
        {
            Most = MostPeople,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An owner's deals of one currency.</summary>
    /// <param name="Soon">Their day is one of this week.</param>
    /// <param name="Past">Their day has passed.</param>
    private sealed record Closing(long Owner, string Currency, int Soon, int Past, decimal Sum);
}
