using Microsoft.EntityFrameworkCore;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>How many promises of a side were kept: kept ÷ (kept + not kept + open past their day). What was dropped counts neither way.</summary>
internal static class KeptRate
{
    public static async Task<Word> SayAsync(IQueryable<Promise> promises, PromiseSide side, DateOnly today, CancellationToken cancellationToken)
    {
        var of = promises.Where(p => p.Side == side);
        var kept = await of.CountAsync(p => p.State == PromiseState.Kept, cancellationToken);
        var due = kept + await of.CountAsync(p => p.State == PromiseState.Broken || (p.State == PromiseState.Open && p.DueOn != null && p.DueOn < today), cancellationToken);
        return due == 0 ? new Word("Promise.no_rate") : new Word("Promise.rate", (double)kept / due, kept, due);
    }
}
