using SalesBot.Language.Text;

namespace SalesBot.Language.Names;

/// <summary>Which two letters stand side by side in a text; a few that do not may be taken for it, none that does is missed.</summary>
internal sealed class LetterPairs
{
    private const int Bits = 12;
    private readonly ulong[] _seen = new ulong[1 << (Bits - 6)];

    public LetterPairs(ReadOnlySpan<char> normalised)
    {
        for (var i = 0; i + 1 < normalised.Length; i++)
        {
            var place = Place(normalised[i], normalised[i + 1]);
            _seen[place >> 6] |= 1UL << (place & 63);
        }
    }

    public static int Of(char first, char second) => (first << 16) | second;

    /// <summary>A name as it is stored may have a word of two letters or more in common with the text.</summary>
    public bool MeetIn(ReadOnlySpan<char> name)
    {
        var last = '\0';
        foreach (var letter in name)
        {
            var folded = char.IsSurrogate(letter) ? letter : CharFolding.Fold(letter);
            if (folded == CharFolding.Nothing) continue;
            var place = Place(last, folded);
            if ((_seen[place >> 6] & (1UL << (place & 63))) != 0) return true;
            last = folded;
        }

        return false;
    }

    private static int Place(char first, char second) => (int)(((uint)Of(first, second) * 0x9E3779B1u) >> (32 - Bits));
}
