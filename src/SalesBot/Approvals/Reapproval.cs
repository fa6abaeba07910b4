using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Approvals;

/// <summary>
/// The third outcome of an amount review (AP-10): the new amount is accepted, and the deal's contract or quote, whose approval the change had voided, goes
/// before its approvers again at once, on behalf of who submitted it.
/// </summary>
internal static class Reapproval
{
    /// <summary>The last approval of each contract and quote of these deals, where it is void and the paper a draft since.</summary>
    public static async Task<IReadOnlyList<Approval>> VoidAsync(SalesDb db, IReadOnlyList<long> deals, CancellationToken cancellationToken)
    {
        var all = deals.Count == 0 ? [] : await db.Approvals.Include(a => a.Contract).Include(a => a.Quote).Include(a => a.Deal)
            .Where(a => a.DealId != null && deals.Contains(a.DealId.Value) && (a.Kind == ApprovalKind.Contract || a.Kind == ApprovalKind.Quote)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return [.. all.GroupBy(a => (a.ContractId, a.QuoteId)).Select(same => same.Last()).Where(a => a.Status == ApprovalStatus.Void && (a.Contract?.Status ?? a.Quote?.Status) == ContractStatus.Draft)];
    }

    /// <summary>Adds to the reply of the acceptance who has what now.</summary>
    public static async Task<Reply> OfAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("approval_id");
        var review = act.Db.ChangeTracker.Entries<Approval>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity).FirstOrDefault(a => a.Key == key && a is { Kind: ApprovalKind.AmountReview, Status: ApprovalStatus.Approved });
        foreach (var before in review?.DealId is { } deal ? await VoidAsync(act.Db, [deal], cancellationToken) : [])
        {
            if (act.Org.Find(before.SubmitterId) is not { Active: true } submitter)
            {
                continue;
            }

            Fill(before);
            var again = new Approval { Kind = before.Kind, Contract = before.Contract, Quote = before.Quote, Deal = before.Deal };
            if (await OpenApproval.AddAsync(act, again, submitter, cancellationToken) is { } opened)
            {
                reply = reply with { Notices = [.. reply.Notices, .. opened.Notices, opened.Facts.Tell(submitter)] };
            }
        }

        return reply;
    }

    /// <summary>A contract of the deal's whole amount has followed it already, one of a part of it stays as it is; a discount is taken off the amount that was accepted.</summary>
    private static void Fill(Approval before)
    {
        var deal = before.Deal!;
        if (before.Contract is { } contract)
        {
            contract.Status = ContractStatus.InApproval;
        }

        if (before.Quote is { } quote)
        {
            quote.Status = ContractStatus.InApproval;
            if (deal.Amount is { } amount && quote.Discount is { } factor)
            {
                (quote.Amount, quote.Currency) = (decimal.Round(amount * factor, 2, MidpointRounding.AwayFromZero), deal.Currency);
            }
        }
    }
}
