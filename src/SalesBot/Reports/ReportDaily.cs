using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Reports;

/// <summary>What one, somebody or the team did in a day, and what is due in the next.</summary>
internal sealed class ReportDaily : Command
{
    public override CommandSpec Spec { get; } = new("report_daily", Permission.ReadReports) { Changes = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => ActivityReport.ShowAsync(act, "Report.daily", "today", "tomorrow", null, cancellationToken);
}
