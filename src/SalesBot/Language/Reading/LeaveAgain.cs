using System.Text;
using System.Text.RegularExpressions;
using SalesBot.Calendar;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// “5号改成7号”, "not friday actually", "extend it to the 14th" after leave was noted: the leave is what changes, and nothing else that has a day. After a look at something in between,
/// where leave is still what the speaker changed last, a day of the leave has to be said, or the leave to be what was looked at.
/// </summary>
internal static partial class LeaveAgain
{
    /// <summary>Stands for a day.</summary>
    private const char Day = '\u2460';

    public static Frame? Read(Clause clause)
    {
        // "Off Friday" after leave was called off is leave of its own.
        if (clause.Focus is { Fresh: true, Pending: null, LastIntent: "end_leave" }) return Sayings.Read(clause) is { Intent: "take_leave" } order ? order : null;
        if (clause.Focus is not { Undone: false, LastIntent: "take_leave" or "change_leave" } focus || focus is { Pending: not null, PutOff: 0 } || clause.Has(Feature.Question) || clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact)) return null;
        var days = clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList();
        if (days.Count is 0 or > 2) return null;
        var text = Masked(clause, days);
        var denies = Denies().IsMatch(text);
        if ((!denies && !Moves().IsMatch(text)) || !(focus.Fresh || focus.LookIntent == "my_leave" || IsOf(focus, days[0], clause.Message.Today))) return null;
        // "Not Friday" of leave on Thursday and Friday: the rest of it stays.
        if (denies && days is [{ Date: not null } off] && Noted(focus, clause.Message.Today) is { } noted && noted.From != noted.To && IsOf(focus, off, clause.Message.Today)) return Sayings.Order(clause, "end_leave", new Subject());
        var frame = Sayings.Order(clause, "change_leave", new Subject());
        if ((denies || (days.Count == 1 && OfOne().IsMatch(text))) && days[0] is { Date: { } old } first)
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

    [GeneratedRegex("^(?:(?:no|oh|sorry|oops|wait|hm+|ok|\u554A|\u54E6|\u55EF|\u4E0D\u597D\u610F\u601D)[ ,]*)*(?:not|\u4E0D\u662F|\u4E0D\u4F11)(?: on| the)? ?\u2460(?: off)?(?:[ ,]*(?:but|it is|it's|make it|rather|\u662F|\u800C\u662F|\u5E94\u8BE5\u662F|\u6539\u6210|\u6539\u4E3A|\u6539\u5230|\u4F11))*(?: on)? ?\u2460?(?:[ ,]*(?:actually|sorry|after all|though|then|instead|\u554A|\u4E86|\u54E6|\u5427|\u5440))*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Denies();

    [GeneratedRegex("^(?:(?:please|pls|can you|could you|ok|okay|oh|sorry|actually|and|no|wait|hm+|let's|i'd like to|i want to)[ ,]*)*(?:extend|prolong|lengthen|shorten|stretch|move|shift|push|change|make|bring|cut|put|set|reschedule|switch|swap)(?: (?:it|that|this|them|those|\u2460|(?:the|my) (?:leave|holiday|vacation|days? off|time off)))?(?: (?:back|forward|out|short|on))*(?: from \u2460)?(?: (?:to|till|until|through|for|by|on|at|be))*(?: the)? \u2460(?:[ ,]*(?:instead|please|pls|then|actually|too|as well|thanks))*$"
        + "|^(?:(?:\u8BF7|\u5E2E\u6211|\u7ED9\u6211|\u90A3|\u90A3\u5C31|\u8FD8\u662F|\u54E6|\u554A|\u4E0D\u5BF9|\u628A|\u5C06|\u5B83|\u8FD9\u4E2A|\u90A3\u4E2A|\u6211\u7684|\u5047|\u8BF7\u5047|\u5E74\u5047|\u4ECE)[ ,]*)*\u2460?(?:\u7684|\u90A3\u5929|\u90A3\u5929\u7684)?(?:\u4E5F|\u90FD|\u5148|\u5F80\u540E|\u5F80\u524D|\u7ED9\u6211)*(?:\u6539|\u632A|\u8C03|\u8C03\u6574|\u6362|\u63A8|\u5EF6|\u63A8\u8FDF|\u5EF6\u957F|\u5EF6\u671F|\u987A\u5EF6|\u63D0\u524D|\u79FB|\u4F11)(?:\u5230|\u6210|\u4E3A|\u81F3|\u5728)?(?:\u4E86)?\u2460(?:\u5427|\u4E86|\u597D\u4E86|\u4E3A\u6B62|\u54C8)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moves();

    /// <summary>"Move the 5th to the 7th", which is no stretch.</summary>
    [GeneratedRegex("(?:move|shift|change|push|bring|reschedule|switch|swap)(?: the)? \u2460(?: please| instead| then)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfOne();
}
