namespace SalesBot.Language.Amounts;

/// <summary>Money: a value in full units and the ISO code of the currency that was named, if it has one.</summary>
internal sealed record Money(double Value, string? Currency)
{
    /// <summary>The other end of a range.</summary>
    public double? High { get; init; }
}

/// <summary>What remains after a discount: 0.95 is 5 % off.</summary>
internal sealed record Discount(double Factor);

/// <summary>A percentage as said: 10.</summary>
internal sealed record Percentage(double Value);

/// <summary>A change: of so much money, or of so many percent.</summary>
internal sealed record Change(double Value, string? Currency, bool OfPercent);
