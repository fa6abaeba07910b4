using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Documents;

namespace SalesBot.Approvals;

/// <summary>The file that an approval of a contract or quote is about: the one with the hash that was submitted, whichever is the newest by now.</summary>
internal static class SubmittedFile
{
    /// <summary>By the key of the approval; one that was submitted without a file is not in it.</summary>
    public static async Task<IReadOnlyDictionary<string, Document>> OfAsync(SalesDb db, IReadOnlyList<Approval> approvals, CancellationToken cancellationToken)
    {
        var hashes = approvals.Where(a => a.Kind is ApprovalKind.Contract or ApprovalKind.Quote)
            .Select(a => (Approval: a, Hash: ApprovalContent.Read(a.Content)?.Fields.GetValueOrDefault("file"))).Where(one => one.Hash is not null).ToList();
        if (hashes.Count == 0)
        {
            return new Dictionary<string, Document>(StringComparer.Ordinal);
        }

        var (all, deals) = (hashes.Select(one => one.Hash!).Distinct(StringComparer.Ordinal).ToList(), hashes.Select(one => one.Approval.Deal?.Id ?? one.Approval.DealId).Distinct().ToList());
        var files = await db.Documents.AsNoTracking().Where(d => all.Contains(d.Sha256) && (deals.Contains(d.DealId) || deals.Contains(d.Contract!.DealId))).OrderByDescending(d => d.Id).ToListAsync(cancellationToken);
        return hashes.Select(one => (one.Approval.Key, File: files.Find(d => d.Sha256 == one.Hash))).Where(one => one.File is not null).ToDictionary(one => one.Key, one => one.File!, StringComparer.Ordinal);
    }
}
