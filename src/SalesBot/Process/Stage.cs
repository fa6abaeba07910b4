namespace SalesBot.Process;

/// <summary>One step of the ladder. What it is called is a word (<c>Stage.{Id}</c>); everything else about it is data.</summary>
/// <param name="Probability">Chance to win from here, in percent (DESIGN.md 1: 10/20/40/60/80/100).</param>
/// <param name="StallDays">Days without a move after which a deal counts as stalled (AL-01); 0 means never.</param>
/// <param name="Needs">What must be there before a deal may leave it; names of <see cref="StageGate"/>.</param>
/// <param name="Advises">What should be there: the move is made, and the receipt lists what is missing.</param>
internal sealed record Stage(string Id, int Probability, int StallDays, IReadOnlyList<string> Needs, IReadOnlyList<string> Advises);
