using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>How long approvals took that were decided in the last 90 days (AP-05): mean, median and P90 from submission by kind, and from being asked by approver.</summary>
internal sealed class ApprovalTimes : Command
{
    private const int Days = 90;
    private const int Most = 12;

    public override CommandSpec Spec { get; } = new("approval_times", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-Days);
        var decided = await act.Db.Approvals.VisibleTo(act.Viewer).Where(a => a.DecidedAt >= since && a.DecidedById != null && (a.Status == ApprovalStatus.Approved || a.Status == ApprovalStatus.Refused || a.Status == ApprovalStatus.Returned))
            .Select(a => new { a.Kind, a.SubmittedAt, a.DecidedAt }).ToListAsync(cancellationToken);
        var visible = act.Db.Approvals.VisibleTo(act.Viewer);
        var spoken = await act.Db.Approvers.Where(p => p.VoicedAt >= since && p.VoicedAt >= p.AddedAt && p.Voice != ApprovalStatus.Withdrawn && visible.Any(a => a.Id == p.ApprovalId))
            .Select(p => new { p.PersonId, p.AddedAt, p.VoicedAt }).ToListAsync(cancellationToken);
        Word title = new("Times.title", Days);
        var before = since.AddDays(-Days);
        var complaints = await act.Db.Complaints.VisibleTo(act.Viewer).Where(c => c.CreatedAt >= before).Select(c => c.CreatedAt).ToListAsync(cancellationToken);
        Word complained = new("Times.complaints", complaints.Count(at => at >= since), complaints.Count(at => at < since));
        if (decided.Count == 0)
        {
            return Act.Say(new Word("Format.Paragraphs", new Word("Times.none", Days), complained));
        }

        var all = decided.Select(a => Hours(a.SubmittedAt, a.DecidedAt!.Value)).ToList();
        object[] sections =
        [
            new { Title = new Word("Times.by_kind"), Rows = decided.GroupBy(a => a.Kind).OrderBy(g => g.Key).Select(g => Row(g.Key, [.. g.Select(a => Hours(a.SubmittedAt, a.DecidedAt!.Value))])).ToList() },
            new { Title = new Word("Times.by_person"), Rows = spoken.GroupBy(p => p.PersonId).OrderByDescending(g => g.Count()).Take(Most).Select(g => Row(act.Org.Find(g.Key), [.. g.Select(p => Hours(p.AddedAt, p.VoicedAt!.Value))])).ToList() },
        ];
        object[] tiles = [Tile("Times.mean", all.Average()), Tile("Times.median", Quantiles.At(all, 0.5)), Tile("Times.p90", Quantiles.At(all, 0.9))];
        return new Reply(new View("report", new { Title = title, Subtitle = new Word("Format.Dot", new Word("Times.count", decided.Count), complained), Tiles = tiles, Sections = sections }, title));
    }

    private static double Hours(DateTimeOffset from, DateTimeOffset to) => (to - from).TotalHours;

    private static object Tile(string label, double hours) => new { Value = Length.Of(hours), Label = new Word(label) };

    private static object Row(object? who, IReadOnlyList<double> hours) =>
        new { Main = who, Second = new Word("Times.row", hours.Count, Length.Of(hours.Average()), Length.Of(Quantiles.At(hours, 0.5)), Length.Of(Quantiles.At(hours, 0.9))) };
}
