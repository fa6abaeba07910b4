using System.Security.Cryptography;

namespace SalesBot.Data;

internal static class Keys
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new record key such as <c>D7K2M9QX4B</c>: a letter for the kind and 9 random Crockford base-32 digits (45 bits).</summary>
    public static string New(char kind) => kind + RandomNumberGenerator.GetString(Alphabet, 9);

    /// <summary>What lets its bearer in: 160 random bits, which nobody guesses.</summary>
    public static string Secret() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>True for what looks like a key of ours; nobody has such a name.</summary>
    public static bool IsOne(string text) => text.Length == 10 && char.IsAsciiLetterUpper(text[0]) && text.AsSpan(1).IndexOfAnyExcept(Alphabet) < 0;
}
