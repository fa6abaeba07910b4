using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>One step of the ladder, all of it data (ST-09): what is done in it, by which standard, with what result, and who answers for it.</summary>
/// <param name="Probability">Chance to win from here, in percent (DESIGN.md 1: 10/20/40/60/80/100).</param>
/// <param name="StallDays">Days without a move after which a deal counts as stalled (AL-01); 0 means never.</param>
/// <param name="Needs">What must be there before a deal may leave it; names of <see cref="StageGate"/>.</param>
/// <param name="Advises">What should be there: the move is made, and the receipt lists what is missing.</param>
internal sealed record Stage(string Id, int Probability, int StallDays, IReadOnlyList<string> Needs, IReadOnlyList<string> Advises)
{
    /// <summary>What the company calls it; null: our word <c>Stage.{Id}</c>.</summary>
    public LocalText? Name { get; init; }

    /// <summary>Who answers for it; null: nobody in particular, so whoever has the deal.</summary>
    public Role? Responsible { get; init; }

    /// <summary>Of being won: days until the owner is reminded to ask for the next order (ST-13); null or 0: never.</summary>
    public int? ReorderDays { get; init; }

    /// <summary>How what is handed in here is looked at.</summary>
    public ReviewMode Review { get; init; }

    /// <summary>What is done in it, by which standard, and what must come out.</summary>
    public LocalText? KeyActions { get; init; }
    public LocalText? Standard { get; init; }
    public LocalText? Output { get; init; }
}

/// <summary>How the documents of a stage are reviewed.</summary>
internal enum ReviewMode
{
    None,

    /// <summary>By the regional manager, before the deal may go on (ST-03).</summary>
    Required,

    /// <summary>Passed at once, and looked at afterwards in samples (AP-07).</summary>
    SpotCheck,
}
