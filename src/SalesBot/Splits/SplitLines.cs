using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Splits;

/// <summary>The linked deals as the card of their review lists them: each with amount, owner and day, and what they make together.</summary>
internal static class SplitLines
{
    /// <summary>By the key of the review; reads nothing where there is none among the approvals.</summary>
    public static async Task<ILookup<string, (Word Label, object Value)>> OfAsync(SalesDb db, OrgChart org, IReadOnlyList<Approval> approvals, CancellationToken cancellationToken)
    {
        var reviews = approvals.Where(a => a.Kind == ApprovalKind.SplitReview).ToList();
        var keys = reviews.SelectMany(a => a.About).Distinct(StringComparer.Ordinal).ToList();
        List<Deal> saved = keys.Count == 0 ? [] : await db.Deals.Where(d => keys.Contains(d.Key)).ToListAsync(cancellationToken);
        var deals = saved.Concat(db.Deals.Local.Where(d => keys.Contains(d.Key) && db.Entry(d).State != EntityState.Deleted)).DistinctBy(d => d.Key, StringComparer.Ordinal).OrderBy(d => d.CreatedAt).ToList();
        var rule = reviews.Count == 0 ? null : await SplitRule.LoadAsync(db, cancellationToken);
        return reviews.SelectMany(a => Lines(org, [.. deals.Where(d => a.About.Contains(d.Key, StringComparer.Ordinal))], rule!).Select(line => (a.Key, line))).ToLookup(pair => pair.Key, pair => pair.line, StringComparer.Ordinal);
    }

    private static IEnumerable<(Word Label, object Value)> Lines(OrgChart org, IReadOnlyList<Deal> deals, SplitRule rule)
    {
        foreach (var deal in deals)
        {
            object owner = org.Find(deal.OwnerId) is { } person ? person : "";
            yield return (new Word("Format.Plain", deal.Name), new Word("Split.deal", new Money(deal.Amount, deal.Currency), owner, deal.CreatedAt));
        }

        if (deals.Count > 0)
        {
            var (currency, limit) = (deals[0].Currency, rule.Limits.GetValueOrDefault(deals[0].Currency));
            yield return ("Split.sum", new Word("Split.sum_over", new Money(deals.Sum(d => d.Amount ?? 0), currency), new Money(limit, currency), new Word("Count.days", Math.Max(1, (int)(deals[^1].CreatedAt - deals[0].CreatedAt).TotalDays))));
        }
    }
}
