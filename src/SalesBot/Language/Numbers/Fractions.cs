using System.Globalization;

namespace SalesBot.Language.Numbers;

/// <summary>Fractions: ⅔, "1 1/2", "three twenty-firsts", "a quarter of a million", "two out of five hundred", "half a dozen", "two and a half million".</summary>
internal static class Fractions
{
    public static Num? Read(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (Sign(text, at) is { } sign) return sign;
        if (char.IsAsciiDigit(c)) return Mixed(text, at) ?? OutOf(text, at);
        return char.IsAsciiLetter(c) ? OutOf(text, at) ?? Words(text, at) : null;
    }

    /// <summary>A whole number and a fraction: "two and a half million", "20 and three fifths", 2½, "a million and a half".</summary>
    public static Num? WithPart(ReadOnlySpan<char> text, Num whole)
    {
        if (whole.End >= text.Length || whole.Is(NumKind.Fraction | NumKind.Ordinal | NumKind.Decimal)) return null;
        var part = Sign(text, whole.End) ?? (Word(text, whole.End, "en-and", out var end) ? AfterAnd(text, WordRun.Gap(text, end)) : null);
        if (part is not { } found) return null;
        var unit = !whole.Is(NumKind.Scaled) ? 1 : whole.Value % 1e9 == 0 ? 1e9 : whole.Value % 1e6 == 0 ? 1e6 : 1e3;
        return Sized(text, new Num(whole.Value + (found.Value * unit), found.End, NumKind.English | NumKind.Decimal | (whole.Kind & NumKind.Scaled)));
    }

    // "a third" after "and" is more often the next one of a row.
    private static Num? AfterAnd(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && char.IsAsciiDigit(text[at])) return Mixed(text, at) is { Value: < 1 } digits ? digits : null;
        var known = Word(text, at, "en-article", out var end);
        var above = 1.0;
        if (!known && !One(text, at, out above, out end)) return null;
        var start = WordRun.Gap(text, end);
        return (known ? Named(text, start) : Part(text, start, plain: false)) is { } part ? new Num((known ? 1 : above) / part.Value, part.End, NumKind.Fraction) : null;
    }

    private static Num? Sign(ReadOnlySpan<char> text, int at) =>
        char.GetUnicodeCategory(text[at]) == UnicodeCategory.OtherNumber && CharUnicodeInfo.GetNumericValue(text[at]) is var value and > 0 and < 1 ? new Num(value, at + 1, NumKind.Fraction) : null;

    // "4 6/3" is six, "1/2" a half; a slash between other figures is a date or an address.
    private static Num? Mixed(ReadOnlySpan<char> text, int at)
    {
        if (DigitNumbers.Run(text, at) is not { } whole) return null;
        if (whole.End < text.Length && text[whole.End] == '/') return Slash(text, whole, 0, 10);
        if (whole.End + 1 >= text.Length || text[whole.End] != ' ' || DigitNumbers.Run(text, whole.End + 1) is not { } above) return null;
        return above.End < text.Length && text[above.End] == '/' ? Slash(text, above, whole.Value, 1000) : null;
    }

    private static Num? Slash(ReadOnlySpan<char> text, Num above, double whole, double most)
    {
        if (above.Value >= most || DigitNumbers.Run(text, above.End + 1) is not { } below || below.Value == 0 || below.Value >= 1000) return null;
        return below.End < text.Length && text[below.End] == '/' ? null : new Num(whole + (above.Value / below.Value), below.End, NumKind.Fraction);
    }

    // "one out of three", "five over seven"; digits over digits are a range of something else.
    private static Num? OutOf(ReadOnlySpan<char> text, int at)
    {
        if (EnglishNumbers.Read(text, at) is not { } above || !Word(text, above.End, "en-out", out var end)) return null;
        var next = WordRun.Gap(text, Word(text, end, "en-of", out var of) ? of : end);
        return EnglishNumbers.Read(text, next) is { Value: not 0 } below ? new Num(above.Value / below.Value, below.End, NumKind.Fraction) : null;
    }

    private static Num? Words(ReadOnlySpan<char> text, int at)
    {
        var (above, start) = (1.0, at);
        if (Word(text, at, "en-article", out var end))
        {
            start = WordRun.Gap(text, end);
        }
        else if (One(text, at, out var said, out end))
        {
            (above, start) = (said, WordRun.Gap(text, end));
        }

        var plain = start == at;
        if (Part(text, start, plain) is not { } part) return null;
        var number = new Num(above / part.Value, part.End, NumKind.Fraction);
        var after = Word(text, part.End, "en-of", out var of) ? of : part.End;
        if (Word(text, after, "en-article", out var article)) after = article;
        var sized = Sized(text, number with { End = after });
        if (sized.End > after) return sized;
        return plain ? null : number;
    }

    private static Num Sized(ReadOnlySpan<char> text, Num number) =>
        Word(text, number.End, "en-dozen", out var end) ? number with { Value = number.Value * 12, End = end } : Sizes.Scaled(text, number);

    private static bool One(ReadOnlySpan<char> text, int at, out double value, out int end)
    {
        var word = WordRun.WordAt(text, at);
        end = at + word.Length;
        return NumberWords.English("en-one", word, out value) && value > 0;
    }

    // "half" and "quarter" may stand alone before a size; an ordinal is a denominator only after a numerator, and never "a second".
    private static Num? Part(ReadOnlySpan<char> text, int at, bool plain)
    {
        if (Named(text, at) is { } named) return named;
        if (plain) return null;
        if (EnglishNumbers.Ordinal(text, at) is { Value: > 2 } ordinal) return Plural(text, ordinal);
        return PluralOrdinal(text, at);
    }

    private static Num? Named(ReadOnlySpan<char> text, int at)
    {
        var word = WordRun.WordAt(text, at);
        return word.Length > 0 && NumberWords.English("en-fraction", word, out var value) ? new Num(value, at + word.Length, NumKind.Fraction) : null;
    }

    private static Num Plural(ReadOnlySpan<char> text, Num ordinal) =>
        ordinal.End < text.Length && text[ordinal.End] == 's' ? ordinal with { End = ordinal.End + 1 } : ordinal;

    // twenty-firsts: the plural is no word of the list.
    private static Num? PluralOrdinal(ReadOnlySpan<char> text, int at)
    {
        var word = WordRun.WordAt(text, at);
        if (word.Length > 3 && word[^1] == 's' && NumberWords.English("en-ord", word[..^1], out var simple) && simple > 2) return new Num(simple, at + word.Length, NumKind.Fraction);
        if (!NumberWords.English("en-ten", word, out var ten)) return null;
        var next = WordRun.Gap(text, at + word.Length);
        var unit = WordRun.WordAt(text, next);
        return unit.Length > 3 && unit[^1] == 's' && NumberWords.English("en-ord", unit[..^1], out var small) && small < 10
            ? new Num(ten + small, next + unit.Length, NumKind.Fraction)
            : null;
    }

    private static bool Word(ReadOnlySpan<char> text, int at, string kind, out int end)
    {
        var start = WordRun.Gap(text, at);
        var word = WordRun.WordAt(text, start);
        end = start + word.Length;
        return NumberWords.English(kind, word, out _);
    }
}
