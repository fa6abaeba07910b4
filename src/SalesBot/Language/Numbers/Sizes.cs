namespace SalesBot.Language.Numbers;

/// <summary>Units of size after a number: 10k, 2.5 M, 50w, 120 thousand, 3万, "half a million".</summary>
internal static class Sizes
{
    /// <summary>4.1 billion is 4,100,000,000 and not a fraction of a cent less.</summary>
    public static double Times(double value, double size) => Math.Abs(value) < 1e12 && size < 1e15 ? (double)((decimal)value * (decimal)size) : value * size;

    public static Num Scaled(ReadOnlySpan<char> text, Num number)
    {
        var at = NumeralRun.SkipSpace(text, number.End);
        if (at < text.Length && NumberWords.Chinese.TryGetValue(text[at], out var big) && big.Word == ZhWord.Big)
        {
            return Scaled(text, new Num(Times(number.Value, big.Value), at + 1, number.Kind | NumKind.Scaled));
        }

        var word = Letters(text, at);
        if (word.Length == 0) return number;
        if (NumberWords.English("en-scale", word, out var scale)) return new Num(Times(number.Value, scale), at + word.Length, number.Kind | NumKind.Scaled);
        return NumberWords.English("en-measure", word, out scale) ? new Num(Times(number.Value, scale), at + word.Length, number.Kind) : number;
    }

    /// <summary>The letters at a position; right after digits they have no word boundary before them.</summary>
    public static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && char.IsAsciiLetter(text[end])) end++;
        return end < text.Length && char.IsAsciiLetterOrDigit(text[end]) ? [] : text[at..end];
    }
}
