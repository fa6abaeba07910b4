using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>How surely a word is the end of a company's name (<c>trades.txt</c>).</summary>
internal enum TradeSort { Trade, House, Legal, General }

/// <summary>One such word, with its place.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TradeWord(int Start, int End, TradeSort Sort);

/// <summary>Words with which the names of companies end (泵业, 医院, "Foods", GmbH), found in running text.</summary>
internal static class Trades
{
    private static readonly (string Word, TradeSort Sort)[] Words = [.. Load()];
    private static readonly LiteralAutomaton Automaton = new([.. Words.Select(word => word.Word)]);

    /// <summary>Those in Chinese that end names.</summary>
    public static IReadOnlyList<string> Chinese { get; } = [.. Words.Where(word => word.Sort != TradeSort.General && Script.IsChinese(word.Word[0])).Select(word => word.Word)];

    /// <summary>From left to right, the longest first at one place.</summary>
    public static IReadOnlyList<TradeWord> Find(string text) =>
        [.. Automaton.Find(text).Select(hit => new TradeWord(hit.Start, hit.End, Words[hit.Literal].Sort)).OrderBy(word => word.Start).ThenByDescending(word => word.End)];

    private static IEnumerable<(string, TradeSort)> Load()
    {
        foreach (var line in NameFiles.Lines("trades"))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            var sort = Enum.Parse<TradeSort>(line[..equals], ignoreCase: true);
            foreach (var word in line[(equals + 3)..].Split('|')) yield return (word, sort);
        }

        foreach (var suffix in NameFiles.WordsOf("suffixes").Where(suffix => !suffix.Contains('('))) yield return (suffix, TradeSort.Legal);
    }
}
