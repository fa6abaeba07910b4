using SalesBot.Language.Numbers;
using SalesBot.Language.Text;

namespace SalesBot.Language.Grammar;

/// <summary>Of everything a chart found, the parts that do not overlap and together explain the most of the text; fewer and longer ones where equal.</summary>
internal static class Cover
{
    // Dearer than any tie, cheaper than one character.
    private const double Each = 0.25;

    /// <summary>The chosen parts in order.</summary>
    /// <param name="bonusOf">Null for what is no answer; else a small number that decides between readings of equal length.</param>
    public static List<Node> Best(Chart chart, NormalText text, Func<Node, double?> bonusOf)
    {
        var best = new double[text.Length + 2];
        var choice = new Node?[text.Length + 1];
        var letters = Letters(text.Span);
        for (var at = text.Length - 1; at >= 0; at--)
        {
            best[at] = best[at + 1];
            foreach (var node in chart.At(at))
            {
                if (bonusOf(node) is not { } bonus || !StandsAlone(text.Span, node)) continue;
                var worth = letters[node.End] - letters[node.Start] - Each + bonus + best[node.End];
                if (worth <= best[at]) continue;
                (best[at], choice[at]) = (worth, node);
            }
        }

        var cover = new List<Node>();
        for (var at = 0; at < text.Length;)
        {
            if (choice[at] is not { } node)
            {
                at++;
                continue;
            }

            cover.Add(node);
            at = node.End;
        }

        return cover;
    }

    // Spaces between words explain nothing.
    private static int[] Letters(ReadOnlySpan<char> text)
    {
        var before = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++) before[i + 1] = before[i] + (text[i] is ' ' or '\n' ? 0 : 1);
        return before;
    }

    /// <summary>Not a piece of something longer: of a decimal, an address, a product code or a telephone number.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, Node node)
    {
        var (start, end) = (node.Start, node.End);
        if (text[start] is '-' or '+' && !Signs.MayBegin(text, start)) return false;
        if (start > 0 && char.IsAsciiDigit(text[start]))
        {
            var before = text[start - 1];
            if (char.IsAsciiLetterOrDigit(before) || before is '_' or '#' or '$') return false;
            if (before is '.' or '-' or '/' or ':' && start > 1 && char.IsAsciiDigit(text[start - 2])) return false;
        }

        if (end >= text.Length || !char.IsAsciiDigit(text[end - 1])) return true;
        var after = text[end];
        if (char.IsAsciiLetterOrDigit(after) || after is '_' or '%') return false;
        return !(after is '.' or '-' or '/' or ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
    }
}
