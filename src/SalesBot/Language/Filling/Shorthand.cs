using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>An amount said without its thousands: "360" beside a deal of 365 000, "1.3" beside one of 1.2 million. What is known of the record says which unit is meant.</summary>
internal static class Shorthand
{
    /// <summary>The amount meant is at most so many times larger or smaller than the known one.</summary>
    private const decimal Near = 4;

    private static readonly decimal[] Latin = [1_000, 1_000_000];
    private static readonly decimal[] Said = [1_000, 1_000_000, 100_000];
    private static readonly decimal[] Chinese = [10_000, 1_000, 100_000_000];

    /// <summary>The last number that stands bare and only makes sense in a larger unit, in full units; null when there is none.</summary>
    /// <param name="justSaid">The known amount is what was said just before: "60 lakh … I mean fifty" is in the same unit.</param>
    public static (decimal Amount, Mark Mark)? Read(Clause clause, decimal known, bool justSaid = false)
    {
        if (known <= 0) return null;
        foreach (var value in clause.ValuesOf(ValueKind.Number, ValueKind.Money, ValueKind.Time).Reverse())
        {
            if (value.Kind == ValueKind.Money && value.Number * Near >= known) return null;
            if (TermSlots.Holds(clause, value)) continue;
            if ((value.Kind == ValueKind.Time ? OfClock(clause, value) : value.Number) is > 0 and var said && said * Near < known && IsBare(clause, value) && InUnits(clause, said, known, justSaid) is { } amount) return (amount, value.Mark);
        }

        return null;
    }

    /// <summary>"One twenty" sounds like a time of day; where an amount is due it is 120.</summary>
    private static decimal? OfClock(Clause clause, Value value) =>
        value.Time is { Minute: >= 10 } time && clause.Message.Text.Slice(value.Start, value.End).IndexOfAnyInRange('0', '9') < 0 && clause.Message.Text.Slice(value.Start, value.End).Count(' ') == 1
            ? ((((time.Hour + 11) % 12) + 1) * 100) + time.Minute : null;

    private static decimal? InUnits(Clause clause, decimal said, decimal known, bool justSaid)
    {
        foreach (var unit in clause.Message.Text.Text.Any(Script.IsChinese) ? Chinese : justSaid ? Said : Latin)
        {
            if (said * unit <= known * Near && said * unit * Near >= known) return said * unit;
        }

        return null;
    }

    /// <summary>No unit is written, and no counted thing follows ("3 licences", "12 weeks").</summary>
    public static bool IsBare(Clause clause, Value value)
    {
        var text = clause.Message.Text.Text;
        var at = value.End;
        while (at < clause.To && text[at] == ' ') at++;
        if (at >= clause.To || !char.IsLetterOrDigit(text[at])) return at >= clause.To || text[at] is not ('%' or '/');
        if (clause.Values.Any(next => next.Start == at && next.Kind is ValueKind.Date or ValueKind.DateRange or ValueKind.Time)) return true;
        return clause.Marks.Of(Feature.Glue).Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Words("after_amount")).Any(word => word.Start == at);
    }
}
