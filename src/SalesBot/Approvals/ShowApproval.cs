using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>The card of one approval, with the buttons of whoever asks.</summary>
internal sealed class ShowApproval : Command
{
    public override CommandSpec Spec { get; } = new("show_approval", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("approval_id") ?? await NewestAsync(act, cancellationToken) ?? act.Focus.Approval;
        if (await act.Db.Approvals.VisibleTo(act.Viewer).FirstOrDefaultAsync(a => a.Key == key, cancellationToken) is not { } approval)
        {
            return Act.Say("Approval.gone");
        }

        return await OfAsync(act, approval, cancellationToken);
    }

    /// <summary>“合同审批到哪了” means what one submitted last, of that kind: after a return and a new submission the new one.</summary>
    private static Task<string?> NewestAsync(Act act, CancellationToken cancellationToken) =>
        act.Pressed ? Task.FromResult<string?>(null) : ListApprovals.Filter(act, "submitted").OrderByDescending(a => a.Id).Select(a => a.Key).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Also the answer to "open the Tidewell one" when approvals were listed: whoever decides wants what waits, not the deal.</summary>
    public static async Task<Reply> OfAsync(Act act, Approval approval, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        return new Reply(facts.For(act.Me)) { Focus = act.Focus.Settled() with { Approval = approval.Key, Deal = approval.Deal?.Key ?? act.Focus.Deal, Contract = approval.Contract?.Key ?? act.Focus.Contract } };
    }
}
