using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Reports;

/// <summary>What one, somebody or the team did in a week, and what is due in the next.</summary>
internal sealed class ReportWeekly : Command
{
    public override CommandSpec Spec { get; } = new("report_weekly", Permission.ReadReports) { Changes = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => ActivityReport.ShowAsync(act, "Report.weekly", "this_week", "next_week", cancellationToken);
}
