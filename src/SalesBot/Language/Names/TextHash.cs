namespace SalesBot.Language.Names;

/// <summary>A hash of 64 bits that grows letter by letter, so that all beginnings of a text cost one walk. The same in every process.</summary>
internal static class TextHash
{
    public const ulong Empty = 0x9E3779B97F4A7C15;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Empty;
        foreach (var letter in text) hash = Add(hash, letter);
        return hash;
    }

    public static ulong Add(ulong hash, uint next)
    {
        hash = (hash ^ next) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
