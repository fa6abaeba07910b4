namespace SalesBot.Language.Numbers;

/// <summary>
/// Reads one cardinal in English words. Words are joined by a space or a hyphen; "and" is taken only after hundred and above and before
/// something smaller, so that "3 hundred and 2 hundred" stays two numbers.
/// </summary>
internal ref struct WordRun(ReadOnlySpan<char> text, int start)
{
    private enum Last { None, One, Teen, Ten, Scale }

    private const int Longest = 200;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly int _start = start;
    private int _end = start;
    private double _total;
    private double _section;
    private double _small;
    private double _lastScale = double.MaxValue;
    private Last _last = Last.None;
    private bool _words;
    private NumKind _kind = NumKind.English;

    /// <summary>The letters that begin at the position; empty when a letter stands before it.</summary>
    public static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        if (at < 0 || at >= text.Length || (at > 0 && char.IsAsciiLetter(text[at - 1]))) return [];
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsAsciiLetter(text[end])) end++;
        return end < text.Length && char.IsAsciiLetter(text[end]) ? [] : text[at..end];
    }

    /// <summary>Skips one joint between words: a space, a hyphen, or a hyphen with spaces around it.</summary>
    public static int Gap(ReadOnlySpan<char> text, int at)
    {
        var next = at < text.Length && text[at] == ' ' ? at + 1 : at;
        if (next < text.Length && text[next] == '-') next = next + 1 < text.Length && text[next + 1] == ' ' ? next + 2 : next + 1;
        return next;
    }

    public Num? Read()
    {
        var at = _start;
        while (at < _text.Length && at - _start < Longest)
        {
            var next = _end > _start ? Gap(_text, at) : at;
            var after = Take(next);
            if (after < 0 && _last == Last.Scale && IsWord(next, "en-and")) after = TakeAfterAnd(next);
            if (after < 0) break;
            at = _end = after;
        }

        if (_end == _start || !_words) return null;
        return Decimals(new Num(_total + _section, _end, _kind));
    }

    private readonly bool IsWord(int at, string kind) => NumberWords.English(kind, WordAt(_text, at), out _);

    private int TakeAfterAnd(int and)
    {
        var at = Gap(_text, and + WordAt(_text, and).Length);
        var (total, section, small, last, words, kind) = (_total, _section, _small, _last, _words, _kind);
        var after = Take(at);
        if (after > 0 && (_section > section || _total > total) && !NumberWords.English("en-scale", WordAt(_text, Gap(_text, after)), out _)) return after;
        if (after > 0 && section % 1000 == 0 && section == 0) return after;
        if (after > 0 && IsThousandOrMore(Gap(_text, after))) return after;
        (_total, _section, _small, _last, _words, _kind) = (total, section, small, last, words, kind);
        return -1;
    }

    private readonly bool IsThousandOrMore(int at) => NumberWords.English("en-scale", WordAt(_text, at), out var scale) && scale >= 1000;

    private int Take(int at)
    {
        if (at < _text.Length && char.IsAsciiDigit(_text[at])) return TakeDigits(at);
        var word = WordAt(_text, at);
        if (word.Length == 0) return -1;
        if (_last == Last.None && NumberWords.English("en-article", word, out _)) return TakeArticle(at, word.Length);
        if (NumberWords.English("en-one", word, out var one)) return _last is Last.One or Last.Teen || (one == 0 && _last != Last.None) ? -1 : Add(at, word, one, Last.One);
        if (NumberWords.English("en-teen", word, out var teen)) return _last is Last.One or Last.Teen or Last.Ten ? -1 : Add(at, word, teen, Last.Teen);
        if (NumberWords.English("en-ten", word, out var ten)) return _last is Last.One or Last.Teen or Last.Ten ? -1 : Add(at, word, ten, Last.Ten);
        if (NumberWords.English("en-dozen", word, out _)) return TakeDozen(at, word);
        return NumberWords.English("en-scale", word, out var scale) && !NumberWords.English("en-letter", word, out _) ? TakeScale(at, word, scale) : -1;
    }

    private int Add(int at, ReadOnlySpan<char> word, double value, Last last)
    {
        _section += value;
        _small = _last == Last.Ten ? _small + value : value;
        (_last, _words) = (last, true);
        return at + word.Length;
    }

    // "hundred thousand": a size alone counts as one of it only before a greater one.
    private readonly bool StartsSizes(int at, int length, double scale) =>
        NumberWords.English("en-scale", WordAt(_text, Gap(_text, at + length)), out var next) && next > scale && !NumberWords.English("en-letter", WordAt(_text, Gap(_text, at + length)), out _);

    // "a hundred", "a dozen", "a million": the article counts as one only before these.
    private int TakeArticle(int at, int length)
    {
        var next = Gap(_text, at + length);
        var word = WordAt(_text, next);
        var counts = (NumberWords.English("en-scale", word, out _) && !NumberWords.English("en-letter", word, out _)) || NumberWords.English("en-dozen", word, out _);
        if (!counts) return -1;
        (_section, _small, _last) = (1, 1, Last.One);
        return at + length;
    }

    private int TakeDigits(int at)
    {
        if (_last is not (Last.None or Last.Scale) || DigitNumbers.Read(_text, at) is not { } number) return -1;
        var next = Gap(_text, number.End);
        var scaled = NumberWords.English("en-scale", WordAt(_text, next), out _) && !NumberWords.English("en-letter", WordAt(_text, next), out _);
        if (!scaled && !NumberWords.English("en-dozen", WordAt(_text, next), out _) && (_last == Last.None || number.Value == 0 || number.Value >= _lastScale || number.Digits is 0 or > 3)) return -1;
        _section += number.Value;
        (_small, _last) = (number.Value, Last.One);
        return number.End;
    }

    private int TakeDozen(int at, ReadOnlySpan<char> word)
    {
        if (_last is Last.None or Last.Scale) return -1;
        _section += _small * 11;
        (_last, _words) = (Last.Scale, true);
        _small = 0;
        return at + word.Length;
    }

    private int TakeScale(int at, ReadOnlySpan<char> word, double scale)
    {
        if (_last == Last.None && !StartsSizes(at, word.Length, scale)) return -1;
        if (_last == Last.None) _section = 1;
        if (scale == 100)
        {
            if (_section % 1000 >= 100 || _last == Last.Scale) return -1;
            _section *= 100;
        }
        else
        {
            if (scale >= _lastScale && _section == 0) _total *= scale;
            else if (scale > _lastScale) _total = Sizes.Times(_total + _section, scale);
            else _total += Sizes.Times(_section, scale);
            _section = 0;
            _lastScale = scale;
            _kind |= NumKind.Scaled;
        }

        (_last, _words, _small) = (Last.Scale, true, 0);
        return at + word.Length;
    }

    // "two hundred point zero three", "five point seventy-one".
    private readonly Num Decimals(Num whole)
    {
        var at = Gap(_text, whole.End);
        if (!IsWord(at, "en-point")) return whole;
        at = Gap(_text, at + WordAt(_text, at).Length);
        Span<char> digits = stackalloc char[16];
        var (length, end) = (0, whole.End);
        while (length < 12 && SmallWord(WordAt(_text, at), out var value))
        {
            if (value >= 10) digits[length++] = (char)('0' + (int)(value / 10));
            if (value < 10 || value % 10 != 0 || value < 20) digits[length++] = (char)('0' + (int)(value % 10));
            end = at + WordAt(_text, at).Length;
            at = Gap(_text, end);
        }

        if (length == 0) return whole;
        var part = double.Parse(string.Concat("0.", digits[..length]), System.Globalization.CultureInfo.InvariantCulture);
        return new Num(whole.Value + part, end, whole.Kind | NumKind.Decimal);
    }

    private static bool SmallWord(ReadOnlySpan<char> word, out double value) =>
        NumberWords.English("en-one", word, out value) || NumberWords.English("en-teen", word, out value) || NumberWords.English("en-ten", word, out value);
}
