using SalesBot.Language.Phrases;

namespace SalesBot.Language.Filling;

/// <summary>The breath groups of a clause: split at punctuation, and at a blank beside a Chinese character.</summary>
internal static class Segments
{
    private const string Separators = ",;!?\n:\u3002\u3001\u00B7|\u2026";

    public static IReadOnlyList<(int Start, int End)> Of(string text, int from, int to)
    {
        var parts = new List<(int, int)>();
        var start = from;
        for (var i = from; i <= to; i++)
        {
            if (i < to && !Separates(text, i)) continue;
            if (i > start) parts.Add((start, i));
            start = i + 1;
        }

        return parts;
    }

    private static bool Separates(string text, int at)
    {
        var c = text[at];
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) return false;
        if (Separators.Contains(c)) return true;
        // Dots that trail off end a breath as well.
        if (c == '.') return after is ' ' or '\n' or '.' || before == '.';
        if (c == '-') return before == ' ' && after == ' ';
        return c == ' ' && (Script.IsChinese(before) || Script.IsChinese(after));
    }
}
