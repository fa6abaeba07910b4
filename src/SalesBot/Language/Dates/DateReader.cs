using System.Globalization;
using SalesBot.Language.Grammar;
using SalesBot.Language.Numbers;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Dates;

/// <summary>Dates, times, ranges and durations, relative to the speaker's wall time.</summary>
internal static class DateReader
{
    // A small bonus decides between readings of the same words: "tomorrow at 9" is a moment before it is anything else.
    private static readonly Dictionary<int, double> Wanted = new()
    {
        [DateGrammar.Table.Symbol("skip")] = 0.5,
        [DateGrammar.Table.Symbol("datetime")] = 0.12,
        [DateGrammar.Table.Symbol("trange")] = 0.10,
        [DateGrammar.Table.Symbol("date")] = 0.08,
        [DateGrammar.Table.Symbol("noday")] = 0.07,
        [DateGrammar.Table.Symbol("range")] = 0.06,
        [DateGrammar.Table.Symbol("time")] = 0.04,
        [DateGrammar.Table.Symbol("length")] = 0.02,
        [DateGrammar.Table.Symbol("aside")] = 0,
    };

    public static IReadOnlyList<Found> Read(NormalText text, NumberStarts numbers, DateTime localNow)
    {
        // A clock outside these years is broken; the calendars that the rules use end there.
        var year = Math.Clamp(localNow.Year, 1910, 2090);
        var now = DateTime.SpecifyKind(localNow, DateTimeKind.Unspecified).AddYears(year - localNow.Year);
        var cover = Cover.Best(Chart.Parse(DateGrammar.Table, text, numbers, now), text, node => IsCount(text.Span, node) ? null : Bonus(node));
        return [.. cover.Select(Found).OfType<Found>()];
    }

    // $ 12 December 27 is a price and a day, 下周三家客户 a week and a number of customers.
    private static bool IsCount(ReadOnlySpan<char> text, Node node) => NumberWords.CountsNext(text, node.End) || (char.IsAsciiDigit(text[node.Start]) && FollowsMoney(text[..node.Start].TrimEnd(' ')));

    private static bool FollowsMoney(ReadOnlySpan<char> before) => before.Length > 0 && char.GetUnicodeCategory(before[^1]) == UnicodeCategory.CurrencySymbol;

    // A day before its clock time is the usual order in both languages.
    private static double? Bonus(Node node) =>
        !Wanted.TryGetValue(node.Symbol, out var bonus) ? null : node.Value is MomentValue { DayFirst: true } ? bonus + 0.05 : bonus;

    private static Found? Found(Node node) => node.Value switch
    {
        DayValue day => Of(FoundType.Date, node) with { Date = day.Date, PastDate = day.Past == day.Date ? null : day.Past },
        ClockValue clock => Of(FoundType.Time, node) with { Time = clock.Time, OfficeTime = clock.Office },
        MomentValue moment => Moment(node, moment),
        RangeValue range => Range(node, range),
        NoSuchDay => Of(FoundType.NoSuchDay, node),
        Length length => Of(FoundType.Duration, node) with { Seconds = length.TotalSeconds, Length = length },
        _ => null,
    };

    private static Found Of(FoundType type, Node node) => new(type, node.Start, node.End);

    private static Found Moment(Node node, MomentValue moment)
    {
        var time = TimeOnly.FromDateTime(moment.At);
        return Of(FoundType.DateTime, node) with
        {
            Date = DateOnly.FromDateTime(moment.At),
            PastDate = moment.Past == moment.At ? null : DateOnly.FromDateTime(moment.Past),
            Time = time,
            OfficeTime = moment.Office ?? time,
        };
    }

    private static Found Range(Node node, RangeValue range) => Of(FoundType.DateRange, node) with
    {
        From = range.From,
        To = range.To,
        HasClock = range.HasClock,
        PastRange = range.Past,
        Through = range.Through ?? range.Last,
        Point = range.Point,
    };
}
