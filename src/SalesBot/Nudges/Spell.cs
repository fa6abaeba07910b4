namespace SalesBot.Nudges;

/// <summary>A time during which a record stood as a rule looks at it: a deal in one stage, a customer without contact, a payment or invoice until it came.</summary>
/// <param name="Subject">The record's number.</param>
/// <param name="From">When the clock began to run, or the day to which it runs.</param>
/// <param name="Until">When it ended; null: it has not.</param>
/// <param name="Of">The stage or grade whose limit it is.</param>
internal sealed record Spell(long Subject, DateTimeOffset From, DateTimeOffset? Until, string? Of)
{
    /// <summary>Where its days are counted.</summary>
    public string Zone { get; init; } = "Asia/Shanghai";

    /// <summary>It was still so then.</summary>
    public bool Lasts(DateTimeOffset at) => Until is null || at < Until;
}

/// <summary>A deal that was lost, to look whether somebody had been told before.</summary>
internal sealed record LostDeal(long Deal, long? Customer, DateTimeOffset Created, DateTimeOffset At);
