using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Puts something on one's own list, or on that of somebody whose work one leads; they are told.</summary>
internal sealed class AddTask : Command
{
    /// <summary>Two weeks: what is to be told earlier is a to-do of the earlier day.</summary>
    public const int MostMinutes = 14 * 24 * 60;

    /// <summary>Among so many of one's next to-dos with an hour the next meeting is looked for.</summary>
    private const int SoonestMeetings = 50;

    private static readonly string[] Rhythms = ["daily", "weekly", "monthly"];

    public override CommandSpec Spec { get; } = new("add_task", Permission.Member) { Requires = ["content"], MayName = ["customer"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var person = act.Org.Find(act.Frame.Ref("person")) ?? act.Me;
        if (person.Id != act.Me.Id && !(act.Me.May(Permission.ManageTeam) && act.Viewer.Sees(person.Id)))
        {
            return Act.Say(new Word("Bad.task_for", person));
        }

        var (due, remind) = Due(act);
        if (due.Day < act.Today)
        {
            return Act.Say(new Word("Bad.past_day", due.Day));
        }

        if (act.Slots.Number("remind_ahead") is { } ahead)
        {
            return await AheadAsync(act, (int)Math.Min(ahead, MostMinutes), cancellationToken);
        }

        if (act.Slots.Text("scope") == "team" && act.Frame.Ref("person") is null)
        {
            return ForTeam(act, due);
        }

        var deal = await act.DealAsync(cancellationToken);
        if (remind is not null && await PlannedAsync(act, person, due, cancellationToken) is { } planned)
        {
            planned.RemindMinutes = remind;
            return act.Receipt(new Word("Receipt.remind", planned.Called()), planned.Deal?.Name ?? planned.Customer?.Name, ToldAt(planned));
        }

        var content = act.Slots.Text("content", 400)!;
        var todo = new Todo
        {
            Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = person.Id, Kind = TodoKind.Own, Title = content, DueOn = due.Day, DueAt = due.Time,
            Deal = deal, Customer = deal?.Customer ?? await act.CustomerAsync(cancellationToken),
            Repeats = Rhythms.FirstOrDefault(r => r == act.Slots.Text("recurrence")), Urgent = act.Slots.Text("priority") == "high", RemindMinutes = remind,
        };
        act.Db.Add(todo);
        return Receipt(act, person, todo) is var reply && Visited(act, todo) is { } told ? reply with { Receipt = reply.Receipt!.Noting(told) } : reply;
    }

    /// <summary>One for each of those whom the speaker leads; they are told.</summary>
    private static Reply ForTeam(Act act, When due)
    {
        var team = act.Org.Everybody.Where(p => p.Active && p.Id != act.Me.Id && act.Me.May(Permission.ManageTeam) && act.Org.Superior(p)?.Id == act.Me.Id).OrderBy(p => p.Id).ToList();
        if (team.Count == 0)
        {
            return Act.Say("Bad.task_for_team");
        }

        var content = act.Slots.Text("content", 400)!;
        act.Db.AddRange(team.Select(p => new Todo { Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = p.Id, Kind = TodoKind.Own, Title = content, DueOn = due.Day, DueAt = due.Time, Urgent = act.Slots.Text("priority") == "high" }));
        var told = new View(null, null, due.Day is null ? new Word("Notice.task_undated", act.Me, content) : new Word("Notice.task", act.Me, content, due));
        return act.Receipt(new Word("Receipt.task_for_team", team.Count), null, new Word("Task.team", team)) with { Notices = [.. team.Select(p => new Notice(p, told))] };
    }

    /// <summary>“周一拜访，前一天提醒我”, with no hour: the visit keeps its day, and what is told the day before is a to-do beside it.</summary>
    private static Word? Visited(Act act, Todo todo)
    {
        if (act.Slots.Date("event_date") is not { } on || todo.DueOn is not { } told || told >= on || act.Slots.Time("time") is not null || !Meeting.IsOne(todo.Title)) return null;
        act.Db.Add(new Todo { Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = todo.OwnerId, Kind = TodoKind.Own, Title = $"{todo.Title} ({on:yyyy-MM-dd})", DueOn = told, Deal = todo.Deal, Customer = todo.Customer });
        todo.DueOn = on;
        return new Word("Task.told_at", new When(told, null));
    }

    /// <summary>A time without a day is today's, or tomorrow's when it is past. Of “10点拜访，提前一小时提醒我” the visit is at ten, and told an hour before.</summary>
    private static (When Due, int? Remind) Due(Act act)
    {
        var (day, time) = (act.Slots.Date("date"), act.Slots.Time("time"));
        if (day is { } told && time is { } at && act.Slots.Date("event_date") is { } on && act.Slots.Time("event_time") is { } begins
            && (on.ToDateTime(begins) - told.ToDateTime(at)).TotalMinutes is > 0 and <= MostMinutes and var before)
        {
            return (new When(on, begins), (int)before);
        }

        return (new When(day ?? (time is { } t ? act.Today.AddDays(t < TimeOnly.FromDateTime(act.LocalNow) ? 1 : 0) : null), time), null);
    }

    /// <summary>What was put on the list for that very moment in the act before: “提前一小时提醒我” right after it is about that.</summary>
    private static Task<Todo?> PlannedAsync(Act act, Person person, When due, CancellationToken cancellationToken) => act.Focus.LastSlots is { } last && (last.Time("next_time") ?? last.Time("time")) == due.Time
        ? act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).Where(t => t.OwnerId == person.Id && t.DoneAt == null && t.DueOn == due.Day && t.DueAt == due.Time).OrderByDescending(t => t.Id).FirstOrDefaultAsync(cancellationToken)
        : Task.FromResult<Todo?>(null);

