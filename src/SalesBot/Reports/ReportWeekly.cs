using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>What one, somebody or the team did in a week, and what is due in the next.</summary>
internal sealed class ReportWeekly : Command
{
    public override CommandSpec Spec { get; } = new("report_weekly", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await ActivityReport.ShowAsync(act, "Report.weekly", "this_week", "next_week", await AnchorAsync(act, cancellationToken), cancellationToken);

    /// <summary>For whoever leads everybody: the hash with which the trail of the month before ended. Printed, it proves later that nothing before it was rewritten.</summary>
    private static async Task<Word?> AnchorAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Viewer.Owners is not null)
        {
            return null;
        }

        var month = ActivityFacts.Start(act, new DateOnly(act.Today.Year, act.Today.Month, 1));
        var last = await act.Db.Audit.AsNoTracking().Where(a => a.Hash != null && a.At < month).OrderByDescending(a => a.Seal).Select(a => a.Hash).FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : new Word("Report.anchor", act.Today.AddDays(-act.Today.Day), last);
    }
}
