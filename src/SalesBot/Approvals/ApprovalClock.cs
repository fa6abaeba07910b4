namespace SalesBot.Approvals;

/// <summary>The SLA of an approval (AP-02, AP-03).</summary>
internal sealed class ApprovalClock
{
    /// <summary>Time to decide, from submission and again from each escalation; wall clock (AP-02).</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(48);
}
