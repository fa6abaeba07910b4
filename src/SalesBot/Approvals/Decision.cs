using SalesBot.Approvals.Flows;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Takes a decision, once: the first one wins, a later one is told who was first, and who is no approver changes nothing and is recorded.
/// Two at the same moment are kept apart by the approval's version; the slower turn is run again and finds the decision.
/// </summary>
internal static class Decision
{
    private const int LongestRemark = 1000;

    /// <summary>Checks who presses, whether it is still open, whether it is what they saw and whether a reason is given, then decides.</summary>
    public static async Task<Reply> TakeAsync(Act act, string command, ApprovalStatus outcome, CancellationToken cancellationToken)
    {
        var mine = Seating.PutBefore(act, act.Db.Approvals);
        var (approval, answer) = await FindApproval.OneAsync(act, mine, cancellationToken);
        if (approval is null)
        {
            return answer!;
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        if (!facts.Seating.Sits(approval, act.Me))
        {
            Ledger.Refusal(act.Db, act.Me, command, act.Now);
            return Act.Say("Approval.not_yours");
        }

        if (approval.Status == ApprovalStatus.Pending && !facts.MayDecide(act.Me))
        {
            // Somebody else may have decided between the reading of the approval and that of its seats.
            await act.Db.Entry(approval).ReloadAsync(cancellationToken);
        }

        if (approval.Status != ApprovalStatus.Pending || !facts.MayDecide(act.Me))
        {
            return TooLate(act, approval, facts);
        }

        if (approval.Kind is ApprovalKind.AmountReview or ApprovalKind.SplitReview && outcome == ApprovalStatus.Returned)
        {
            return new Reply(facts.For(act.Me, "Approval.review_returns_not"));
        }

        var content = await ApprovalContent.OfAsync(act.Db, approval, cancellationToken);
        var bound = approval.ContentHash;
        if (!content.IsBound(approval))
        {
            return await ChangedAsync(act, facts, content, cancellationToken);
        }

        if (act.Slots.Text("hash") is { } seen && bound is not null && !bound.StartsWith(seen, StringComparison.Ordinal))
        {
            return new Reply(facts.For(act.Me, "Approval.other_content", "Approval.other_content")) { InPlace = true };
        }

        var remark = act.Slots.Text("reason", LongestRemark) ?? act.Slots.Text("content", LongestRemark);
        return outcome != ApprovalStatus.Approved && string.IsNullOrWhiteSpace(remark)
            ? Question.For(act.With("approval_id", approval.Key), "reason")
            : Speak(act, facts, outcome, remark?.Trim());
    }

    /// <summary>Gives the voice of everybody for whom this person sits, and goes on where that passes or ends the step.</summary>
    public static Reply Speak(Act act, ApprovalFacts facts, ApprovalStatus outcome, string? remark)
    {
        var approval = facts.Approval;
        // Who sat there when it was decided stays in the trail.
        facts.Seating.Settle(act.Db, approval);
        foreach (var seat in facts.Seating.Of(approval).Where(a => a.PersonId == act.Me.Id))
        {
            (seat.Voice, seat.VoicedAt, seat.Remark) = (outcome, act.Now, remark);
        }

        // Two who speak at the same moment each count the other: one of the two turns is run again.
        act.Db.Entry(approval).Property(a => a.Step).IsModified = true;
        return Tally.Of(approval, Way.Present(approval)) switch
        {
            null => Counted(act, facts),
            ApprovalStatus.Approved => Steps.Advance(act.Db, approval, facts.Seating) is { } next ? PassedOn(act, facts, next) : Decide(act, facts, ApprovalStatus.Approved, remark),
            var against => Decide(act, facts, against.Value, remark),
        };
    }

    private static Reply Decide(Act act, ApprovalFacts facts, ApprovalStatus outcome, string? remark)
    {
        var approval = facts.Approval;
        (approval.Status, approval.DecidedById, approval.DecidedAt, approval.Comment) = (outcome, act.Me.Id, act.Now, remark);
        Follow(approval, outcome);
        return Answer(act, facts, [], new Word("Approval.told." + outcome, facts.Name, facts.Decider, remark ?? ""));
    }

    /// <summary>One voice of several.</summary>
    private static Reply Counted(Act act, ApprovalFacts facts)
    {
        var reply = new Reply(facts.For(act.Me, new Word("Approval.counted", facts.Ball.Names)));
        return reply with { InPlace = true, Focus = Focused(act, facts.Approval), Refreshes = [facts.Refresh] };
    }

    /// <summary>The step has passed: the next ones get the card, the submitter a word.</summary>
    private static Reply PassedOn(Act act, ApprovalFacts facts, IReadOnlyList<Person> next) =>
        Answer(act, facts, next, new Word("Approval.told_step", facts.Name, act.Me, facts.Ball.Names, facts.Ball.DueAt));

    private static Reply Answer(Act act, ApprovalFacts facts, IReadOnlyList<Person> next, Word text)
    {
        var submitter = act.Org.Find(facts.Approval.SubmitterId);
        Notice[] told = [.. next.Where(p => p.Id != act.Me.Id).Select(p => facts.Tell(p)), .. submitter is null ? [] : new[] { facts.Tell(submitter, text) }];
        return new Reply(facts.For(act.Me, told.Length == 0 ? null : new Word("Receipt.told", told.Select(n => n.To).ToList())))
        {
            InPlace = true,
            Focus = Focused(act, facts.Approval),
            Notices = told,
            Refreshes = [facts.Refresh],
        };
    }

    /// <summary>The same answer to one's own second press; to somebody else's, who was first and when; to one of an earlier step, with whom it is.</summary>
    private static Reply TooLate(Act act, Approval approval, ApprovalFacts facts)
    {
        var own = approval.Approvers.Where(a => a.PersonId == act.Me.Id && a.Voice is not null && !a.HandedOn).OrderBy(a => a.VoicedAt).LastOrDefault();
        var note = (approval.Status, own) switch
        {
            (ApprovalStatus.Pending, { Voice: { } voice }) => new Word("Approval.you_spoke", voice, own.VoicedAt, facts.Ball.Names),
            (ApprovalStatus.Pending, _) => new Word("Approval.passed_you", facts.Ball.Names),
            _ when approval.DecidedById == act.Me.Id => new Word("Approval.you_did", approval.Status, approval.DecidedAt),
            _ => facts.TooLate,
        };
        return new Reply(facts.For(act.Me, note, note)) { InPlace = true, Focus = Focused(act, approval) };
    }

    /// <summary>It is no longer what was submitted: an amount under review is shown anew, anything else needs approval again.</summary>
    private static async Task<Reply> ChangedAsync(Act act, ApprovalFacts facts, ApprovalContent content, CancellationToken cancellationToken)
    {
        var approval = facts.Approval;
        if (approval.Kind is not (ApprovalKind.Contract or ApprovalKind.Quote))
        {
            (approval.Content, approval.ContentHash) = (content.Json, content.Hash);
            return new Reply(facts.For(act.Me, "Approval.other_content", "Approval.other_content")) { InPlace = true, Refreshes = [facts.Refresh] };
        }

        var told = await ContentWatch.VoidAsync(act, approval, new Reply(new View(null, null, "Approval.other_content")), cancellationToken);
        return told with { View = facts.For(act.Me, "Approval.other_content", "Approval.other_content"), InPlace = true };
    }

    /// <summary>What was decided about becomes what was decided.</summary>
    public static void Follow(Approval approval, ApprovalStatus outcome)
    {
        var status = outcome switch
        {
            ApprovalStatus.Approved => ContractStatus.Approved,
            ApprovalStatus.Refused => ContractStatus.Refused,
            ApprovalStatus.Withdrawn or ApprovalStatus.Void => ContractStatus.Draft,
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
