using System.Text.RegularExpressions;
using SalesBot.Words;

namespace SalesBot.Tests.Conventions;

/// <summary>What stands above a card, or above a part of a message, is a headline and no sentence: the line above a message joins several of them.</summary>
public sealed class HeadlineTests
{
    private static readonly WordBook Book = new();
    private static readonly HashSet<string> Keys = [.. Book.In(WordBook.English).Keys];

    [Fact]
    public void No_headline_ends_with_a_full_stop()
    {
        var headlines = Keys.Where(k => k.Split('.').Contains("title", StringComparer.Ordinal)).Concat(Used()).SelectMany(k => new[] { k, k + ".one" }.Where(Keys.Contains)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(headlines.Count > 200, $"only {headlines.Count} headlines were found");
        Violations.None(new[] { WordBook.English, WordBook.Chinese }.SelectMany(language => headlines.Where(k => Book.Get(language, k) is [.., '.' or '。'])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Keys that the code takes as the title of a card or of a part of a message, also one of several.</summary>
    private static IEnumerable<string> Used() => SourceTree.CSharp("src").SelectMany(file =>
    {
        var code = File.ReadAllText(file);
        return Marker.Matches(code).SelectMany(m => Literal.Matches(Argument(code, m.Index + m.Length)).Select(l => l.Groups["v"].Value));
    }).Where(Keys.Contains);

    /// <summary>From there to the end of the argument, or of the assignment.</summary>
    private static string Argument(string code, int from)
    {
        var (depth, at) = (0, from);
        for (; at < code.Length && (depth > 0 || code[at] is not (',' or ';' or ')' or '}')); at++)
        {
            depth += code[at] is '(' or '[' or '{' ? 1 : code[at] is ')' or ']' or '}' ? -1 : 0;
        }

        return code[from..at];
    }

    private static readonly Regex Marker = new(@"\b[Tt]itle = |new Told\(\s*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Literal = new("\"(?<v>[A-Za-z_.]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
}
