using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>“赵磊最近怎么样”, "how is Sofia doing": of a person, a team or everybody one sees, what is open, won, lost, stuck, overdue, and when something was noted last.</summary>
internal sealed class ShowStanding : Command
{
    public override CommandSpec Spec { get; } = new("show_standing", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        return whose is null ? Act.Say(bad!) : await OfAsync(act, whose, null, cancellationToken);
    }

    /// <summary>The same as an answer to who asks for a target.</summary>
    /// <param name="first">What is said of that.</param>
    public static async Task<Reply> OfAsync(Act act, Whose whose, Word? first, CancellationToken cancellationToken, params Button[] buttons)
    {
        var slot = act.Slots.Text("period") is { } asked && Period.Read(asked, act.Today) is not null ? asked : "this_quarter";
        var period = Period.Read(slot, act.Today)!;
        var name = PeriodName.Of(period, slot);
        var deals = whose.Of(act.Db.Deals.AsNoTracking().VisibleTo(act.Viewer));
        List<object> rows =
        [
            Row("Standing.open", (await DealTotals.OfAsync(deals.Where(d => d.Status == DealStatus.Open), cancellationToken)).Said, "query_deals", Data(act, whose)),
            Row(new Word("Standing.won", name), await ClosedAsync(act, deals, DealStatus.Won, period, cancellationToken), "query_deals", Data(act, whose, ("status", "won"), ("period", slot))),
            Row(new Word("Standing.lost", name), await ClosedAsync(act, deals, DealStatus.Lost, period, cancellationToken), "query_deals", Data(act, whose, ("status", "lost"), ("period", slot))),
            Row("Standing.stalled", new Word("Deals.count", await StalledDeals.Stalled(act.Db, deals, act.Now, act.Process).CountAsync(cancellationToken)), "stalled_deals", Data(act, whose)),
            Row("Standing.overdue", new Word("Standing.todos", await OverdueAsync(act, whose, cancellationToken)), "list_tasks", Data(act, whose, ("status", "overdue"))),
            Row("Standing.last", await LastAsync(act, whose, cancellationToken), "report_weekly", Data(act, whose)),
        ];
        Word title = new(first is null ? "Standing.title" : "Target.title", whose.Label);
        return new Reply(new View("list", new { Title = title, Subtitle = first, Rows = rows, Buttons = buttons }, title)) { Focus = act.Focus.Settled() with { Person = whose.Person?.Key ?? act.Focus.Person } };
    }

    private static object Row(Word label, object value, string command, Slots data) => new { Main = label, Second = value, Open = new Button("Button.open", command, data) };

    /// <summary>For whom, as the command behind the row reads it, with more.</summary>
    private static Slots Data(Act act, Whose whose, params (string Slot, string Value)[] more)
    {
        var data = new Slots(more.Select(slot => KeyValuePair.Create(slot.Slot, slot.Value)));
        if (act.Frame.Ref("team") is { } team)
        {
            data["team"] = team;
        }
        else if (whose.Person is { } person)
        {
            data["person"] = person.Key;
        }
        else
        {
            data["scope"] = "team";
        }

        return data;
    }

    private static async Task<Word> ClosedAsync(Act act, IQueryable<Deal> deals, DealStatus status, Period period, CancellationToken cancellationToken)
    {
        var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
        return (await DealTotals.OfAsync(deals.Where(d => d.Status == status && d.ClosedAt >= from && d.ClosedAt < to), cancellationToken)).Said;
    }

    private static Task<int> OverdueAsync(Act act, Whose whose, CancellationToken cancellationToken)
    {
        var (today, owners) = (act.Today, whose.Owners);
        return act.Db.Todos.VisibleTo(act.Viewer).CountAsync(t => t.DoneAt == null && t.DueOn < today && (owners == null || owners.Contains(t.OwnerId)), cancellationToken);
    }

    /// <summary>The newest follow-up that they wrote, and about whom.</summary>
    private static async Task<Word> LastAsync(Act act, Whose whose, CancellationToken cancellationToken)
    {
        var (owners, now) = (whose.Owners, act.Now);
        var notes = act.Db.FollowUps.AsNoTracking().WithCustomer().VisibleTo(act.Viewer).Where(f => f.HappenedAt <= now && (owners == null || owners.Contains(f.AuthorId)));
        var last = await notes.OrderByDescending(f => f.HappenedAt).ThenByDescending(f => f.Id).Include(f => f.Deal).Include(f => f.Customer).FirstOrDefaultAsync(cancellationToken);
        return last is null ? new Word("Idle.never") : new Word("Format.Dot", last.HappenedAt, last.Deal?.Name ?? last.Customer?.Name ?? "");
    }
}
