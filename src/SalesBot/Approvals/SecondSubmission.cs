using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// A submission of what is before somebody already. The same once more is told who has it; another sum or other terms are told that they were not taken, and are offered
/// to be: what waits is withdrawn and the new submitted, in one act, unless it was decided meanwhile.
/// </summary>
internal static class SecondSubmission
{
    /// <summary>The slot of that button: the approval that is withdrawn for it.</summary>
    private const string Instead = "card.instead";

    /// <summary>What to answer instead of submitting; or, where the button was pressed, what goes along with the withdrawal; or neither.</summary>
    /// <param name="other">What is said otherwise than it was submitted; null where nothing is.</param>
    public static async Task<(Reply? Answer, Reply? Withdrawn)> OfAsync(Act act, IQueryable<Approval> same, Func<Approval, object?> other, CancellationToken cancellationToken)
    {
        var open = await same.Where(a => a.Status == ApprovalStatus.Pending).FirstOrDefaultAsync(cancellationToken);
        if (act.Slots.Text(Instead) is { } instead)
        {
            return open?.Key == instead ? await WithdrawAsync(act, open, cancellationToken) : (await DecidedAsync(act, instead, cancellationToken), null);
        }

        if (open is null)
        {
            return (null, null);
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, open, act.Now, cancellationToken);
        if (other(facts.Approval) is not { } said)
        {
            return (await OpenApproval.AlreadyAsync(act, same, cancellationToken), null);
        }

        var data = new Slots(Orders.ToData(act.Frame)) { [Instead] = open.Key };
        data.Remove("confirm");
        Button[] again = open.SubmitterId == act.Me.Id ? [new Button(new Word("Button.resubmit_as", said), act.Frame.Intent, data)] : [];
        var note = new Word("Approval.already_other", open.SubmittedAt, facts.Ball.Names, facts.Ball.DueAt, Submitted(facts.Approval), said);
        return (new Reply(facts.For(act.Me, note, note, again)) { Focus = act.About(open.Deal!) with { Approval = open.Key } }, null);
    }

    /// <summary>The reply of a submission with what its withdrawal tells; what was not submitted after all has withdrawn nothing.</summary>
    public static Reply With(Reply reply, Reply? withdrawn) =>
        withdrawn is null || reply.Receipt is null ? reply : reply with { Notices = [.. withdrawn.Notices, .. reply.Notices], Refreshes = [.. withdrawn.Refreshes, .. reply.Refreshes] };

    private static Money Submitted(Approval approval) => approval.Contract is { } contract ? new Money(contract.Amount, contract.Currency) : new Money(approval.Quote?.Amount, approval.Quote?.Currency ?? "");

    private static async Task<(Reply? Answer, Reply? Withdrawn)> WithdrawAsync(Act act, Approval open, CancellationToken cancellationToken)
    {
        if (open.SubmitterId != act.Me.Id)
        {
            Ledger.Refusal(act.Db, act.Me, act.Frame.Intent, act.Now);
            return (Act.Say("Approval.not_yours_to_withdraw"), null);
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, open, act.Now, cancellationToken);
        var told = new View(null, null, new Word("Approval.told.Withdrawn", facts.Name, act.Me));
        var asked = Withdrawal.Apply(facts, act.Me);
        return (null, Act.Say("Approval.already") with { Notices = [.. asked.Select(p => new Notice(p, told))], Refreshes = [facts.Refresh] });
    }

    /// <summary>It was decided, or taken back, before the press came: nothing is submitted over that.</summary>
    private static async Task<Reply> DecidedAsync(Act act, string key, CancellationToken cancellationToken)
    {
        var before = await act.Db.Approvals.VisibleTo(act.Viewer).FirstOrDefaultAsync(a => a.Key == key, cancellationToken);
        if (before is null)
        {
            return Act.Say("NotFound.gone");
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, before, act.Now, cancellationToken);
        return new Reply(facts.For(act.Me, facts.TooLate, facts.TooLate));
    }
}
