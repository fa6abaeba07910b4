using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Promises;

/// <summary>Which promises want somebody's word: open ones whose day has come (idea 3).</summary>
internal static class PromiseDue
{
    public static IQueryable<Promise> Of(SalesDb db, DateOnly today) => db.Promises.Include(p => p.Customer).Where(p => p.State == PromiseState.Open && p.DueOn != null && p.DueOn <= today);
}
