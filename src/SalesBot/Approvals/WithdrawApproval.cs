using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>Takes back what one submitted while nobody has decided it; the approvers' cards say so.</summary>
internal sealed class WithdrawApproval : Command
{
    public override CommandSpec Spec { get; } = new("withdraw_approval", Permission.SubmitApproval) { Undoable = false, InHelp = false, TakesBack = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var mine = act.Db.Approvals.Where(a => a.SubmitterId == act.Me.Id && KindRule.Withdrawn.Contains(a.Kind));
        var (approval, answer) = await FindApproval.OneAsync(act, mine, cancellationToken);
        if (approval is null)
        {
            return answer!;
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        var takenBack = KindRule.Withdrawn.Contains(approval.Kind);
        if (approval.SubmitterId != act.Me.Id || !takenBack)
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(takenBack ? "Approval.not_yours_to_withdraw" : "KindRule.withdraw_approval");
        }

        if (approval.Status != ApprovalStatus.Pending)
        {
            return new Reply(facts.For(act.Me, facts.TooLate, facts.TooLate)) { InPlace = true };
        }

        var asked = Withdrawal.Apply(facts, act.Me);
        return new Reply(facts.For(act.Me, new Word("Receipt.told", asked.ToList())))
        {
            InPlace = true,
            Notices = [.. asked.Select(p => new Notice(p, new View(null, null, new Word("Approval.told.Withdrawn", facts.Name, act.Me))))],
            Refreshes = [facts.Refresh],
        };
    }
}
