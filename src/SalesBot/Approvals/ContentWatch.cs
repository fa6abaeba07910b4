using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// A decision holds for what was decided about and for nothing else: when an act changes the amount, the terms or the file of a contract or quote, or the
/// deal's amount away from it, its approval is void, whether it was given or still waited for (AP-10). Undo of the act brings it back.
/// </summary>
internal static class ContentWatch
{
    /// <summary>Returns the reply with what that adds to it: who is told, which cards change, a remark on the receipt.</summary>
    public static async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var deals = Touched(act.Db);
        if (deals.Count == 0)
        {
            return reply;
        }

        var standing = await act.Db.Approvals.Include(a => a.Approvers).Include(a => a.Contract).Include(a => a.Quote).Include(a => a.Deal)
            .Where(a => (a.Status == ApprovalStatus.Pending || a.Status == ApprovalStatus.Approved) && a.ContentHash != null && (a.Kind == ApprovalKind.Contract || a.Kind == ApprovalKind.Quote) && a.DealId != null && deals.Contains(a.DealId.Value))
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        foreach (var approval in standing.Where(a => Stands(a)))
        {
            var behind = IsLeftBehind(act.Db, approval);
            if (behind)
            {
                Follow(act.Db, approval);
            }

            if (behind || (await ApprovalContent.OfAsync(act.Db, approval, cancellationToken)).Hash != approval.ContentHash)
            {
                reply = await VoidAsync(act, approval, reply, cancellationToken);
            }
        }

        await DraftsAsync(act.Db, cancellationToken);
        return reply;
    }

    /// <summary>A draft of just what the deal was before is one of what it is now: a review that takes the amount back takes it along.</summary>
    private static async Task DraftsAsync(SalesDb db, CancellationToken cancellationToken)
    {
        foreach (var deal in db.Tracked<Deal>().Where(e => e.State == EntityState.Modified && AmountWatch.Moved(e)).ToList())
        {
            var (id, amount, currency) = (deal.Entity.Id, deal.Property(d => d.Amount).OriginalValue, deal.Property(d => d.Currency).OriginalValue);
            foreach (var draft in await db.Contracts.Where(c => c.DealId == id && c.Status == ContractStatus.Draft && c.Amount == amount && c.Currency == currency).ToListAsync(cancellationToken))
            {
                (draft.Amount, draft.Currency) = (deal.Entity.Amount ?? draft.Amount, deal.Entity.Currency);
            }
        }
    }

    /// <summary>Voids it: the contract or quote is a draft again. Who has it, who approved it and who submitted it are told.</summary>
    public static async Task<Reply> VoidAsync(Act act, Approval approval, Reply reply, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        var waited = approval.Status == ApprovalStatus.Pending;
        var others = waited ? facts.Ball.Holders : [.. approval.Approvers.Where(a => a.Voice == ApprovalStatus.Approved).Select(a => act.Org.Find(a.PersonId)).OfType<Person>()];
        (approval.Status, approval.DecidedById, approval.DecidedAt) = (ApprovalStatus.Void, act.Me.Id, act.Now);
        Decision.Follow(approval, ApprovalStatus.Void);
        var text = new Word(waited ? "Approval.told_void.waiting" : "Approval.told_void.approved", facts.Name, act.Me);
        var told = others.Append(act.Org.Find(approval.SubmitterId)).OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id).DistinctBy(p => p.Id);
        return AmountWatch.Noted(reply, new Word("Approval.void_note", approval.Kind, facts.Name)) with
        {
            Notices = [.. reply.Notices, .. told.Select(p => new Notice(p, facts.For(p, text, text)))],
            Refreshes = [.. reply.Refreshes, facts.Refresh],
        };
    }

    /// <summary>What is signed stays signed; a withdrawal of this very act is one already.</summary>
    private static bool Stands(Approval approval) =>
        approval.Status is ApprovalStatus.Pending or ApprovalStatus.Approved && approval.Contract?.Status is not ContractStatus.Signed && approval.Deal?.Status != DealStatus.Lost;

    /// <summary>The deal has just been given another amount than that of the contract or quote.</summary>
    private static bool IsLeftBehind(SalesDb db, Approval approval)
    {
        var (amount, currency) = approval.Contract is { } contract ? (contract.Amount, contract.Currency) : (approval.Quote!.Amount, approval.Quote.Currency);
        return db.Tracked<Deal>().Any(e => e.Entity == approval.Deal && AmountWatch.Moved(e) && (e.Entity.Amount != amount || e.Entity.Currency != currency));
    }

    /// <summary>A contract of just what the deal was before is one of what it is now.</summary>
    private static void Follow(SalesDb db, Approval approval)
    {
        var deal = db.Entry(approval.Deal!);
        if (approval.Contract is { } contract && contract.Amount == deal.Property(d => d.Amount).OriginalValue && contract.Currency == deal.Property(d => d.Currency).OriginalValue)
        {
            (contract.Amount, contract.Currency) = (approval.Deal!.Amount ?? contract.Amount, approval.Deal.Currency);
        }
    }

    /// <summary>Deals of which the act changed something that contracts and quotes are made of.</summary>
    private static List<long> Touched(SalesDb db)
    {
        var deals = db.Tracked<Deal>().Where(e => e.State == EntityState.Modified && AmountWatch.Moved(e)).Select(e => (long?)e.Entity.Id);
        var contracts = db.Tracked<Contract>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.DealId);
        var quotes = db.Tracked<Quote>().Where(e => e.State == EntityState.Modified).Select(e => (long?)e.Entity.DealId);
        var files = db.Tracked<Document>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity.Deal?.Id ?? e.Entity.DealId ?? e.Entity.Contract?.DealId);
        return [.. deals.Concat(contracts).Concat(quotes).Concat(files).OfType<long>().Distinct()];
    }
}
