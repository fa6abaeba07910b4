using System.Globalization;
using System.Text;
using SalesBot.Language.Lexicon;

namespace SalesBot.Language.Text;

/// <summary>What one character of a message becomes. The table covers the basic plane and is built once from <c>Lexicon/traditional.txt</c> and the rules below.</summary>
internal static class CharFolding
{
    /// <summary>The character disappears.</summary>
    public const char Nothing = '\0';

    /// <summary>A surrogate pair that is kept as it is.</summary>
    public const char Pair = '\uFFFF';

    private static readonly char[] Table = Build();

    public static int Width(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    public static char Fold(string text, int index)
    {
        var c = text[index];
        if (!char.IsSurrogate(c)) return Fold(c);
        if (Width(text, index) == 1) return ' ';
        var rune = new Rune(c, text[index + 1]);
        if (Rune.IsLetter(rune)) return rune.Value is >= 0x1D400 and <= 0x1D7FF ? ' ' : Pair;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol ? Nothing : ' ';
    }

    /// <summary>Of a character that is no surrogate.</summary>
    public static char Fold(char c) => Table[c];

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = Rule((char)i);
        foreach (var pair in LexiconFile.Lines("traditional.txt").SelectMany(line => line.Split(' ')))
        {
            table[pair[0]] = pair[1];
        }

        return table;
    }

    private static char Rule(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E') return Rule((char)(c - 0xFEE0));
        return c switch
        {
            '\n' or '\r' or '\u2028' or '\u2029' => '\n',
            '\uFFE5' => '\u00A5',
            '\uFFE1' => '\u00A3',
            '\uFFE0' => '\u00A2',
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u300C' or '\u300D' or '\u300E' or '\u300F' or '\u2033' => '"',
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u0060' or '\u00B4' => '\'',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFE58' or '\uFE63' => '-',
            '\u301C' or '\u223C' => '~',
            '\u2044' or '\u2215' => '/',
            _ => ByCategory(c),
        };
    }

    private static char ByCategory(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => c == '\t' ? ' ' : Nothing,
        UnicodeCategory.Format or UnicodeCategory.EnclosingMark or UnicodeCategory.NonSpacingMark => Nothing,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => ' ',
        UnicodeCategory.OtherSymbol when c is >= '\u2300' and <= '\u2BFF' => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
