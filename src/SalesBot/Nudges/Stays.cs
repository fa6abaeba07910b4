using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Process;

namespace SalesBot.Nudges;

/// <summary>How long deals stood in each stage, from their moves and, where a deal was brought in without them, from what is known of it.</summary>
internal static class Stays
{
    /// <summary>Those that lasted into the time from then on.</summary>
    public static async Task<IReadOnlyList<Spell>> SinceAsync(SalesDb db, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var deals = await db.Deals.Where(d => d.ClosedAt == null || d.ClosedAt >= from).Select(d => new Stood(d.Id, d.Stage, d.StageSince, d.CreatedAt, d.ClosedAt)).ToListAsync(cancellationToken);
        var moves = await db.StageChanges.Where(c => c.Deal.ClosedAt == null || c.Deal.ClosedAt >= from).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new Move(c.DealId, c.From, c.To, c.At)).ToListAsync(cancellationToken);
        var of = moves.ToLookup(m => m.Deal);
        return [.. deals.SelectMany(deal => Of(deal, [.. of[deal.Id]])).Where(s => s.Until is null || s.Until >= from)];
    }

    private static IEnumerable<Spell> Of(Stood deal, List<Move> moves)
    {
        if (moves.Count > 0 && moves[0].From is { } first)
        {
            moves.Insert(0, new Move(deal.Id, null, first, deal.Created));
        }

        // What stands on the deal itself is right, however it got there.
        if (moves.Count == 0 || moves[^1].To != deal.Stage || (deal.Closed is null && moves[^1].At != deal.Since))
        {
            moves.RemoveAll(m => m.At >= deal.Since);
            moves.Add(new Move(deal.Id, null, deal.Stage, deal.Since));
        }

        for (var i = 0; i < moves.Count; i++)
        {
            if (moves[i].To is not (SalesProcess.Won or SalesProcess.Lost))
            {
                yield return new Spell(deal.Id, moves[i].At, i + 1 < moves.Count ? moves[i + 1].At : deal.Closed, moves[i].To);
            }
        }
    }

    private sealed record Stood(long Id, string Stage, DateTimeOffset Since, DateTimeOffset Created, DateTimeOffset? Closed);

    private sealed record Move(long Deal, string? From, string To, DateTimeOffset At);
}
