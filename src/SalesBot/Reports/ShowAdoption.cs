using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>
/// How far the rollout has come (FU-06): deals entered with their three facts (goal 100 %) and deals whose stage is kept up to date (goal 90 %), by person, with
/// the numbers behind each share, against a week ago, and the days that are left of the first thirty.
/// </summary>
internal sealed class ShowAdoption : Command
{
    /// <summary>Days in which the goals are to be reached.</summary>
    private const int Days = 30;
    private const int Most = 12;

    public override CommandSpec Spec { get; } = new("adoption", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var then = act.Now.AddDays(-7);
        var (now, past) = await DealState.ReadAsync(act, whose, then, cancellationToken);
        if (now.Count == 0)
        {
            return Act.Say(new Word("Adoption.none", whose.Label), "Suggest.my_deals");
        }

        var (today, before) = (Shares.Of(now, act.Now, act.Today, act.Process), past.Count == 0 ? null : Shares.Of(past, then, act.Today.AddDays(-7), act.Process));
        var began = await act.Db.Audit.OrderBy(a => a.Id).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(cancellationToken) ?? act.Now;
        var left = Math.Max(0, Days - (act.Today.DayNumber - DateOnly.FromDateTime(Zones.Local(began, act.Me.TimeZone)).DayNumber));
        Word text = new("Adoption.text", today.Entered, today.EnteredShare, today.All, today.InTime, today.InTimeShare, new Word("Count.days", left));
        var data = new
        {
            Title = new Word("Adoption.title"),
            Subtitle = whose.Label,
            Tiles = Tiles(today, left),
            Sections = Sections(act, now, today, before),
            Note = new Word("Adoption.formula"),
            Buttons = Buttons(act, whose),
        };
        return new Reply(new View("report", data, text)) { Focus = act.Focus.Settled() };
    }

    private static object[] Tiles(Shares shares, int left) =>
    [
        new { Label = new Word("Adoption.entered"), Value = new Word("Format.Plain", shares.EnteredShare) },
        new { Label = new Word("Adoption.in_time"), Value = new Word("Format.Plain", shares.InTimeShare) },
        new { Label = new Word("Adoption.left", Days), Value = new Word("Format.Plain", left) },
    ];

    private static object[] Sections(Act act, IReadOnlyList<DealState> deals, Shares today, Shares? before)
    {
        var people = deals.GroupBy(d => d.OwnerId).Select(g => (Owner: g.Key, Shares: Shares.Of([.. g], act.Now, act.Today, act.Process)))
            .OrderBy(p => p.Shares.InTimeShare + p.Shares.EnteredShare).ThenBy(p => p.Owner).ToList();
        return
        [
            new { Title = new Word("Adoption.trend"), Rows = Trend(today, before), More = (Word?)null },
            new
            {
                Title = new Word("Adoption.people"),
                Rows = people.Take(Most).Select(p => new { Main = (object?)act.Org.Find(p.Owner), Second = p.Shares.Said }).ToArray(),
                More = people.Count > Most ? new Word("Report.more", people.Count - Most) : null,
            },
        ];
    }

    private static object[] Trend(Shares today, Shares? before) =>
    [
        new { Main = (object)new Word("Adoption.now"), Second = (object)today.Said },
        before is null
            ? new { Main = (object)new Word("Adoption.before"), Second = (object)new Word("Adoption.no_before") }
            : new { Main = (object)new Word("Adoption.before"), Second = (object)before.Said },
    ];

    private static Button[] Buttons(Act act, Whose whose)
    {
        var about = whose.Person is { } person && person.Id != act.Me.Id ? new Slots { ["person"] = person.Key } : new Slots();
        return [new Button("Command.incomplete_deals", "incomplete_deals", about), new Button("Command.stalled_deals", "stalled_deals", about)];
    }

    /// <summary>Both goals over some deals.</summary>
    private sealed record Shares(int All, int Entered, int InTime)
    {
        public double EnteredShare => (double)Entered / All;

        public double InTimeShare => (double)InTime / All;

        public Word Said => new("Adoption.shares", EnteredShare, Entered, All, InTimeShare, InTime);

        public static Shares Of(IReadOnlyList<DealState> deals, DateTimeOffset now, DateOnly today, SalesProcess process) =>
            new(deals.Count, deals.Count(d => d.IsEntered), deals.Count(d => d.IsInTime(now, today, process)));
    }
}
