using SalesBot.Language.Text;

namespace SalesBot.Language.Numbers;

/// <summary>
/// Every number that may begin at a position of a text, for a grammar to choose from: 8 and 8.5 of 八点五, 20 and 25 of "twenty five". Each
/// position is read once. More numerals in a row than any number has are a pattern, not a number, and so is what comes after more numbers than
/// any message has: no text however odd holds up the others.
/// </summary>
internal sealed class NumberStarts
{
    private const int Longest = 48;
    private const int Most = 1200;

    private readonly NormalText _text;
    private readonly IReadOnlyList<Num>?[] _found;
    private readonly bool[]? _patterns;

    public NumberStarts(NormalText text) => (_text, _found, _patterns) = (text, new IReadOnlyList<Num>?[text.Length], Patterns(text.Span));

    public bool IsPattern(int at) => _patterns is { } marks && marks[at];

    public IReadOnlyList<Num> At(int at) => _found[at] ??= IsPattern(at) ? [] : Read(_text.Span, at);

    private static IReadOnlyList<Num> Read(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c)) return Digits(text, at);
        if (char.IsAsciiLetter(c)) return (at > 0 && char.IsAsciiLetter(text[at - 1])) || !NumberWords.IsEnglish(WordRun.WordAt(text, at)) ? [] : Words(text, at);
        if (NumberWords.Chinese.ContainsKey(c)) return Numerals(text, at);
        return c == '.' && (at == 0 || !char.IsAsciiDigit(text[at - 1])) && DigitNumbers.Read(text, at) is { } part ? [part] : [];
    }

    private static bool[]? Patterns(ReadOnlySpan<char> text)
    {
        bool[]? marks = null;
        var numbers = 0;
        for (var start = 0; start < text.Length;)
        {
            var (end, numerals) = (start, 0);
            while (end < text.Length && (NumberWords.Chinese.ContainsKey(text[end]) || char.IsAsciiDigit(text[end]) || (text[end] == ' ' && end > start)))
            {
                if (text[end] > '\u00FF') numerals++;
                if (end == start || text[end - 1] == ' ') numbers++;
                end++;
            }

            if (numerals > Longest) (marks ??= new bool[text.Length]).AsSpan(start, end - start).Fill(value: true);
            if (numbers > Most) (marks ??= new bool[text.Length]).AsSpan(start).Fill(value: true);
            start = numbers > Most ? text.Length : end + 1;
        }

        return marks;
    }

    private static List<Num> Digits(ReadOnlySpan<char> text, int at)
    {
        if (DigitNumbers.Run(text, at) is not { } run) return [];
        if (IsWhole(text, run.End)) return [run];
        List<Num> all = [run];
        if (DigitNumbers.Read(text, at) is { } number)
        {
            Include(all, number);
            Include(all, Sizes.Scaled(text, number));
        }

        Include(all, EnglishNumbers.Ordinal(text, at));
        Include(all, EnglishNumbers.Read(text, at));
        Include(all, ChineseNumbers.Read(text, at));
        Include(all, Fractions.Read(text, at));
        Include(all, Fractions.WithPart(text, run));
        return all;
    }

    // Nothing after the digits can belong to a number.
    private static bool IsWhole(ReadOnlySpan<char> text, int end)
    {
        end = NumeralRun.SkipSpace(text, end);
        return end >= text.Length || (!char.IsAsciiLetterOrDigit(text[end]) && text[end] is > '\u2FFF' or ':' or ')' or '%' or '$' && !NumberWords.Chinese.ContainsKey(text[end]));
    }

    private static List<Num> Words(ReadOnlySpan<char> text, int at)
    {
        var all = new List<Num>();
        Include(all, EnglishNumbers.Read(text, at));
        if (all is [var whole]) Include(all, Fractions.WithPart(text, whole));
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
