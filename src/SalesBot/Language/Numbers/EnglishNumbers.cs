namespace SalesBot.Language.Numbers;

/// <summary>Numbers in English words, also mixed with digits: twenty-five, two hundred and two thousand, 4 thousand 3 hundred and 21, five point five.</summary>
internal static class EnglishNumbers
{
    /// <summary>The longest cardinal at the position (a word boundary is expected there).</summary>
    public static Num? Read(ReadOnlySpan<char> text, int at)
    {
        var run = new WordRun(text, at);
        return run.Read();
    }

    /// <summary>An ordinal: 21st, first, twenty-third, hundredth.</summary>
    public static Num? Ordinal(ReadOnlySpan<char> text, int at)
    {
        if (DigitNumbers.Run(text, at) is { } run && run.Digits <= 6)
        {
            var suffix = WordRun.WordAt(text, run.End);
            return suffix.Length == 2 && NumberWords.English("en-ordinal-end", suffix, out _)
                ? new Num(run.Value, run.End + 2, NumKind.Digits | NumKind.Ordinal)
                : null;
        }

        var word = WordRun.WordAt(text, at);
        if (word.Length < 3) return null;
        if (NumberWords.English("en-ord", word, out var value)) return new Num(value, at + word.Length, NumKind.English | NumKind.Ordinal);
        if (!NumberWords.English("en-ten", word, out var ten)) return null;
        var next = WordRun.Gap(text, at + word.Length);
        var unit = WordRun.WordAt(text, next);
        return next > at + word.Length && NumberWords.English("en-ord", unit, out var small) && small < 10
            ? new Num(ten + small, next + unit.Length, NumKind.English | NumKind.Ordinal)
            : null;
    }
}
