namespace SalesBot.Language.Grammar;

/// <summary>Something recognised at [Start, End) of the normalised text: a word, a number, or what a rule made of others.</summary>
/// <param name="Symbol">Its category, as numbered by the <see cref="GrammarTable"/>.</param>
internal sealed record Node(int Symbol, int Start, int End, object? Value);
