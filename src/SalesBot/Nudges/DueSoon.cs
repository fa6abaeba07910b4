using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>A to-do with a time of its own is told a quarter of an hour before it, or as long as was asked for (complaint 1); visits and meetings have <see cref="MeetingSoon"/>.</summary>
internal sealed class DueSoon : NudgeRule
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    /// <summary>One that was missed for longer, while the service was down or nobody at work, is one of the overdue ones.</summary>
    private static readonly TimeSpan Missed = TimeSpan.FromHours(1);

    public override string Id => "due_soon";

    public override bool Urgent => true;

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken) =>
        [.. (await SoonAsync(scan, cancellationToken)).SelectMany(t => For(scan, t.Todo, t.Told(Ahead), new Evaluation(t.At, (int)t.Ahead(Ahead).TotalMinutes, "minutes") { Owner = t.Owner.Id }, t.Owner))];

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToHashSet();
        var soon = (await SoonAsync(scan, cancellationToken)).Where(t => ids.Contains(t.Todo.Id) && t.Owner.Id == person.Id).OrderBy(t => t.At).ToList();
        return soon.Count == 0 ? null
            : new Told(new Word(soon.TrueForAll(t => t.At <= scan.Now) ? "Nudge.due_soon.now" : soon.Exists(t => t.Todo.RemindMinutes is not null) ? "Nudge.due_soon.asked" : "Nudge.due_soon.title", soon.Count), [.. soon.Select(t => DueTodos.Row(t.Todo, Presence.Day(person, scan.Now)))], [.. findings.Where(f => soon.Exists(t => t.Todo.Id == f.SubjectId))]);
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) => BookedMeeting.Over(scan, findings);

    private static async Task<IReadOnlyList<BookedMeeting>> SoonAsync(Scan scan, CancellationToken cancellationToken) =>
        [.. (await BookedMeeting.TimedAsync(scan, todos => todos.Where(t => t.Kind != TodoKind.Invoice), cancellationToken)).Where(t => !BookedMeeting.Is(t.Todo) && t.Told(Ahead) <= scan.Now && scan.Now < t.At + Missed)];
}
