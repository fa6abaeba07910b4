namespace SalesBot.Language.Grammar;

/// <summary>
/// The right-hand side of a rule: category names, <c>'literal'</c> words, <c>(a | b c)</c> groups, <c>?</c> after what may be absent.
/// Expanded at load into plain sequences, each part knowing its place in the pattern.
/// </summary>
internal static class Pattern
{
    /// <summary>One part of a sequence; <paramref name="Place"/> counts the categories of the pattern from the left, literals have -1.</summary>
    internal readonly record struct Part(string Name, int Place);

    public static (List<List<Part>> Sequences, int Places) Expand(string pattern)
    {
        var tokens = Tokens(pattern);
        var (at, places) = (0, 0);
        var sequences = Alternatives(tokens, ref at, ref places);
        if (at != tokens.Count) throw new FormatException($"Unbalanced pattern: {pattern}");
        return (sequences.Where(s => s.Count > 0).ToList(), places);
    }

    private static List<List<Part>> Alternatives(List<string> tokens, ref int at, ref int places)
    {
        var all = new List<List<Part>>();
        while (true)
        {
            all.AddRange(Sequence(tokens, ref at, ref places));
            if (at >= tokens.Count || !string.Equals(tokens[at], "|", StringComparison.Ordinal)) return all;
            at++;
        }
    }

    private static List<List<Part>> Sequence(List<string> tokens, ref int at, ref int places)
    {
        List<List<Part>> sequences = [[]];
        while (at < tokens.Count && tokens[at] is not ("|" or ")"))
        {
            var options = Element(tokens, ref at, ref places);
            if (at < tokens.Count && string.Equals(tokens[at], "?", StringComparison.Ordinal))
            {
                at++;
                options = [.. options, []];
            }

            sequences = [.. from s in sequences from o in options select new List<Part>([.. s, .. o])];
        }

        return sequences;
    }

    private static List<List<Part>> Element(List<string> tokens, ref int at, ref int places)
    {
        var token = tokens[at++];
        if (string.Equals(token, "(", StringComparison.Ordinal))
        {
            var inner = Alternatives(tokens, ref at, ref places);
            if (at >= tokens.Count || tokens[at++] is not ")") throw new FormatException("A group is not closed.");
            return inner;
        }

        return token[0] == '\'' ? [[new Part(token, -1)]] : [[new Part(token, places++)]];
    }

    private static List<string> Tokens(string pattern)
    {
        var tokens = new List<string>();
        for (var i = 0; i < pattern.Length;)
        {
            if (pattern[i] == ' ') i++;
            else if (pattern[i] is '(' or ')' or '|' or '?') tokens.Add(pattern[i++].ToString());
            else
            {
                var end = pattern[i] == '\'' ? pattern.IndexOf('\'', i + 1) + 1 : pattern.AsSpan(i).IndexOfAny(" ()|?") is var n and >= 0 ? i + n : pattern.Length;
                tokens.Add(pattern[i..end]);
                i = end;
            }
        }

        return tokens;
    }
}
