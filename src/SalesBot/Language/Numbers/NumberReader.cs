using SalesBot.Language.Grammar;
using SalesBot.Language.Lexicon;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Numbers;

/// <summary>Numbers in digits, Chinese numerals and English words, with their sign and unit of size: -2.5 M, 三分之一, "one out of three", ⅔.</summary>
internal static class NumberReader
{
    private static readonly WordTrie<bool> NotNumbers = Load();

    public static IReadOnlyList<Found> Read(NormalText text, NumberStarts starts)
    {
        var found = new List<Found>();
        var word = new int[1];
        for (var at = 0; at < text.Length;)
        {
            var number = starts.IsPattern(at) ? null : At(text.Span, at);
            at = Skip(text.Span, at, word) is var end and > 0 && !(number?.End > end) ? end : Step(text.Span, at, number, found);
        }

        return found;
    }

    /// <summary>The number at a position where one may begin, sign and size included.</summary>
    public static Num? At(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !IsStart(text, at) || !MayBegin(text, at)) return null;
        if (at > 1 && text[at - 1] == '.' && char.IsAsciiDigit(text[at - 2])) return IsCode(text, at) ? null : DigitNumbers.Run(text, at);
        if (text[at] is '-' or '+') return Signed(text, at);
        if (Minus(text, at) is { } minus) return minus;
        var best = Longest(DigitNumbers.Read(text, at), ChineseNumbers.Read(text, at));
        best = Longest(best, EnglishNumbers.Read(text, at));
        best = Longest(best, Fractions.Read(text, at));
        if (best is { } whole) best = Longest(best, Fractions.WithPart(text, whole));
        return best is { } number && number.Is(NumKind.Digits | NumKind.Decimal) ? Sizes.Scaled(text, number) : best;
    }

    private static int Step(ReadOnlySpan<char> text, int at, Num? read, List<Found> found)
    {
        if (read is not { } number || !EndsWell(text, number.End)) return at + 1;
        if (number.End == at + 1 && NumberWords.IsFormal(text[at])) return at + 1;
        var guess = number.High > 0 && number.Is(NumKind.Scaled);
        found.Add(new Found(guess ? FoundType.AmountRange : FoundType.Number, at, number.End) { Value = number.Value, High = guess ? number.High : null, Bare = true, Scaled = number.Is(NumKind.Scaled) });
        return number.End;
    }

    private static Num? Longest(Num? a, Num? b) => a is null || (b is not null && b.Value.End > a.Value.End) ? b : a;

    private static int Skip(ReadOnlySpan<char> text, int at, int[] longest)
    {
        longest[0] = 0;
        NotNumbers.Match(text, at, longest, static (state, end, _) => state[0] = Math.Max(state[0], end));
        return longest[0];
    }

    private static bool IsStart(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetter(c)) return NumberWords.IsEnglish(WordRun.WordAt(text, at));
        return char.IsAsciiDigit(c) || c is '.' or '-' or '+' || NumberWords.Chinese.ContainsKey(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherNumber;
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        if (at == 0) return true;
        var (c, before) = (text[at], text[at - 1]);
        if (char.IsAsciiDigit(c)) return !char.IsAsciiLetterOrDigit(before) && before is not '_' && !(before == '-' && IsCode(text, at)) && !IsMobile(text, at);
        if (c == '.') return !char.IsAsciiLetterOrDigit(before) && before is not '.';
        if (c is '-' or '+') return Signs.MayBegin(text, at);
        return !char.IsAsciiLetter(c) || !char.IsAsciiLetterOrDigit(before);
    }

    // HT20260312-08, v2.3: letters earlier in the same token make it a name.
    private static bool IsCode(ReadOnlySpan<char> text, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - 24 && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '.'); i--)
        {
            if (char.IsAsciiLetter(text[i])) return true;
        }

        return false;
    }

    // A Chinese mobile number: eleven digits, 13 to 19.
    private static bool IsMobile(ReadOnlySpan<char> text, int at) =>
        text[at] == '1' && at + 1 < text.Length && text[at + 1] is >= '3' and <= '9' && DigitNumbers.Run(text, at) is { Digits: 11 };

    // 180ml is a measure, MES2 a name.
    private static bool EndsWell(ReadOnlySpan<char> text, int end) => end >= text.Length || !char.IsAsciiLetterOrDigit(text[end - 1]) || !char.IsAsciiLetter(text[end]);

    private static Num? Signed(ReadOnlySpan<char> text, int at)
    {
        var next = NumeralRun.SkipSpace(text, at + 1);
        if (next >= text.Length || !(char.IsAsciiDigit(text[next]) || text[next] == '.') || DigitNumbers.Read(text, next) is not { } digits) return null;
        var number = Sizes.Scaled(text, digits);
        return number with { Value = text[at] == '-' ? -number.Value : number.Value };
    }

    private static Num? Minus(ReadOnlySpan<char> text, int at)
    {
        var word = WordRun.WordAt(text, at);
        if (word.Length == 0 || !NumberWords.English("en-minus", word, out _)) return null;
        var next = WordRun.Gap(text, at + word.Length);
        return Longest(EnglishNumbers.Read(text, next), DigitNumbers.Read(text, next)) is { } number ? number with { Value = -number.Value } : null;
    }

    private static WordTrie<bool> Load()
    {
        var trie = new WordTrie<bool>();
        foreach (var word in LexiconFile.Lines("not-numbers.txt").SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            trie.Add(word, value: true);
        }

        return trie;
    }
}
