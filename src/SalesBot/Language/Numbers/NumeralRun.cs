namespace SalesBot.Language.Numbers;

/// <summary>
/// Reads one run of Chinese numerals. Sections below 万 add up, big units multiply what stands before them; a lone digit after a unit is the
/// next smaller place (四百五 = 450); digits in a row without units are read as they stand (二零二六); two neighbours before a unit are the ends
/// of a guess (三五万 is 30,000 to 50,000).
/// </summary>
internal ref struct NumeralRun(ReadOnlySpan<char> text, int start)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly int _start = start;
    private int _end = start;
    private double _total;
    private double _section;
    private double _current = -1;
    private double _lastUnit;
    private double _lastBig;
    private bool _zero;
    private bool _fromDigits;
    private int _row;
    private double _guess;
    private bool _guessOpen;

    private readonly bool Begun => _end > _start;

    private readonly bool HasUnit => _lastUnit > 0;

    public static int SkipSpace(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    public static ZhWord Word(char c) => NumberWords.Chinese.TryGetValue(c, out var word) ? word.Word : ZhWord.None;

    public Num? Read()
    {
        var at = _start;
        while (at < _text.Length)
        {
            var next = at > _start ? SkipSpace(_text, at) : at;
            if (next >= _text.Length) break;
            var after = Take(next);
            if (after < 0) break;
            at = after;
        }

        return Begun ? Result() : null;
    }

    /// <summary>Takes the numeral at the position and gives the position after it, or -1 when the number ends here.</summary>
    private int Take(int at)
    {
        var c = _text[at];
        if (char.IsAsciiDigit(c)) return TakeDigits(at);
        if (!NumberWords.Chinese.TryGetValue(c, out var numeral)) return -1;
        return numeral.Word switch
        {
            ZhWord.Digit or ZhWord.Couple => TakeDigit(at, numeral.Value),
            ZhWord.Ten when _current < 0 && !HasUnit => TakeTen(at, numeral.Value),
            ZhWord.Unit => TakeUnit(at, numeral.Value),
            ZhWord.Big => TakeBig(at, numeral.Value),
            ZhWord.About => TakeAbout(at),
            _ => -1,
        };
    }

    private int TakeDigits(int at)
    {
        // After a unit a space no longer groups digits: 8千8 100万 is two numbers.
        if (_current >= 0 || (HasUnit ? DigitNumbers.Run(_text, at) : DigitNumbers.Read(_text, at)) is not { } number) return -1;
        var after = SkipSpace(_text, number.End);
        if (after >= _text.Length || !(Word(_text[after]) is ZhWord.Unit or ZhWord.Big || IsAboutBig(after))) return TakeTrailing(at, number);

        // Digits from which a new amount starts (5万 6千万) are not part of this one.
        if (HasUnit && !_zero && NumberWords.Chinese[_text[after]].Value >= _lastUnit) return -1;
        _current = number.Value;
        _fromDigits = true;
        return number.End;
    }

    // 12万8 and 3千5: one digit right after the unit, with nothing after it that would make it the start of something else; 10万零500.
    private int TakeTrailing(int at, Num number)
    {
        if (HasUnit && _zero && number.Value < _lastUnit && _text[at - 1] != ' ')
        {
            (_current, _fromDigits, _end) = (number.Value, true, number.End);
            return _end;
        }

        if (!HasUnit || _zero || number.Digits != 1 || _lastUnit < 100 || at != _end) return -1;
        if (number.End < _text.Length && (_text[number.End] is '%' or '-' or '/' or ':' || char.IsAsciiLetterOrDigit(_text[number.End]) || PartsDigits(number.End))) return -1;
        (_current, _fromDigits, _end) = (number.Value, true, number.End);
        return _end;
    }

    // 3.5 and 4,000 go on; what ends a sentence does not.
    private readonly bool PartsDigits(int at) => _text[at] is '.' or ',' && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1]);

    // 100多万: the vague part stands between the digits and a big unit.
    private readonly bool IsAboutBig(int at)
    {
        if (Word(_text[at]) != ZhWord.About) return false;
        var next = SkipSpace(_text, at + 1);
        return next < _text.Length && Word(_text[next]) == ZhWord.Big;
    }

    private int TakeDigit(int at, double value)
    {
        if (_current >= 0 && IsGuess(at, value))
        {
            (_guess, _guessOpen) = (value - _current, true);
        }
        else if (_current >= 0)
        {
            if (HasUnit || _fromDigits || Word(_text[at]) == ZhWord.Couple || _text[at - 1] == ' ') return -1;
            _row++;
            _current = (_current * 10) + value;
        }
        else if (value == 0 && HasUnit)
        {
            _zero = true;
            return at + 1;
        }
        else
        {
            _row = 1;
            _current = value;
        }

        _end = at + 1;
        return _end;
    }

    private readonly bool IsGuess(int at, double value) =>
        _row == 1 && !_fromDigits && _current > 0 && value > _current && at + 1 < _text.Length && Word(_text[at + 1]) is ZhWord.Unit or ZhWord.Big;

    private int TakeTen(int at, double value)
    {
        (_section, _lastUnit, _end) = (value, 10, at + 1);
        return _end;
    }

    private int TakeUnit(int at, double unit)
    {
        if (_current < 0)
        {
            // 十五, 一百零十: ten needs no digit before it; 百三 and 千五 need one after.
            var shortForm = !HasUnit && at + 1 < _text.Length && Word(_text[at + 1]) is ZhWord.Digit;
            if (unit == 10 ? HasUnit && _lastUnit == 10 : !shortForm) return -1;
            _current = 1;
        }
        else if (_row > 1 || (HasUnit && _lastUnit < 10000 && unit >= _lastUnit))
        {
            return -1;
        }

        _section += Sizes.Times(_current, unit);
        if (_guessOpen) (_guess, _guessOpen) = (_guess * unit, false);
        (_current, _lastUnit, _zero, _end) = (-1, unit, false, at + 1);
        return _end;
    }

    private int TakeBig(int at, double unit)
    {
        if (!Begun && _current < 0) return -1;
        var part = _section + Math.Max(_current, 0);
        if (_lastBig == 0 || unit >= _lastBig) _total = Sizes.Times(_total + part, unit);
        else _total += Sizes.Times(part, unit);
        if (_guessOpen || _lastBig == 0) (_guess, _guessOpen) = (_guess * unit, false);
        (_section, _current, _lastUnit, _lastBig, _zero, _end) = (0, -1, unit, unit, false, at + 1);
        return _end;
    }

    // 十多万, 五百余万, 一百零几万: the vague part is dropped when a big unit follows.
    private readonly int TakeAbout(int at) => ((HasUnit && _current < 0) || _fromDigits) && IsAboutBig(at) ? at + 1 : -1;

    private Num? Result()
    {
        if (!HasUnit && _row > 1) return new Num(_current, _end, NumKind.Chinese | NumKind.ChineseDigits, _row);
        if (!HasUnit) return new Num(_current, _end, Word(_text[_start]) == ZhWord.Couple ? NumKind.Chinese | NumKind.Couple : NumKind.Chinese);
        if (_current >= 0) AddTrailing();
        var value = _total + _section;
        return new Num(value, _end, NumKind.Chinese | (_lastBig > 0 ? NumKind.Scaled : NumKind.None)) { High = _guess > 0 ? value + _guess : 0 };
    }

    private void AddTrailing()
    {
        if (_zero || _lastUnit == 10)
        {
            _section += _current;
            return;
        }

        if (_end < _text.Length && NumberWords.IsCounter(_text[_end]))
        {
            _end--;
            while (_text[_end - 1] == ' ') _end--;
            return;
        }

        _section += _current * _lastUnit / 10;
    }
}
