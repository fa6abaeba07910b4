namespace SalesBot.Language.Dates;

/// <summary>What was said as a day and is none: the 30th of February, an eighth day of the week. Whoever says it must be asked, not guessed.</summary>
internal sealed record NoSuchDay
{
    public static NoSuchDay Said { get; } = new();
}
