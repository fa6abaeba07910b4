using System.Globalization;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Dates, times and amounts of a message as the intents use them.</summary>
internal static class ValueReader
{
    private const double Beyond = 1e15;

    private const int FirstYear = 1950, LastYear = 2100;

    private static readonly int Pointing = PhraseBook.Standard.KeyOf("[pointing_day]"), Saying = PhraseBook.Standard.KeyOf("[let_us_say]"), NotThen = PhraseBook.Standard.KeyOf("[denied_day]"), Slip = PhraseBook.Standard.KeyOf("[slip]");

    private static readonly int DayTail = PhraseBook.Standard.KeyOf("[day_tail]");
    private static readonly int DayLead = PhraseBook.Standard.KeyOf("[day_lead]");
    private static readonly int Pronominal = PhraseBook.Standard.KeyOf("[the_one]");

    /// <summary>Words from "the" to "one".</summary>
    private const int Reach = 4;

    /// <summary>Letters between a day that is wrong and the right one.</summary>
    private const int NextBreath = 20;

    public static IReadOnlyList<Value> Read(NormalText text, DateTime now)
    {
        var phones = PhoneNumbers.Read(text.Text).ToList();
        var found = SpanReader.Read(text, now).SelectMany(span => Of(text, span)).Where(value => !phones.Exists(phone => phone.Mark.Overlaps(value.Start, value.End))).Concat(phones);
        found = found.Where(value => !PhraseBook.Standard.Is(text.Text[value.Start..value.End], Feature.Key("[now_word]")) && !IsPronoun(text, value));
        return [.. SpokenNumbers.Join(text, BareOrdinals.With(text, [.. found.OrderBy(value => value.Start)], now))];
    }

