using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// A to-do or next step is told to its owner on the day it is due, of a day off on the working day before, and once more on the first working day after, when it was not done
/// (FU-09; complaint 1: nobody is reminded when a follow-up date arrives). A wake-up call was told when it was found: here only when it is late. Invoices have a rule of their own (<see cref="OpenInvoices"/>).
/// </summary>
internal sealed class DueTodos : NudgeRule
{
    public override string Id => "due";

    public override bool Passing => true;

    /// <summary>What is due of a deal that stands still, or a call to a quiet customer, is said in its line.</summary>
    public override IReadOnlyList<string> SaidBy { get; } = ["stalled", SilentCustomers.Rule];

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner])] };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var latest = Latest(scan);
        var due = await scan.Db.Todos.AsNoTracking().Where(t => t.DoneAt == null && t.DueOn != null && t.DueOn <= latest && t.Kind != TodoKind.Invoice).ToListAsync(cancellationToken);
        return [.. due.SelectMany(t => scan.Org.Find(t.OwnerId) is { } owner && IsNews(t, owner, Presence.Day(owner, scan.Now)) ? ForFirst(scan, t, Since(t, owner, Presence.Day(owner, scan.Now)), Facts(t, owner), owner) : [])];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var today = Presence.Day(person, scan.Now);
        var next = WorkCalendar.China.NextWorkday(today);
        var open = await scan.Db.Todos.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && t.DoneAt == null && t.DueOn < next).OrderBy(t => t.DueOn).ThenBy(t => t.DueAt).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        var late = open.Count(t => t.DueOn < today);
        var soon = late == 0 && open.Exists(t => t.DueOn > today);
        Word title = soon ? new(open.TrueForAll(t => t.DueOn > today) ? "Nudge.due.off" : "Nudge.due.soon", open.Count) : late == 0 ? new("Nudge.due.today", open.Count) : late == open.Count ? new("Nudge.due.late", late) : new("Nudge.due.both", open.Count, late);
        return new Told(title, [.. open.Select(t => Row(t, today))], [.. findings.Where(f => open.Exists(t => t.Id == f.SubjectId))]) { Most = 8, Buttons = [new Button("Button.my_tasks", "list_tasks")] };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var latest = Latest(scan);
        return findings.Where(f => !scan.Db.Todos.Any(t => t.Id == f.SubjectId && t.DoneAt == null && t.DueOn <= latest));
    }

    /// <summary>The last day before the next working day. East of the company it is tomorrow already; whether it is the day where the owner is, is looked at for each.</summary>
    private static DateOnly Latest(Scan scan) => WorkCalendar.China.NextWorkday(scan.Today.AddDays(1)).AddDays(-1);

    /// <summary>Due, and not only just set: who has said it today knows.</summary>
    private static bool IsNews(Todo todo, Person owner, DateOnly today) =>
        todo.DueOn < today || (todo.Kind != TodoKind.WakeUp && TellOn(todo) <= today && Presence.Day(owner, todo.CreatedAt) < today);

    /// <summary>The day it is due, of a day off the working day before.</summary>
    private static DateOnly TellOn(Todo todo) => WorkCalendar.China.IsWorkday(todo.DueOn!.Value) ? todo.DueOn.Value : WorkCalendar.China.AddWorkdays(todo.DueOn.Value, -1);

    private static Evaluation Facts(Todo todo, Person owner) => new(Zones.Instant(todo.DueOn!.Value, TimeOnly.MinValue, owner.TimeZone), 0);

    /// <summary>Due today is one occurrence, overdue another; a to-do that was moved has a new day and so a new one.</summary>
    private static DateTimeOffset Since(Todo todo, Person owner, DateOnly today) =>
        Zones.Instant(todo.DueOn < today ? todo.DueOn!.Value.AddDays(1) : TellOn(todo), TimeOnly.MinValue, owner.TimeZone);

    /// <summary>When it is due, and of what is overdue by how much.</summary>
    public static NudgeRow Row(Todo todo, DateOnly today) => new(
        todo.Called(),
        todo.About() is { } about ? new Word("Nudge.due.row", Due(todo, today), about) : Due(todo, today),
        "",
        todo.Kind == TodoKind.WakeUp
            ? new Button("Button.wake_up", "wake_up", new Slots { ["customer"] = todo.Customer!.Key })
            : todo is { Kind: TodoKind.Complete, Deal: { } deal } ? new Button("Button.complete", "incomplete_deals", new Slots { ["deal"] = deal.Key })
            : new Button("Button.done", "complete_task", new Slots { ["task"] = todo.Key }));

    private static object Due(Todo todo, DateOnly today) => new When(todo.DueOn, todo.DueAt) is var due && todo.DueOn is { } day ? Overdue.Say(due, day, today) : due;
}
