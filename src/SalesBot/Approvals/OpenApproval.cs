using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>Opens an approval and says with whom the ball is; one that is open already is not opened twice (AP-01).</summary>
internal static class OpenApproval
{
    /// <summary>Adds <paramref name="approval"/> (kind and subject set) with its way, clock and approvers, bound to what it is about, and pushes the card to them.</summary>
    /// <returns>Null when the company has nobody else who could decide.</returns>
    public static async Task<(ApprovalFacts Facts, IReadOnlyList<Notice> Notices)?> AddAsync(Act act, Approval approval, Person submitter, CancellationToken cancellationToken)
    {
        approval.Key = Keys.New('A');
        approval.SubmitterId = submitter.Id;
        approval.SubmittedAt = approval.CreatedAt = act.Now;
        act.Db.Approvals.Add(approval);
        if (!await Steps.BeginAsync(act.Db, approval, await Seating.LoadAsync(act.Db, act.Org, act.Now, cancellationToken), cancellationToken))
        {
            act.Db.Entry(approval).State = EntityState.Detached;
            return null;
        }

        var content = await ApprovalContent.OfAsync(act.Db, approval, cancellationToken);
        (approval.Content, approval.ContentHash) = (content.Json, content.Hash);
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        return (facts, [.. facts.Ball.Holders.Select(p => facts.Tell(p))]);
    }

    /// <summary>The receipt of a submission: who has it now, until when.</summary>
    public static async Task<Reply> SubmitAsync(Act act, Approval approval, Word title, CancellationToken cancellationToken)
    {
        if (await AddAsync(act, approval, act.Me, cancellationToken) is not { } opened)
        {
            act.Db.DropChanges();
            return Act.Say("Approval.nobody");
        }

        var ball = opened.Facts.Ball;
        Button[] buttons = [Key("Button.show_approval", "show_approval", approval), Key("Button.withdraw", "withdraw_approval", approval)];
        return act.Receipt(title, opened.Facts.Name, new Word("Approval.ball_until", ball.Names, ball.DueAt), buttons) with
        {
            Focus = act.About(approval.Deal!) with { Approval = approval.Key },
            Notices = opened.Notices,
        };
    }

    /// <summary>The answer to a second submission of the same: nothing new happened, and with whom it is.</summary>
    public static async Task<Reply?> AlreadyAsync(Act act, IQueryable<Approval> same, CancellationToken cancellationToken)
    {
        if (await same.Where(a => a.Status == ApprovalStatus.Pending).FirstOrDefaultAsync(cancellationToken) is not { } open)
        {
            return null;
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, open, act.Now, cancellationToken);
        var note = new Word("Approval.already", open.SubmittedAt, facts.Ball.Names, facts.Ball.DueAt);
        return new Reply(facts.For(act.Me, note, note)) { Focus = act.About(open.Deal!) with { Approval = open.Key } };
    }

    private static Button Key(Word title, string verb, Approval approval) => new(title, verb, new Slots { ["approval_id"] = approval.Key });
}
