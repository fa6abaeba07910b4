using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Which to-dos a list shows, as it was asked for and as its buttons carry it on.</summary>
internal sealed record TaskQuery(Whose Whose, Period? Period, string? PeriodSlot, string Status, int Page)
{
    public const int PageSize = 8;

    /// <summary>One whose tick is being taken back in this very turn: open again, though not yet saved.</summary>
    public long Reopened { get; init; }

    /// <summary>Only those of this customer.</summary>
    public string? Customer { get; init; }

    /// <summary>Or why there is none: whose to-dos are meant is not known, or not the asker's to see.</summary>
    public static (TaskQuery? Query, Word? Bad) Of(Act act)
    {
        var (whose, bad) = Whose.Of(act, narrow: true);
        var slot = act.Slots.Text("period") ?? act.Slots.Text("date");
        return whose is null ? (null, bad) : (new TaskQuery(whose, Period.Read(slot, act.Today), slot, act.Slots.Text("status") ?? "open", (int)Math.Clamp(act.Slots.Number("page") ?? 1, 1, 1000)) { Customer = act.Frame.Ref("customer") }, null);
    }

    /// <summary>The same list as a button's data; <paramref name="page"/> and <paramref name="period"/> may differ.</summary>
    public static Slots Data(Act act, int page, string? period)
    {
        var data = new Slots(Orders.ToData(act.Frame).Where(s => s.Key is "person" or "team" or "scope" or "status" or "customer"));
        data.Set("page", page);
        if (period is not null)
        {
            data["period"] = period;
        }

        return data;
    }

    /// <summary>Today's and this week's lists hold what is overdue, too: it is still to be done.</summary>
    public IQueryable<Todo> Of(Act act, IQueryable<Todo> todos)
    {
        todos = todos.VisibleTo(act.Viewer);
        if (Whose.Owners is { } owners)
        {
            todos = todos.Where(t => owners.Contains(t.OwnerId));
        }

        if (Customer is { } customer)
        {
            todos = todos.Where(t => t.Customer!.Key == customer || t.Deal!.Customer!.Key == customer);
        }

        var today = act.Today;
        todos = Status switch
        {
            "done" => todos.Where(t => t.DoneAt != null),
            "overdue" => todos.Where(t => t.DoneAt == null && t.DueOn < today),
            _ => todos.Where(t => t.DoneAt == null || t.Id == Reopened),
        };
        if (Period is { } period)
        {
            todos = period.From <= today && today <= period.To && Status == "open"
                ? todos.Where(t => t.DueOn <= period.To)
                : todos.Where(t => t.DueOn >= period.From && t.DueOn <= period.To);
        }

        return todos;
    }
}
