using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Takes open approvals back: one that its submitter withdraws, and those of a deal that is closed, by an act or otherwise (an import), as nobody
/// needs to decide on what is lost or on the price of what is won. A contract of a won deal still has to be approved, and so has a swing of its amount.
/// </summary>
internal static class Withdrawal
{
    /// <summary>Open approvals whose deal is closed.</summary>
    public static IQueryable<Approval> Moot(SalesDb db) => db.Approvals.Where(a => a.Status == ApprovalStatus.Pending
        && (a.Deal!.Status == DealStatus.Lost || a.Contract!.Deal!.Status == DealStatus.Lost || (a.Kind == ApprovalKind.Quote && a.Deal!.Status == DealStatus.Won)));

    /// <summary>Returns who was asked until now.</summary>
    /// <param name="by">Null where nobody did it.</param>
    public static IReadOnlyList<Person> Apply(ApprovalFacts facts, Person? by)
    {
        var (approval, asked) = (facts.Approval, facts.Ball.Holders);
        (approval.Status, approval.DecidedById, approval.DecidedAt) = (ApprovalStatus.Withdrawn, by?.Id, facts.Seating.Now);
        Decision.Follow(approval, ApprovalStatus.Withdrawn);
        return asked;
    }

    /// <summary>Adds to the reply of an act that closed the deal: approvers and submitters are told, their cards renewed. Undone with the act.</summary>
    public static async Task<Reply> OfClosedAsync(Act act, Deal deal, Reply reply, CancellationToken cancellationToken)
    {
        var moot = await act.Db.Approvals
            .Where(a => a.Status == ApprovalStatus.Pending && (a.DealId == deal.Id || a.Contract!.DealId == deal.Id) && (deal.Status == DealStatus.Lost || a.Kind == ApprovalKind.Quote))
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        foreach (var facts in await ApprovalFacts.LoadAsync(act.Db, act.Org, moot, act.Now, cancellationToken))
        {
            reply = reply with
            {
                Notices = [.. reply.Notices, .. Close(facts, act.Me, deal.Status)],
                Refreshes = [.. reply.Refreshes, facts.Refresh],
            };
        }

        return reply;
    }

    /// <summary>Takes back what the closed deal leaves nothing to decide about, for whoever was asked and the submitter to hear.</summary>
    public static IEnumerable<Notice> Close(ApprovalFacts facts, Person? by, DealStatus status)
    {
        var told = Apply(facts, by).Append(facts.Seating.Org.Find(facts.Approval.SubmitterId)).OfType<Person>().Where(p => p.Active && p.Id != by?.Id).DistinctBy(p => p.Id);
        var title = new Word("Approval.title", facts.Approval.Kind, facts.Name);
        var text = by is null ? new Word("Approval.told_moot", title, status) : new Word("Approval.told_closed", title, by, status);
        return [.. told.Select(p => new Notice(p, new View(null, null, text)))];
    }

    /// <summary>Adds to the reply of an undo what it opened again: whoever is asked anew gets the card, and the ones on screen are renewed.</summary>
    public static async Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var again = act.Db.ChangeTracker.Entries<Approval>().Where(e => e.State == EntityState.Modified && e.Entity.Status == ApprovalStatus.Pending).Select(e => e.Entity).ToList();
        foreach (var facts in await ApprovalFacts.LoadAsync(act.Db, act.Org, again, act.Now, cancellationToken))
        {
            Word text = new("Approval.told_again", new Word("Approval.title", facts.Approval.Kind, facts.Name), act.Me);
            reply = reply with
            {
                Notices = [.. reply.Notices, .. facts.Ball.Holders.Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, facts.For(p, text, text)))],
                Refreshes = [.. reply.Refreshes, facts.Refresh],
            };
        }

        return reply;
    }
}
