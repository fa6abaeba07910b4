using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Nudges;

/// <summary>What was promised before for a deal in the stage that it stands in (AL-01): each time its alert came back it kept the promise that had been broken.</summary>
internal static class StallHistory
{
    /// <summary>The oldest first, each as "next step (reason)"; the last is what holds now. Those of others of these deals are under their own number.</summary>
    public static async Task<ILookup<long, string>> OfAsync(SalesDb db, IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var ids = deals.Select(d => d.Id).ToList();
        var kept = (await db.Findings.AsNoTracking().Where(f => f.Rule == "stalled" && ids.Contains(f.SubjectId)).OrderBy(f => f.Since).Select(f => new { f.SubjectId, f.Since, f.Facts }).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId);
        return deals.SelectMany(deal => kept[deal.Id].Where(f => f.Since >= deal.StageSince).Select(f => Evaluation.Read(f.Facts)?.Promise).Append(deal.ParkedUntil is null ? null : Said(deal)).OfType<string>().Distinct(StringComparer.Ordinal).Select(promise => (deal.Id, promise)))
            .ToLookup(p => p.Id, p => p.promise);
    }

    /// <summary>The promise that stands on a deal.</summary>
    public static string Said(Deal deal) => $"{deal.NextStep} ({deal.StallReason})";
}
