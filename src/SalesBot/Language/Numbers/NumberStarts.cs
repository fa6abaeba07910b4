namespace SalesBot.Language.Numbers;

/// <summary>Every number that may begin at a position, for a grammar to choose from: 8 and 8.5 of 八点五, 20 and 25 of "twenty five".</summary>
internal static class NumberStarts
{
    public static IEnumerable<Num> At(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c)) return Digits(text, at);
        if (char.IsAsciiLetter(c)) return at > 0 && char.IsAsciiLetter(text[at - 1]) ? [] : Words(text, at);
        return NumberWords.Chinese.ContainsKey(c) ? Numerals(text, at) : c == '.' && (at == 0 || !char.IsAsciiDigit(text[at - 1])) ? Single(DigitNumbers.Read(text, at)) : [];
    }

    private static List<Num> Digits(ReadOnlySpan<char> text, int at)
    {
        if (DigitNumbers.Run(text, at) is not { } run) return [];
        List<Num> all = [run];
        if (DigitNumbers.Read(text, at) is { } number)
        {
            Include(all, number);
            Include(all, Sizes.Scaled(text, number));
        }

        Include(all, EnglishNumbers.Ordinal(text, at));
        Include(all, EnglishNumbers.Read(text, at));
        Include(all, ChineseNumbers.Read(text, at));
        return all;
    }

    private static List<Num> Words(ReadOnlySpan<char> text, int at)
    {
        var all = new List<Num>();
        Include(all, EnglishNumbers.Read(text, at));
        if (Fractions.Read(text, at) is { } fraction && fraction.Is(NumKind.Scaled)) Include(all, fraction);
        Include(all, EnglishNumbers.Ordinal(text, at));
        var word = WordRun.WordAt(text, at);
        if (NumberWords.English("en-ten", word, out var ten) || NumberWords.English("en-teen", word, out ten)) Include(all, new Num(ten, at + word.Length, NumKind.English));
        return all;
    }

    private static List<Num> Numerals(ReadOnlySpan<char> text, int at)
    {
        var all = new List<Num>();
        Include(all, ChineseNumbers.Whole(text, at));
        Include(all, ChineseNumbers.Read(text, at));
        return all;
    }

    private static IEnumerable<Num> Single(Num? number) => number is { } found ? [found] : [];

    private static void Include(List<Num> all, Num? number)
    {
        if (number is not { } found) return;
        foreach (var known in all)
        {
            if (known.End == found.End && known.Is(NumKind.Ordinal) == found.Is(NumKind.Ordinal)) return;
        }

        all.Add(found);
    }
}
