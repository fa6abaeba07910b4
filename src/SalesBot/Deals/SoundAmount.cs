using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Whether what was given as an amount can be one.</summary>
internal static class SoundAmount
{
    /// <summary>A million millions, in whatever currency: more is a slip of the finger.</summary>
    public const decimal TooMuch = 1_000_000_000_000;

    /// <summary>Null for an amount above zero that a deal could be worth; else what is wrong with it.</summary>
    public static Word? Fault(Act act) => act.Slots.Number("amount") switch
    {
        null => new Word("Bad.amount", Excerpt.Of(act.Slots.Text("amount"))),
        <= 0 => "Bad.amount_zero",
        >= TooMuch => new Word("Bad.amount_large", TooMuch),
        _ => null,
    };

    /// <summary>The same, said, with the question for a better one; what else was ordered is kept.</summary>
    public static Reply? Refuse(Act act) => Fault(act) is { } fault ? Question.Again(act, "amount", fault) : null;
}
