using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>How far an amount moved from the one that was last reviewed.</summary>
internal static class Swing
{
    /// <summary>From here on it is a swing that director and finance have to see (AL-02).</summary>
    public const decimal Limit = 0.2m;

    /// <summary>Less is said as no percentage at all: +0 %.</summary>
    private const decimal Least = 0.005m;

    /// <summary>−0.25 is a quarter less; null where it cannot be told: no amount before, or another currency.</summary>
    public static decimal? Share(Money before, Money after) =>
        before is { Amount: > 0 } && after.Amount is not null && before.Currency == after.Currency ? (after.Amount - before.Amount) / before.Amount : null;

    /// <summary>Old → new with the percentage, where there is one.</summary>
    public static Word Say(Money before, Money after) =>
        Share(before, after) is { } share && Math.Abs(share) >= Least ? new Word(share < 0 ? "Swing.down" : "Swing.up", before, after, (double)Math.Abs(share)) : new Word("Swing.plain", before, after);
}
