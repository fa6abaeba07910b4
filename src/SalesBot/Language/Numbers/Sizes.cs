namespace SalesBot.Language.Numbers;

/// <summary>Units of size after a number: 10k, 2.5 M, 50w, 120 thousand, 3万, "half a million".</summary>
internal static class Sizes
{
    public static Num Scaled(ReadOnlySpan<char> text, Num number)
    {
        var at = NumeralRun.SkipSpace(text, number.End);
        if (at < text.Length && NumberWords.Chinese.TryGetValue(text[at], out var big) && big.Word == ZhWord.Big)
        {
            return Scaled(text, new Num(number.Value * big.Value, at + 1, number.Kind | NumKind.Scaled));
        }

        var word = Letters(text, at);
        return word.Length > 0 && NumberWords.English("en-scale", word, out var scale)
            ? new Num(number.Value * scale, at + word.Length, number.Kind | NumKind.Scaled)
            : number;
    }

    // A letter right after the digits has no word boundary before it.
    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && char.IsAsciiLetter(text[end])) end++;
        return end < text.Length && char.IsAsciiLetterOrDigit(text[end]) ? [] : text[at..end];
    }
}
