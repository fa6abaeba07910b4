namespace SalesBot.Language.Amounts;

/// <summary>Money: a value in full units and the ISO code of the currency that was named, if it has one.</summary>
internal sealed record Money(double Value, string? Currency)
{
    /// <summary>The other end of a range.</summary>
    public double? High { get; init; }

    /// <summary>A range of a size alone (80到100万), without a word or sign of money.</summary>
    public bool Bare { get; init; }
}

/// <summary>What remains after a discount: 0.95 is 5 % off.</summary>
internal sealed record Discount(double Factor);

/// <summary>A percentage as said: 10.</summary>
internal sealed record Percentage(double Value);

/// <summary>A change: of so much money, or of so many percent.</summary>
/// <param name="Bare">No word or sign of money stands with it.</param>
/// <param name="ByWord">The direction is a word (降), not the sign of the figure.</param>
internal sealed record Change(double Value, string? Currency, bool OfPercent, bool Bare, bool ByWord);
