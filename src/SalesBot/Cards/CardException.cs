namespace SalesBot.Cards;

/// <summary>A card that cannot be read or expanded: names the card, the JSON path inside it and, where there is one, the expression.</summary>
internal sealed class CardException(string card, string path, string problem, string? expression = null, Exception? inner = null)
    : Exception(expression is null ? $"{card}.json {path}: {problem}" : $"{card}.json {path}: {problem} [{expression}]", inner)
{
    public string Card { get; } = card;

    public string Path { get; } = path;

    public string? Expression { get; } = expression;
}