    /// <summary>"The hoist one", "that red one": no number.</summary>
    private static bool IsPronoun(NormalText text, Value value)
    {
        if (value.Kind is not (ValueKind.Number or ValueKind.Time) || text.Slice(value.Start, value.End) is not "one" || value.Start == 0 || text[value.Start - 1] != ' ') return false;
        var breath = text.Slice(0, value.Start);
        var words = breath[(breath.LastIndexOfAny(",;.!?:\n") + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Skip(Math.Max(0, words.Length - Reach)).Take(Reach - 1).Any(word => PhraseBook.Standard.Is(word, Pronominal));
    }

    /// <summary>Without those that are part of a name (三一重工, a deal "Phase 2").</summary>
    public static IReadOnlyList<Value> Without(NormalText text, IReadOnlyList<Value> values, IReadOnlyList<Mention> mentions, IReadOnlyList<Mark> strangers)
    {
        var names = mentions.Where(mention => mention.Strength >= NameStrength.Short && (mention.Kind is not (NamedKind.Task or NamedKind.Approval) || RecordNumbers.Is(mention, text))).Select(mention => mention.Mark).Concat(strangers).ToList();
        return [.. InMonth(text, [.. values.Where(value => !names.Exists(name => name.Overlaps(value.Start, value.End)))])];
    }

    /// <summary>“刘晨周五前”: a day that seems to begin with the last character of a name (晨 is the morning) begins behind it.</summary>
    public static IReadOnlyList<Value> BehindNames(NormalText text, IReadOnlyList<Value> values, IReadOnlyList<Mention> mentions, DateTime now)
    {
        int? Cut(Value value) => mentions.Where(mention => mention is { Kind: NamedKind.Person or NamedKind.Contact, Strength: NameStrength.Full } && mention.Start < value.Start && value.Start < mention.End && mention.End < value.End).Select(mention => (int?)mention.End).Max();
        return values.All(value => Cut(value) is null) ? values
            : [.. values.SelectMany(value => Cut(value) is { } at ? Read(NormalText.Of(text.Text[at..value.End]), now).Select(behind => behind with { Start = behind.Start + at, End = behind.End + at }) : [value]).OrderBy(value => value.Start)];
    }

    /// <summary>"Lose the second" of a list is no second of the month; "on the second" is.</summary>
    public static IReadOnlyList<Value> WithoutPlaces(NormalText text, IReadOnlyList<Value> values, IReadOnlyList<LiteralHit> words) =>
        [.. values.Where(value => !(value.IsBareDay && words.Any(word => word.Start == value.Start && word.End == value.End && char.IsAsciiLetter(text[word.End - 1]) && !char.IsAsciiDigit(text[word.Start]) && PhraseBook.Standard.Is(word.Literal, Feature.OrdinalWord))
            && !words.Any(word => (word.End == value.Start || word.End + 1 == value.Start) && PhraseBook.Standard.Is(word.Literal, DayLead))))];

    /// <summary>"Harbor line 4 is signed": a number that stands behind the same word in a deal's name is part of it.</summary>
    public static IReadOnlyList<Value> WithoutCounted(NormalText text, IReadOnlyList<Value> values, IEnumerable<string> names)
    {
        if (!values.Any(value => value.Kind is ValueKind.Number)) return values;
        var known = names.Select(name => NormalText.Of(name).Text).ToList();
        return known.Count == 0 ? values : [.. values.Where(value => !(value.Kind is ValueKind.Number && WithWordBefore(text, value) is { } counted && known.Exists(name => name.Contains(counted, StringComparison.Ordinal))))];
    }

    private static string? WithWordBefore(NormalText text, Value number)
    {
        var start = number.Start;
        while (start > 0 && text[start - 1] == ' ') start--;
        var end = start;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return start < end ? text.Text[start..number.End] : null;
    }

    /// <summary>“写少了 100万” is a hundred that was written too low, no change by a hundred.</summary>
    public static IReadOnlyList<Value> Restated(NormalText text, IReadOnlyList<Value> values, IReadOnlyList<LiteralHit> words) =>
        [.. values.Select(value => value is { Kind: ValueKind.Delta, OfPercent: false } && words.FirstOrDefault(word => word.Start < value.Start && word.End > value.Start && word.End < value.End && PhraseBook.Standard.Is(word.Literal, Slip)) is { End: > 0 } slip
            ? value with { Kind = ValueKind.Money, Start = slip.End + (text.Slice(slip.End, value.End).IndexOfAnyExcept(' ') is > 0 and var blanks ? blanks : 0), Number = Math.Abs(value.Number ?? 0) } : value)];

    /// <summary>“不是今天去的 是昨天”, "that wasn't Friday, it was Monday": the first day is the one that is wrong; “不是四月十七 是廿七” stays in its month.</summary>
    public static IReadOnlyList<Value> WithoutDenied(NormalText text, IReadOnlyList<Value> values, IReadOnlyList<LiteralHit> words)
    {
        var days = values.Where(value => value.Kind is ValueKind.Date or ValueKind.DateRange || IsDayNumber(text, value)).ToList();
        var pairs = days.Zip(days.Skip(1)).Where(pair => IsDenied(text, pair, words)).ToList();
        return pairs.Count == 0 ? values : [.. values.Except(pairs.Select(pair => pair.First)).Select(value => pairs.Find(pair => pair.Second == value) is { First.Date: { } wrong, First.IsBareDay: false } ? AsDay(value).In(wrong) : value)];
    }

    /// <summary>A word of denial stands right before the first, and the second follows soon; a bare number sets only a day of a month right.</summary>
    private static bool IsDenied(NormalText text, (Value First, Value Second) pair, IReadOnlyList<LiteralHit> words)
    {
        var ((first, second), near) = (pair, pair.Second.Start - pair.First.End <= NextBreath);
        if (!near || first.Kind == ValueKind.Number || (second.Kind == ValueKind.Number && first is not { Kind: ValueKind.Date, IsBareDay: false })) return false;
        return words.Any(word => PhraseBook.Standard.Is(word.Literal, NotThen) && word.End <= first.Start && text.Slice(word.End, first.Start).IsWhiteSpace());
    }

    /// <summary>“四月十七” is set right by a mere “廿七”.</summary>
    private static bool IsDayNumber(NormalText text, Value value) => value is { Kind: ValueKind.Number, Number: >= 1 and <= 31 and var day } && day == decimal.Truncate(day) && Script.IsChinese(text[value.Start])
        && (value.End == text.Length || !Script.IsChinese(text[value.End]) || PhraseBook.Standard.Is(text.Text[value.End..(value.End + 1)], DayTail));

    /// <summary>A number from 1 to 31 as a bare day; whatever else it is stays so.</summary>
    private static Value AsDay(Value value) =>
        value is { Kind: ValueKind.Number, Number: { } day } && new DateOnly(2000, 1, (int)day) is var any ? new Value(ValueKind.Date, value.Start, value.End) { Date = any, PastDate = any.AddMonths(-1) } : value;

    /// <summary>“四月中 15号”, "mid June, let's say the 15th": a bare day right after a month is a day of it, and "this day" after a day is that one.</summary>
    private static IEnumerable<Value> InMonth(NormalText text, List<Value> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (PhraseBook.Standard.Is(text.Text[values[i].Start..values[i].End], Pointing) && values.Take(i).LastOrDefault(value => value.Kind is ValueKind.Date or ValueKind.DateRange) is { } named)
            {
                yield return named with { Start = values[i].Start, End = values[i].End };
                continue;
            }

            yield return i > 0 && values[i - 1] is { Kind: ValueKind.DateRange or ValueKind.Date, IsBareDay: false, Date: { } month } before && IsNextTo(text, before.End, values[i].Start) ? values[i].In(month) : values[i];
        }
    }

    private static bool IsNextTo(NormalText text, int end, int start) =>
        start - end <= 2 || PhraseBook.Standard.Is(text.Slice(end, start).Trim(" ,-").ToString(), Saying);

    private static IEnumerable<Value> Of(NormalText text, Found found) => found.Type switch
    {
        FoundType.Date => [Day(found)],
        FoundType.DateTime => [Day(found), Clock(found)],
        FoundType.Time => [Clock(found)],
        FoundType.DateRange when FarYear(text, found) is { } figure => [figure],
        FoundType.DateRange => Range(found),
        FoundType.Duration => [new Value(ValueKind.Duration, found.Start, found.End) { Days = (int)Math.Round((found.Seconds ?? 0) / 86400), Minutes = (int)Math.Min((found.Seconds ?? 0) / 60, 1440) }],
        FoundType.NoSuchDay => [new Value(ValueKind.NoSuchDay, found.Start, found.End)],
        _ => Number(text, found) is { } number ? [number] : [],
    };

    /// <summary>"10 terminals at 1500": four figures that are no year of anybody's business.</summary>
    private static Value? FarYear(NormalText text, Found found)
    {
        var figures = text.Slice(found.Start, found.End).TrimStart("at ");
        return figures.Length == 4 && int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is < FirstYear or > LastYear ? new Value(ValueKind.Number, found.End - 4, found.End) { Number = year } : null;
    }

    private static Value Day(Found found) => new(ValueKind.Date, found.Start, found.End) { Date = found.Date, PastDate = found.PastDate, Bound = found.Bound };

    private static Value Clock(Found found) => new(ValueKind.Time, found.Start, found.End) { Time = found.OfficeTime ?? found.Time, Bound = found.Bound };

    private static IEnumerable<Value> Range(Found found)
    {
        if (found.From is not { } from || found.To is not { } to) yield break;
        if (found.HasClock)
        {
            yield return new Value(ValueKind.Date, found.Start, found.End) { Date = DateOnly.FromDateTime(from) };
            yield return new Value(ValueKind.Time, found.Start, found.End) { Time = OfficeHour(from, to) };
        }
        else
        {
            yield return new Value(ValueKind.DateRange, found.Start, found.End) { Date = DateOnly.FromDateTime(from), Last = found.Through ?? DateOnly.FromDateTime(to), Point = found.Point, Bound = found.Bound };
        }
    }

    /// <summary>A morning begins at nine for those who work in it, an afternoon at two, an evening at six, and noon is noon; any other span where it begins.</summary>
    private static TimeOnly OfficeHour(DateTime from, DateTime to) => ((to - from).TotalHours, from.Hour) switch
    {
        (4, 8) => new TimeOnly(9, 0),
        (4, 12) => new TimeOnly(14, 0),
        (4, 16) => new TimeOnly(18, 0),
        (2, 11) => new TimeOnly(12, 0),
        _ => TimeOnly.FromDateTime(from),
    };

    /// <summary>Beyond any amount of money one number is as wrong as the next.</summary>
    private static decimal Decimal(double value) => (decimal)Math.Clamp(value, -Beyond, Beyond);

    private static Value? Number(NormalText text, Found found)
    {
        if (found.Value is not { } value) return null;
        var kind = found.Type switch
        {
            FoundType.Currency => ValueKind.Money,
            FoundType.Percent => ValueKind.Percent,
            FoundType.Discount => ValueKind.Discount,
            FoundType.Delta => ValueKind.Delta,
            FoundType.AmountRange => ValueKind.MoneyRange,
            _ => found.Scaled ? ValueKind.Money : ValueKind.Number,
        };
        return new Value(kind, found.Start, found.End) { Number = Decimal(value) * (kind == ValueKind.Money && HasThousandsPoint(text.Slice(found.Start, found.End)) ? 1000 : 1), High = found.High is { } high ? Decimal(high) : null, Currency = found.Currency, OfPercent = found.OfPercent };
    }

    /// <summary>"179.500 euro": nobody names a price to a tenth of a cent, so the point parts thousands.</summary>
    private static bool HasThousandsPoint(ReadOnlySpan<char> amount)
    {
        var point = amount.IndexOf('.');
        if (point < 1 || amount[(point + 1)..].Contains('.') || !char.IsAsciiDigit(amount[point - 1])) return false;
        var digits = 0;
        while (point + 1 + digits < amount.Length && char.IsAsciiDigit(amount[point + 1 + digits])) digits++;
        var after = amount[(point + 1 + digits)..].TrimStart();
        return digits == 3 && !after.StartsWith("k", StringComparison.Ordinal) && !after.StartsWith("m", StringComparison.Ordinal) && !after.StartsWith("thousand", StringComparison.Ordinal) && !Script.HasChinese(after);
    }
}
