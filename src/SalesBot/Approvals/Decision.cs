using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Takes a decision, once: the first one wins, a later one is told who was first, and who is no approver changes nothing and is recorded.
/// Two at the same moment are kept apart by the approval's version; the slower turn is run again and finds the decision.
/// </summary>
internal static class Decision
{
    /// <summary>Checks who presses, whether it is still open and whether a reason is given, then decides.</summary>
    public static async Task<Reply> TakeAsync(Act act, string command, ApprovalStatus outcome, CancellationToken cancellationToken)
    {
        var mine = Seating.PutBefore(act, act.Db.Approvals);
        var (approval, answer) = await FindApproval.OneAsync(act, mine, cancellationToken);
        if (approval is null)
        {
            return answer!;
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        if (!facts.MayDecide(act.Me))
        {
            Ledger.Refusal(act.Db, act.Me, command, act.Now);
            return Act.Say("Approval.not_yours");
        }

        if (approval.Status != ApprovalStatus.Pending)
        {
            return TooLate(act, approval, facts);
        }

        if (approval.Kind is ApprovalKind.AmountReview or ApprovalKind.SplitReview && outcome == ApprovalStatus.Returned)
        {
            return new Reply(facts.For(act.Me, "Approval.review_returns_not"));
        }

        var remark = act.Slots.Text("reason") ?? act.Slots.Text("content");
        if (outcome != ApprovalStatus.Approved && string.IsNullOrWhiteSpace(remark))
        {
            return Question.For(act.With("approval_id", approval.Key), "reason");
        }

        return Decide(act, facts, outcome, remark);
    }

    private static Reply Decide(Act act, ApprovalFacts facts, ApprovalStatus outcome, string? remark)
    {
        var approval = facts.Approval;
        // Who sat there when it was decided stays in the trail.
        facts.Seating.Settle(act.Db, approval);
        (approval.Status, approval.DecidedById, approval.DecidedAt) = (outcome, act.Me.Id, act.Now);
        approval.Comment = remark?.Trim() is { Length: > 1000 } long_ ? long_[..1000] : remark?.Trim();
        Follow(approval, outcome);
        var submitter = act.Org.Find(approval.SubmitterId);
        var told = submitter is null ? null : facts.Tell(submitter, new Word("Approval.told." + outcome, facts.Name, facts.Decider, approval.Comment ?? ""));
        return new Reply(facts.For(act.Me, submitter is null ? null : new Word("Receipt.told", submitter)))
        {
            InPlace = true,
            Focus = Focused(act, approval),
            Notices = told is null ? [] : [told],
            Refreshes = [facts.Refresh],
        };
    }

    /// <summary>The same answer to one's own second press; to somebody else's, who was first and when.</summary>
    private static Reply TooLate(Act act, Approval approval, ApprovalFacts facts)
    {
        Word note = approval.DecidedById == act.Me.Id
            ? new Word("Approval.you_did", approval.Status, approval.DecidedAt)
            : facts.TooLate;
        return new Reply(facts.For(act.Me, note, note)) { InPlace = true, Focus = Focused(act, approval) };
    }

    /// <summary>What was decided about becomes what was decided.</summary>
    public static void Follow(Approval approval, ApprovalStatus outcome)
    {
        var status = outcome switch
        {
            ApprovalStatus.Approved => ContractStatus.Approved,
            ApprovalStatus.Refused => ContractStatus.Refused,
            ApprovalStatus.Withdrawn => ContractStatus.Draft,
            _ => ContractStatus.Returned,
        };
        if (approval.Contract is { } contract)
        {
            contract.Status = status;
        }

        if (approval.Quote is { } quote)
        {
            quote.Status = status;
        }

        if (approval is { Kind: ApprovalKind.AmountReview, Deal: { } deal })
        {
            AmountWatch.Settle(deal, approval, outcome);
        }
    }

    /// <summary>What is decided is no longer what a bare "approve" means.</summary>
    private static Language.Focus Focused(Act act, Approval approval) =>
        (approval.Deal is { } deal ? act.About(deal) : act.Focus.Settled()) with { Approval = null };
}
