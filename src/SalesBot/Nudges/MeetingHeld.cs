using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>FU-13: half an hour after a visit or meeting was to begin its owner is asked to log it, unless it was logged, ticked or moved meanwhile.</summary>
internal sealed class MeetingHeld : NudgeRule
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    public override string Id => "meeting_held";

    public override bool Urgent => true;

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(scan, cancellationToken);
        return [.. held.SelectMany(m => For(scan, m.Todo, m.At + After, new Evaluation(m.At, 30, "minutes") { Owner = m.Owner.Id }, m.Owner))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToHashSet();
        var held = (await HeldAsync(scan, cancellationToken)).Where(m => ids.Contains(m.Todo.Id)).OrderBy(m => m.At).ToList();
        return held.Count == 0 ? null : new Told(new Word("Nudge.meeting_held.title", held.Count), [.. held.Select(Row)], [.. findings.Where(f => held.Exists(m => m.Todo.Id == f.SubjectId))])
        {
            Why = new Word("Nudge.meeting_held.why"),
        };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) => BookedMeeting.Over(scan, findings);

    private static async Task<IReadOnlyList<BookedMeeting>> HeldAsync(Scan scan, CancellationToken cancellationToken)
    {
        var begun = (await BookedMeeting.AroundAsync(scan, cancellationToken)).Where(m => m.At + After <= scan.Now).ToList();
        if (begun.Count == 0)
        {
            return begun;
        }

        var (from, deals, customers) = (begun.Min(m => m.At), begun.Select(m => m.Todo.DealId).OfType<long>().ToList(), begun.Select(CustomerOf).OfType<long>().ToList());
        var told = await scan.Db.FollowUps.WithCustomer().Where(f => f.CreatedAt >= from && ((f.DealId != null && deals.Contains(f.DealId.Value)) || (f.CustomerId != null && customers.Contains(f.CustomerId.Value))))
            .Select(f => new { f.CreatedAt, f.DealId, f.CustomerId }).ToListAsync(cancellationToken);
        return [.. begun.Where(m => !told.Exists(f => f.CreatedAt >= m.At && ((m.Todo.DealId is { } deal && f.DealId == deal) || (CustomerOf(m) is { } customer && f.CustomerId == customer))))];
    }

    private static long? CustomerOf(BookedMeeting meeting) => meeting.Todo.CustomerId ?? meeting.Todo.Deal?.CustomerId;

    private static NudgeRow Row(BookedMeeting meeting) => new(
        meeting.Todo.Called(),
        meeting.Todo.About() is { } about ? new Word("Nudge.due.row", meeting.At, about) : (object)meeting.At,
        "",
        meeting.Todo.Deal?.Key is { } deal ? new Button("Button.log_followup", "log_followup", new Slots { ["deal"] = deal })
            : meeting.Todo.Customer?.Key is { } customer ? new Button("Button.log_followup", "log_followup", new Slots { ["customer"] = customer })
            : null);
}
