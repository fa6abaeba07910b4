using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>How old what we know is: the median age of the last update of open deals against the 24 hours that FU-02 wants, for each person, the oldest first.</summary>
internal sealed class ShowFreshness : Command
{
    private const int Most = 15;

    /// <summary>FU-02: information used to come a day late or more.</summary>
    private static readonly TimeSpan Target = TimeSpan.FromHours(24);

    public override CommandSpec Spec { get; } = new("data_freshness", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var updates = await whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open)
            .Select(d => new { d.OwnerId, At = d.LastActivityAt ?? d.CreatedAt }).ToListAsync(cancellationToken);
        if (updates.Count == 0)
        {
            return Act.Say(new Word("Fresh.none", whose.Label), "Suggest.my_deals");
        }

        var ages = updates.Select(u => (u.OwnerId, Age: act.Now - u.At)).ToList();
        var rows = ages.GroupBy(a => a.OwnerId, a => a.Age).Select(g => (Owner: g.Key, Ages: g.ToList(), Median: Median(g))).OrderByDescending(p => p.Median).Take(Most)
            .Select(p => new
            {
                Main = act.Org.Find(p.Owner),
                Second = new Word("Fresh.row", p.Ages.Count, p.Ages.Count(age => age <= Target)),
                Value = Said(p.Median),
                Open = new Button("Button.open", "query_deals", new Slots { ["owner"] = act.Org.Find(p.Owner)?.Key ?? "", ["sort"] = "last_activity_asc" }),
            }).ToList();
        var median = Median(ages.Select(a => a.Age));
        Word title = new(median <= Target ? "Fresh.good" : "Fresh.title", Said(median), (int)Target.TotalHours);
        Word subtitle = new("Fresh.subtitle", whose.Label, new Word("Count.open_deals", ages.Count), ages.Count(a => a.Age <= Target));
        return new Reply(new View("list", new { Title = title, Subtitle = subtitle, Rows = rows }, title)) { Focus = act.Focus.Settled() };
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> ages) => TimeSpan.FromHours(Quantiles.At([.. ages.Select(age => age.TotalHours)], 0.5));

    /// <summary>In hours up to two days, then in days.</summary>
    private static Word Said(TimeSpan age) => age.TotalHours <= 48 ? new Word("Format.hours", (int)Math.Round(Math.Max(0, age.TotalHours))) : new Word("Format.days", (int)Math.Round(age.TotalDays));
}
