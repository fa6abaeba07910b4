namespace SalesBot.Tests.Talking.AtRandom;

public enum StepKind
{
    /// <summary>A command with some data, right or wrong.</summary>
    Order,

    /// <summary>One of the buttons that the person has ever had on screen, also of a card that is long out of date.</summary>
    Press,

    /// <summary>The same button pressed twice.</summary>
    PressTwice,

    /// <summary>The platform delivers an order twice.</summary>
    Repeat,

    /// <summary>An order that can be undone, and its undo.</summary>
    AndBack,

    /// <summary>The turn is committed, and the service dies before it answers; a new one gets the same delivery.</summary>
    Crash,

    /// <summary>Hours go by, and the jobs run.</summary>
    Wait,
}

/// <summary>One thing that happens; the numbers choose among what there is by then.</summary>
public sealed record Step(StepKind Kind, int Who, int What, int Value);
