namespace SalesBot.Language.Grammar;

/// <summary>Short notation for words that share a part: <c>{mon|tues}day</c> is monday and tuesday; an empty alternative is allowed.</summary>
internal static class Braces
{
    public static IEnumerable<string> Expand(string word)
    {
        var open = word.IndexOf('{');
        if (open < 0) return [word];
        var close = word.IndexOf('}', open);
        if (close < 0) throw new FormatException("A brace is not closed.");
        return from middle in word[(open + 1)..close].Split('|')
               from tail in Expand(word[(close + 1)..])
               select word[..open] + middle + tail;
    }
}
