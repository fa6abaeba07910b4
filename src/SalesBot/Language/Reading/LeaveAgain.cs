using System.Text;
using SalesBot.Calendar;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// “5号改成7号”, "not friday actually", "extend it to the 14th" after leave was noted: the leave is what changes, and nothing else that has a day. After a look at something in between,
/// where leave is still what the speaker changed last, a day of the leave has to be said, or the leave to be what was looked at.
/// </summary>
internal static class LeaveAgain
{
    /// <summary>Stands for a day.</summary>
    private const char Day = '①';

    /// <summary>How leave is spoken of beside its days.</summary>
    public static SpokenPatterns Words { get; } = new("SalesBot.Language.Reading.leave-words.txt");

    public static Frame? Read(Clause clause)
    {
        // "Off Friday" after leave was called off is leave of its own.
        if (clause.Focus is { Fresh: true, Pending: null, LastIntent: "end_leave" }) return Sayings.Read(clause) is { Intent: "take_leave" } order ? order : null;
        if (clause.Focus is not { Undone: false, LastIntent: "take_leave" or "change_leave" } focus || focus is { Pending: not null, PutOff: 0 } || clause.Has(Feature.Question) || clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact)) return null;
        var days = clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList();
        if (days.Count is 0 or > 2) return null;
        var text = Masked(clause, days);
        var denies = Words["denies"].IsMatch(text);
        if (Words["only"].IsMatch(text) && days is [{ Kind: ValueKind.Date, Date: { } kept }] && Noted(focus, clause.Message.Today) is { } whole && whole.From != whole.To && IsOf(focus, days[0], clause.Message.Today))
        {
            var less = Sayings.Order(clause, "change_leave", new Subject());
            less.Slots.Remove("date");
            less.Slots.Set("event_date", kept);
            less.Slots["period"] = Filling.Periods.Of(kept, kept);
            return less;
        }

        if ((!denies && !Words["moves"].IsMatch(text)) || !(focus.Fresh || focus.LookIntent == "my_leave" || IsOf(focus, days[0], clause.Message.Today))) return null;
        // "Not Friday" of leave on Thursday and Friday: the rest of it stays.
        if (denies && days is [{ Date: not null } off] && Noted(focus, clause.Message.Today) is { } noted && noted.From != noted.To && IsOf(focus, off, clause.Message.Today)) return Sayings.Order(clause, "end_leave", new Subject());
        var frame = Sayings.Order(clause, "change_leave", new Subject());
        if ((denies || (days.Count == 1 && Words["of one"].IsMatch(text))) && days[0] is { Date: { } old } first)
        {
            frame.Slots.Remove("period");
            frame.Slots.Remove("date");
            frame.Slots.Set("event_date", old);
            if ((first.Kind == ValueKind.DateRange ? first.Last : days[^1].Date) is { } anew && anew != old) frame.Slots.Set("date", anew);
        }

        return frame;
    }

    /// <summary>A day of the leave that was noted.</summary>
    private static bool IsOf(Focus focus, Value day, DateOnly today) => Noted(focus, today) is { } noted && day.Date >= noted.From && day.Date <= noted.To;

    private static Period? Noted(Focus focus, DateOnly today) => Period.Read(focus.LastSlots?.Text("period"), today) ?? (focus.LastSlots?.Date("date") is { } one ? new Period(one, one) : null);

    private static string Masked(Clause clause, List<Value> days)
    {
        var text = new StringBuilder();
        for (var at = clause.From; at < clause.To; at++)
        {
            if (days.Find(day => day.Start <= at && at < day.End) is not { } day) text.Append(char.ToLowerInvariant(clause.Message.Text[at]));
            else if (day.Start == at) text.Append(Day);
        }

        return text.ToString().Trim(' ', '.', '!', ',');
    }
}
