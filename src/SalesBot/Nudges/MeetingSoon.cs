using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>FU-13: an hour (or as long as was asked for) before a visit or meeting that is booked with its time its owner is reminded, with the pre-call card one press away.</summary>
internal sealed class MeetingSoon : NudgeRule
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    public override string Id => "meeting_soon";

    public override bool Urgent => true;

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var booked = await BookedMeeting.AroundAsync(scan, cancellationToken);
        return [.. booked.Where(m => m.At > scan.Now && m.Told(Ahead) <= scan.Now).SelectMany(m => For(scan, m.Todo, m.Told(Ahead), Clock(m), m.Owner))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToHashSet();
        var coming = (await BookedMeeting.AroundAsync(scan, cancellationToken)).Where(m => ids.Contains(m.Todo.Id) && m.At > scan.Now).OrderBy(m => m.At).ToList();
        return coming.Count == 0 ? null
            : new Told(new Word(coming.Exists(m => m.Todo.RemindMinutes is not null) ? "Nudge.meeting_soon.asked" : "Nudge.meeting_soon.title", coming.Count), [.. coming.Select(Row)], [.. findings.Where(f => coming.Exists(m => m.Todo.Id == f.SubjectId))]);
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) => BookedMeeting.Over(scan, findings);

    private static Evaluation Clock(BookedMeeting meeting) =>
        meeting.Todo.RemindMinutes is { } minutes ? new Evaluation(meeting.At, minutes, "minutes") { Owner = meeting.Owner.Id } : new Evaluation(meeting.At, 1, "hours") { Owner = meeting.Owner.Id };

    private static NudgeRow Row(BookedMeeting meeting) => new(
        meeting.Todo.Called(),
        meeting.Todo.About() is { } about ? new Word("Nudge.due.row", meeting.At, about) : (object)meeting.At,
        "",
        meeting.Todo.Customer?.Key is { } key ? new Button("Button.prepare_call", "prepare_call", new Slots { ["customer"] = key })
            : meeting.Todo.Deal?.Key is { } deal ? new Button("Button.prepare_call", "prepare_call", new Slots { ["deal"] = deal }) : null);
}
