using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Open deals that stand in a stage which another process lacks, and where they go.</summary>
internal static class StageMapping
{
    /// <summary>The stages of open deals that the process does not have, with the number of deals in each; most first.</summary>
    public static async Task<IReadOnlyList<(string Stage, int Deals)>> LeftAsync(SalesDb db, SalesProcess process, CancellationToken cancellationToken)
    {
        var known = process.Stages.Select(s => s.Id).ToList();
        var left = await db.Deals.Where(d => d.Status == DealStatus.Open && !known.Contains(d.Stage)).GroupBy(d => d.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. left.OrderByDescending(l => l.Count).ThenBy(l => l.Stage, StringComparer.Ordinal).Select(l => (l.Stage, l.Count))];
    }

    /// <summary>Moves those deals, each with an entry in its history; their clocks go on, as they have not moved. The caller saves.</summary>
    /// <param name="map">The new stage of each old one.</param>
    /// <param name="by">Who changed the process; null for an import.</param>
    public static async Task<int> MoveAsync(SalesDb db, IReadOnlyDictionary<string, string> map, long? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = map.Keys.ToList();
        var deals = await db.Deals.Where(d => d.Status == DealStatus.Open && old.Contains(d.Stage)).ToListAsync(cancellationToken);
        foreach (var deal in deals)
        {
            db.Add(new StageChange { Key = Keys.New('H'), CreatedAt = now, Deal = deal, From = deal.Stage, To = map[deal.Stage], At = now, ById = by });
            deal.Stage = map[deal.Stage];
        }

        return deals.Count;
    }

    /// <summary>That deals stand in a stage which is not there, said with the stages that are.</summary>
    public static Word Unclear(SalesProcess process, string stage, int deals) => new("Process.unclear", deals, StageName.Of(stage), process.Open.Select(s => s.Id).ToList());
}