    /// <summary>“拜访前半小时提醒我”, "remind me 30 min before the visit": of the next meeting on one's own list that has an hour; of the customer, where one is named.</summary>
    private static async Task<Reply> AheadAsync(Act act, int minutes, CancellationToken cancellationToken)
    {
        var (customer, now) = (act.Slots.Flag("ahead_named") == true ? act.Frame.Ref("customer") : null, TimeOnly.FromDateTime(act.LocalNow));
        var todos = await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).Where(t => t.OwnerId == act.Me.Id && t.DoneAt == null && t.DueAt != null && (t.DueOn > act.Today || (t.DueOn == act.Today && t.DueAt > now))
            && (customer == null || t.Customer!.Key == customer || t.Deal!.Customer!.Key == customer)).OrderBy(t => t.DueOn).ThenBy(t => t.DueAt).Take(SoonestMeetings).ToListAsync(cancellationToken);
        if (todos.Find(t => Meeting.IsOne(t.Title)) is not { } meeting) return Act.Say("Bad.no_meeting_ahead");
        meeting.RemindMinutes = minutes;
        return act.Receipt(new Word("Receipt.remind", meeting.Called()), meeting.Deal?.Name ?? meeting.Customer?.Name, ToldAt(meeting));
    }

    private static Reply Receipt(Act act, Person person, Todo todo)
    {
        Button[] days = todo.DueOn is not null ? [] :
        [
            new("Button.today", "snooze", Later(todo, act.Today)),
            new("Button.tomorrow", "snooze", Later(todo, act.Today.AddDays(1))),
            new("Button.next_monday", "snooze", Later(todo, act.Today.AddDays(8 - (((int)act.Today.DayOfWeek + 6) % 7) - 1))),
        ];
        if (Unknown(act, todo) is { } name && act.Me.May(Permission.WriteSales))
        {
            days = [.. days, new(new Word("Customer.near_new", Excerpt.Of(name)), "create_customer", new Slots { ["customer_text"] = name })];
        }

        var title = person.Id == act.Me.Id ? new Word("Receipt.task") : new Word("Receipt.task_for", person);
        var told = new View(null, null, todo.DueOn is null ? new Word("Notice.task_undated", act.Me, todo.Called()) : new Word("Notice.task", act.Me, todo.Called(), new When(todo.DueOn, todo.DueAt)));
        return act.Receipt(title, todo.Deal?.Name ?? todo.Customer?.Name, Note(act, todo), days) with
        {
            Notices = person.Id == act.Me.Id ? [] : [new Notice(person, told)],
        };
    }

    /// <summary>A to-do about somebody unknown is kept as it was said; it belongs to nobody's record.</summary>
    private static Word? Note(Act act, Todo todo) =>
        Unknown(act, todo) is { } name ? new Word("Task.unknown_customer", Excerpt.Of(name)) : todo.DueOn is null ? new Word("Ask.task_when") : ToldAt(todo);

    /// <summary>The moment that a reminder so long before comes to; null where none was asked for.</summary>
    private static Word? ToldAt(Todo todo) => todo is { RemindMinutes: { } before, DueOn: { } day, DueAt: { } time } && day.ToDateTime(time).AddMinutes(-before) is var told
        ? new Word("Task.told_at", new When(DateOnly.FromDateTime(told), TimeOnly.FromDateTime(told))) : null;

    private static string? Unknown(Act act, Todo todo) => todo.Customer is null ? act.Slots.Text("customer") : null;

    private static Slots Later(Todo todo, DateOnly day)
    {
        var data = new Slots { ["task"] = todo.Key };
        data.Set("date", day);
        return data;
    }
}
