namespace SalesBot.Language.Numbers;

/// <summary>
/// Numbers in Chinese numerals, also mixed with digits: 三十五万, 两千四百五 (2450), 二零二六, 4.78万亿, 三分之一, 八点五. The text is normalised,
/// so traditional and cheque forms have become simple ones where they can.
/// </summary>
internal static class ChineseNumbers
{
    /// <summary>The longest number at the position, with decimals and fractions.</summary>
    public static Num? Read(ReadOnlySpan<char> text, int at)
    {
        var sign = 1;
        if (at < text.Length && NumeralRun.Word(text[at]) == ZhWord.Minus) (sign, at) = (-1, NumeralRun.SkipSpace(text, at + 1));
        if ((Whole(text, at) ?? (sign < 0 ? DigitNumbers.Read(text, at) : PartsOfDigits(text, at))) is not { } whole) return null;
        var full = Fraction(text, whole) ?? WithFraction(text, whole) ?? Decimals(text, whole) ?? Dozens(text, whole) ?? whole;
        return full with { Value = sign * full.Value };
    }

    /// <summary>The whole number at the position, without what may follow (点五 of a clock time).</summary>
    public static Num? Whole(ReadOnlySpan<char> text, int at) => new NumeralRun(text, at).Read();

    private static Num? Decimals(ReadOnlySpan<char> text, Num whole)
    {
        var point = NumeralRun.SkipSpace(text, whole.End);
        if (point >= text.Length || NumeralRun.Word(text[point]) != ZhWord.Point || whole.Is(NumKind.Digits)) return null;
        return DigitsAfter(text, NumeralRun.SkipSpace(text, point + 1)) is { } part
            ? Scaled(text, new Num(whole.Value + part.Value, part.End, NumKind.Chinese | NumKind.Decimal))
            : null;
    }

    // 3分之1: digits count as Chinese only where a Chinese fraction follows.
    private static Num? PartsOfDigits(ReadOnlySpan<char> text, int at) =>
        DigitNumbers.Read(text, at) is { } digits && Fraction(text, digits) is not null ? digits : null;

    private static Num? DigitsAfter(ReadOnlySpan<char> text, int at)
    {
        double value = 0, scale = 0.1;
        var end = at;
        while (end < text.Length && NumberWords.Chinese.TryGetValue(text[end], out var digit) && digit.Word == ZhWord.Digit)
        {
            value += digit.Value * scale;
            scale /= 10;
            end++;
        }

        return end == at ? null : new Num(Math.Round(value, Math.Min(15, end - at)), end, NumKind.Decimal);
    }

    private static Num Scaled(ReadOnlySpan<char> text, Num number)
    {
        // 一点五百万: hundred or thousand of a big unit.
        if (number.End + 1 < text.Length && NumeralRun.Word(text[number.End]) == ZhWord.Unit && NumeralRun.Word(text[number.End + 1]) == ZhWord.Big)
        {
            number = new Num(Sizes.Times(number.Value, NumberWords.Chinese[text[number.End]].Value), number.End + 1, number.Kind);
        }

        while (number.End < text.Length && NumberWords.Chinese.TryGetValue(text[number.End], out var big) && big.Word == ZhWord.Big)
        {
            number = new Num(Sizes.Times(number.Value, big.Value), number.End + 1, number.Kind | NumKind.Scaled);
        }

        return number;
    }

    // 三分之一: the part before is the denominator.
    private static Num? Fraction(ReadOnlySpan<char> text, Num below)
    {
        var at = NumeralRun.SkipSpace(text, below.End);
        if (at >= text.Length || NumeralRun.Word(text[at]) != ZhWord.Part) return null;
        at = NumeralRun.SkipSpace(text, at + 1);
        if (at >= text.Length || NumeralRun.Word(text[at]) != ZhWord.Of) return null;
        at = NumeralRun.SkipSpace(text, at + 1);
        var above = Whole(text, at) ?? DigitNumbers.Read(text, at);
        return above is { } top && below.Value != 0 ? new Num(top.Value / below.Value, top.End, NumKind.Chinese | NumKind.Fraction) : null;
    }

    // 三百五十又三分之一
    private static Num? WithFraction(ReadOnlySpan<char> text, Num whole)
    {
        var at = NumeralRun.SkipSpace(text, whole.End);
        if (at >= text.Length || NumeralRun.Word(text[at]) != ZhWord.And) return null;
        at = NumeralRun.SkipSpace(text, at + 1);
        if ((Whole(text, at) ?? DigitNumbers.Read(text, at)) is not { } below || Fraction(text, below) is not { } part) return null;
        return part with { Value = whole.Value + part.Value };
    }

    private static Num? Dozens(ReadOnlySpan<char> text, Num whole) =>
        whole.End < text.Length && NumeralRun.Word(text[whole.End]) == ZhWord.Dozen && !whole.Is(NumKind.ChineseDigits)
            ? new Num(whole.Value * 12, whole.End + 1, NumKind.Chinese)
            : null;
}
