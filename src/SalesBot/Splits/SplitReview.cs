using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;

namespace SalesBot.Splits;

/// <summary>Director and finance look at deals that may be one (GV-05). One set is looked at once; a customer with a framework is left alone for a while.</summary>
internal static class SplitReview
{
    /// <summary>Longer ago than this nothing is remembered of (days).</summary>
    private const int Remembered = 400;

    /// <summary>Opens the review of a set, or adds to the one that is open; null where it was looked at, or there is a framework, or nobody to look.</summary>
    public static async Task<(ApprovalFacts Facts, IReadOnlyList<Notice> Notices)?> OpenAsync(Act act, SplitSet set, SplitRule rule, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-Remembered);
        var earlier = await act.Db.Approvals.Include(a => a.Deal!.Customer!.Contacts).Include(a => a.Approvers).Where(a => a.Kind == ApprovalKind.SplitReview && a.SubmittedAt > since).ToListAsync(cancellationToken);
        earlier.AddRange(act.Db.Approvals.Local.Where(a => a.Kind == ApprovalKind.SplitReview && !earlier.Contains(a)));
        var keys = set.Keys;
        if (earlier.Exists(a => a.Status != ApprovalStatus.Withdrawn && keys.All(a.About.Contains)) || earlier.Exists(a => IsFramework(a, set, rule, act.Now)))
        {
            return null;
        }

        if (earlier.Find(a => a.Status == ApprovalStatus.Pending && keys.Any(a.About.Contains)) is { } open)
        {
            open.About = [.. open.About.Union(keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, open, act.Now, cancellationToken);
            return (facts, [.. facts.Ball.Holders.Select(p => facts.Tell(p, new Words.Word("Split.more", facts.Name, open.About.Count)))]);
        }

        var newest = set.Deals[^1];
        var submitter = act.Org.Find(newest.OwnerId) ?? act.Me;
        return await OpenApproval.AddAsync(act, new Approval { Kind = ApprovalKind.SplitReview, Deal = set.Deals[0], DealId = set.Deals[0].Id, About = [.. keys] }, submitter, cancellationToken);
    }

    /// <summary>Found to be legitimate for this customer, and not too long ago.</summary>
    private static bool IsFramework(Approval approval, SplitSet set, SplitRule rule, DateTimeOffset now) =>
        approval.Status == ApprovalStatus.Approved && approval.DecidedAt > now.AddDays(-rule.FrameworkDays) && Likeness.AreOneFirm(approval.Deal?.Customer, set.Deals[0].Customer);
}
