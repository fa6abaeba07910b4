using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;

namespace SalesBot.Approvals;

/// <summary>Which approval an order means: the one named or pressed, else the only one that waits; of several one must be chosen.</summary>
internal static class FindApproval
{
    /// <summary>Either the approval, tracked and not yet checked for permission, or the answer to give instead.</summary>
    /// <param name="waiting">Those among which an order without a name may choose.</param>
    public static async Task<(Approval? Approval, Reply? Answer)> OneAsync(Act act, IQueryable<Approval> waiting, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("approval_id") is { } key)
        {
            var named = await act.Db.Approvals.FirstOrDefaultAsync(a => a.Key == key, cancellationToken);
            return named is null ? (null, Act.Say("Approval.gone")) : (named, null);
        }

        // Named by words that fit none: another one that happens to wait is not meant.
        if (act.Slots.Text("approval_id") is not null)
        {
            return (null, Act.Say("Approval.none", "Suggest.approvals"));
        }

        var open = About(act, waiting.Where(a => a.Status == ApprovalStatus.Pending));
        var keys = await open.OrderBy(a => a.DueAt).ThenBy(a => a.Id).Select(a => a.Key).ToListAsync(cancellationToken);
        return keys.Count switch
        {
            0 => (null, Act.Say("Approval.none", "Suggest.approvals")),
            1 => (await act.Db.Approvals.FirstAsync(a => a.Key == keys[0], cancellationToken), null),
            _ => (null, await Question.WhichAsync(act, keys, cancellationToken)),
        };
    }

    /// <summary>Narrowed by whatever else was named.</summary>
    private static IQueryable<Approval> About(Act act, IQueryable<Approval> approvals)
    {
        var (contract, quote, deal, customer) = (act.Frame.Ref("contract"), act.Frame.Ref("quote"), act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        var kind = act.Slots.Text("kind") switch
        {
            "contract" => ApprovalKind.Contract,
            "quote" => ApprovalKind.Quote,
            _ => (ApprovalKind?)null,
        };
        return approvals.Where(a =>
            (contract == null || a.Contract!.Key == contract) && (quote == null || a.Quote!.Key == quote) && (kind == null || a.Kind == kind)
            && (deal == null || a.Deal!.Key == deal) && (customer == null || a.Deal!.Customer!.Key == customer || a.Contract!.Customer!.Key == customer));
    }
}
