using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Process;

/// <summary>Whether people meet over a deal (ST-05): a visit or an online meeting is booked, or was held.</summary>
internal static class Meeting
{
    private const int MostSteps = 50;
    private static readonly string[] Ways = ["visit", "meeting", "demo"];
    private static readonly int[] Words = [.. Ways.Select(way => PhraseBook.Standard.KeyOf($"[method:{way}]"))];

    /// <summary>By the deal's dated next step, by a dated to-do of it, or by a visit on record.</summary>
    public static async Task<bool> IsBookedAsync(SalesDb db, Deal deal, CancellationToken cancellationToken)
    {
        if (deal.NextStepOn is not null && IsOne(deal.NextStep))
        {
            return true;
        }

        if (await db.FollowUps.AnyAsync(f => Ways.Contains(f.Method) && (f.DealId == deal.Id || (f.DealId == null && f.CustomerId == deal.CustomerId)), cancellationToken))
        {
            return true;
        }

        var steps = await db.Todos.IgnoreAutoIncludes().Where(t => t.DealId == deal.Id && t.DueOn != null).OrderByDescending(t => t.Id).Select(t => t.Title).Take(MostSteps).ToListAsync(cancellationToken);
        return steps.Exists(IsOne);
    }

    /// <summary>The words tell of a visit, a meeting or a demonstration.</summary>
    public static bool IsOne(string? step)
    {
        var text = step?.ToLowerInvariant() ?? "";
        return HitFilter.Keep(PhraseBook.Standard, text, [.. PhraseBook.Standard.Find(text)], [])
            .Any(hit => PhraseBook.Standard.LabelsOf(hit.Literal).Any(label => Words.Contains(label.Key)));
    }
}
