using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>A name in the normalised text and the records of one kind that it may mean. More than one: the bot has to ask, unless the rest of the message tells them apart.</summary>
internal sealed record Mention(int Start, int End, NamedKind Kind, NameStrength Strength, IReadOnlyList<NamedRecord> Records)
{
    public int Length => End - Start;

    public Mark Mark => new(Start, End);
}
