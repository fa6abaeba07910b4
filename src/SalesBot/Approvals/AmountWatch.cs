using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Looks at each deal whose amount an act has changed, whatever command did it: 20 % or more away from the amount that was last reviewed, in one
/// step or in several, opens a review by director and finance (AL-02, AP-10). There is one open review a deal: a further change updates it, and
/// one that comes back under the limit closes it.
/// </summary>
internal static class AmountWatch
{
    /// <summary>Returns the reply with what the review adds to it: who is told, which cards change, a remark on the receipt.</summary>
    public static async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        foreach (var entry in act.Db.Tracked<Deal>().Where(e => e.State == EntityState.Modified && Moved(e)))
        {
            reply = await LookAsync(act, entry, reply, cancellationToken);
        }

        return reply;
    }

    /// <summary>Accepted: the new amount is the reviewed one from now on. Refused: the deal has the reviewed one again.</summary>
    public static void Settle(Deal deal, Approval review, ApprovalStatus outcome)
    {
        deal.AmountInReview = false;
        if (outcome == ApprovalStatus.Refused)
        {
            deal.Amount = review.AmountBefore;
            deal.Currency = review.CurrencyBefore ?? deal.Currency;
        }

        if (outcome is ApprovalStatus.Refused or ApprovalStatus.Approved)
        {
            deal.ReviewedAmount = deal.Amount;
        }
    }

    /// <summary>True for a review that this act's change of the amount opened, updated or closed: when the amount goes back it is looked at again.</summary>
    public static bool Follows(SalesDb db, Approval approval) =>
        approval.Kind == ApprovalKind.AmountReview && db.ChangeTracker.Entries<Deal>().Any(d => (d.Entity == approval.Deal || d.Entity.Id == approval.DealId) && Moved(d));

    /// <summary>The act gives the deal another amount or currency.</summary>
    public static bool Moved(EntityEntry<Deal> entry) => Moved(entry.Property(d => d.Amount)) || Moved(entry.Property(d => d.Currency));

    private static bool Moved<T>(PropertyEntry<Deal, T> property) => !EqualityComparer<T>.Default.Equals(property.OriginalValue, property.CurrentValue);

    private static async Task<Reply> LookAsync(Act act, EntityEntry<Deal> entry, Reply reply, CancellationToken cancellationToken)
    {
        var deal = entry.Entity;
        var review = await act.Db.Approvals.Include(a => a.Approvers).FirstOrDefaultAsync(a => a.DealId == deal.Id && a.Kind == ApprovalKind.AmountReview && a.Status == ApprovalStatus.Pending, cancellationToken);
        if (review is { Status: not ApprovalStatus.Pending })
        {
            // This very act decided it.
            return reply;
        }

        var before = review is null
            ? new Money(entry.Property(d => d.ReviewedAmount).OriginalValue ?? entry.Property(d => d.Amount).OriginalValue, entry.Property(d => d.Currency).OriginalValue)
            : new Money(review.AmountBefore, review.CurrencyBefore ?? deal.Currency);
        var after = new Money(deal.Amount, deal.Currency);
        return (review, Swings(before, after)) switch
        {
            (null, true) => await OpenAsync(act, deal, before, after, reply, cancellationToken),
            (not null, true) => await UpdateAsync(act, review, before, after, reply, cancellationToken),
            (not null, false) => await CloseAsync(act, review, deal, reply, cancellationToken),
            // What an undo has put back stands as it was.
            _ => act.Frame.Intent == "undo" ? reply : Keep(deal, before, reply),
        };
    }

    /// <summary>Another currency cannot be compared and is looked at by people; an amount that is set for the first time is no change.</summary>
    private static bool Swings(Money before, Money after) =>
        Swing.Share(before, after) is { } share ? Math.Abs(share) >= Swing.Limit : before.Amount > 0 && before.Currency != after.Currency;

    /// <summary>Small steps add up against the amount from which the first of them went out.</summary>
    private static Reply Keep(Deal deal, Money before, Reply reply)
    {
        deal.ReviewedAmount ??= before.Amount ?? deal.Amount;
        return reply;
    }

    private static async Task<Reply> OpenAsync(Act act, Deal deal, Money before, Money after, Reply reply, CancellationToken cancellationToken)
    {
        var review = new Approval { Kind = ApprovalKind.AmountReview, Deal = deal, AmountBefore = before.Amount, CurrencyBefore = before.Currency, AmountAfter = after.Amount };
        if (await OpenApproval.AddAsync(act, review, act.Me, cancellationToken) is not { } opened)
        {
            return reply;
        }

        deal.ReviewedAmount ??= before.Amount;
        deal.AmountInReview = true;
        return Noted(reply, new Word("Review.opened", Swing.Say(before, after), opened.Facts.Ball.Names)) with { Notices = [.. reply.Notices, .. opened.Notices] };
    }

    private static async Task<Reply> UpdateAsync(Act act, Approval review, Money before, Money after, Reply reply, CancellationToken cancellationToken)
    {
        review.AmountAfter = after.Amount;
        var content = await ApprovalContent.OfAsync(act.Db, review, cancellationToken);
        (review.Content, review.ContentHash) = (content.Json, content.Hash);
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, review, act.Now, cancellationToken);
        var said = Swing.Say(before, after);
        return Noted(reply, new Word("Review.updated", said, facts.Ball.Names)) with
        {
            Notices = [.. reply.Notices, .. Tell(facts, act, new Word("Review.told_updated", facts.Name, said, act.Me))],
            Refreshes = [.. reply.Refreshes, facts.Refresh],
        };
    }

    private static async Task<Reply> CloseAsync(Act act, Approval review, Deal deal, Reply reply, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, review, act.Now, cancellationToken);
        (review.Status, review.DecidedById, review.DecidedAt, review.AmountAfter) = (ApprovalStatus.Withdrawn, act.Me.Id, act.Now, deal.Amount);
        deal.AmountInReview = false;
        return Noted(reply, "Review.closed") with
        {
            Notices = [.. reply.Notices, .. Tell(facts, act, new Word("Review.told_closed", facts.Name, new Money(deal.Amount, deal.Currency)))],
            Refreshes = [.. reply.Refreshes, facts.Refresh],
        };
    }

    private static IEnumerable<Notice> Tell(ApprovalFacts facts, Act act, Word text) =>
        facts.Ball.Holders.Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, new View(null, null, text)));

    /// <summary>The reply with a further remark on its receipt.</summary>
    public static Reply Noted(Reply reply, Word note) => reply.Receipt is { } receipt
        ? reply with { Receipt = receipt.Noting(note) }
        : reply;
}
