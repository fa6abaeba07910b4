using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// A to-do or next step is told to its owner on the day it is due, and once more on the first working day after, when it was not done
/// (FU-09; complaint 1: nobody is reminded when a follow-up date arrives). Invoices have a rule of their own (<see cref="OpenInvoices"/>).
/// </summary>
internal sealed class DueTodos : NudgeRule
{
    public override string Id => "due";

    public override bool Passing => true;

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner])] };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        // East of the company it is tomorrow already; whether it is the day where the owner is, is looked at below.
        var latest = scan.Today.AddDays(1);
        var due = await scan.Db.Todos.AsNoTracking().Where(t => t.DoneAt == null && t.DueOn != null && t.DueOn <= latest && t.Kind != TodoKind.Invoice).ToListAsync(cancellationToken);
        return [.. due.SelectMany(t => scan.Org.Find(t.OwnerId) is { } owner && IsNews(t, owner, Presence.Day(owner, scan.Now)) ? ForFirst(scan, t, Since(t, owner, Presence.Day(owner, scan.Now)), Facts(t, owner), owner) : [])];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var today = Presence.Day(person, scan.Now);
        var open = await scan.Db.Todos.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && t.DoneAt == null && t.DueOn <= today).OrderBy(t => t.DueOn).ThenBy(t => t.DueAt).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        var late = open.Count(t => t.DueOn < today);
        Word title = late == 0 ? new("Nudge.due.today", open.Count) : late == open.Count ? new("Nudge.due.late", late) : new("Nudge.due.both", open.Count, late);
        return new Told(title, [.. open.Select(Row)], [.. findings.Where(f => open.Exists(t => t.Id == f.SubjectId))]) { Most = 8, Buttons = [new Button("Button.my_tasks", "list_tasks")] };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Todos.Any(t => t.Id == f.SubjectId && t.DoneAt == null && t.DueOn < scan.Today.AddDays(2)));

    /// <summary>Due, and not only just set for today: who has said it an hour ago knows.</summary>
    private static bool IsNews(Todo todo, Person owner, DateOnly today) => todo.DueOn < today || (todo.DueOn == today && Presence.Day(owner, todo.CreatedAt) < today);

    private static Evaluation Facts(Todo todo, Person owner) => new(Zones.Instant(todo.DueOn!.Value, TimeOnly.MinValue, owner.TimeZone), 0);

    /// <summary>Due today is one occurrence, overdue another; a to-do that was moved has a new day and so a new one.</summary>
    private static DateTimeOffset Since(Todo todo, Person owner, DateOnly today) =>
        Zones.Instant(todo.DueOn < today ? todo.DueOn!.Value.AddDays(1) : todo.DueOn!.Value, TimeOnly.MinValue, owner.TimeZone);

    public static NudgeRow Row(Todo todo) => new(
        todo.Called(),
        todo.About() is { } about ? new Word("Nudge.due.row", new When(todo.DueOn, todo.DueAt), about) : (object)new When(todo.DueOn, todo.DueAt),
        "",
        todo.Kind == TodoKind.WakeUp
            ? new Button("Button.wake_up", "wake_up", new Slots { ["customer"] = todo.Customer!.Key })
            : todo is { Kind: TodoKind.Complete, Deal: { } deal } ? new Button("Button.complete", "incomplete_deals", new Slots { ["deal"] = deal.Key })
            : new Button("Button.done", "complete_task", new Slots { ["task"] = todo.Key }));
}
