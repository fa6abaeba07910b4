using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Approvals;

/// <summary>What was submitted the time before, so that whoever sees it again sees only what is different.</summary>
internal static class EarlierContent
{
    /// <summary>By the key of the approval; one that was submitted for the first time is not in it.</summary>
    public static async Task<IReadOnlyDictionary<string, ApprovalContent>> OfAsync(SalesDb db, IReadOnlyList<Approval> approvals, CancellationToken cancellationToken)
    {
        var papers = approvals.Where(a => a.Kind is ApprovalKind.Contract or ApprovalKind.Quote && a.Content is not null).ToList();
        var earlier = new Dictionary<string, ApprovalContent>(StringComparer.Ordinal);
        if (papers.Count == 0)
        {
            return earlier;
        }

        var contracts = papers.Select(a => a.Contract?.Id).OfType<long>().ToList();
        var deals = papers.Where(a => a.Kind == ApprovalKind.Quote).Select(DealOf).OfType<long>().ToList();
        var before = await db.Approvals.AsNoTracking().Where(a => a.Content != null && a.Status != ApprovalStatus.Pending
                && ((a.ContractId != null && contracts.Contains(a.ContractId.Value)) || (a.Kind == ApprovalKind.Quote && a.DealId != null && deals.Contains(a.DealId.Value))))
            .OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).Select(a => new { a.Key, a.Kind, a.ContractId, a.DealId, a.SubmittedAt, a.Content }).ToListAsync(cancellationToken);
        foreach (var approval in papers)
        {
            var last = before.FindLast(a => a.Kind == approval.Kind && a.Key != approval.Key && a.SubmittedAt <= approval.SubmittedAt && (approval.Contract is { } contract ? a.ContractId == contract.Id : a.DealId == DealOf(approval)));
            if (ApprovalContent.Read(last?.Content) is { } content)
            {
                earlier[approval.Key] = content;
            }
        }

        return earlier;
    }

    private static long? DealOf(Approval approval) => approval.Deal?.Id ?? approval.DealId;
}
