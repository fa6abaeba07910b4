using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Conversation;

namespace SalesBot.Nudges.Centre;

/// <summary>Between which hours it is told, in each person's zone and within their working hours.</summary>
internal sealed partial class RuleHours() : RuleManner("nudge_hours", "hours")
{
    /// <summary>The words are read as they were said: a part of the day says which hours are meant by “2 to 5”.</summary>
    protected override Act Read(Act act)
    {
        var read = MeantRules.Read(act, ("rule", "rule"));
        return read.Slots.Text("value") is null ? MeantRules.Read(read, ("value", "hours")) : read;
    }

    protected override Func<RuleTerms, RuleTerms>? Put(Act act)
    {
        var said = act.Slots.Text("value") ?? "";
        var part = RuleWords.Lists.In("hours", said);
        var (from, to) = Span().Match(said) is { Success: true } span ? (Clock(span, "from", part), Clock(span, "to", part))
            : part switch { "morning" => (new TimeOnly(9, 0), new TimeOnly(12, 0)), "afternoon" => (new TimeOnly(13, 0), new TimeOnly(18, 0)), _ => (null, (TimeOnly?)null) };
        return from is not null && to is not null ? terms => terms with { From = from, To = to } : part == "any" ? terms => terms with { From = null, To = null } : null;
    }

    protected override Reply AskValue(Act act) => MeantRules.Ask(act, "Ask.nudge_hours.value", "value", [("Rule.morning", "morning"), ("Rule.afternoon", "afternoon"), ("Rule.any_hour", "any")]);

    /// <summary>Hours up to 12 of an afternoon are those after noon.</summary>
    private static TimeOnly? Clock(Match span, string end, string? part)
    {
        var hour = int.Parse(span.Groups[end].Value, CultureInfo.InvariantCulture);
        var minute = span.Groups[end + "m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
        hour += hour < 12 && (span.Groups[end + "pm"].Success || part == "afternoon") ? 12 : 0;
        return hour <= 23 && minute <= 59 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"(?<from>\d{1,2})(:(?<fromm>\d\d))?\s*(am|(?<frompm>pm))?\D{1,6}?(?<to>\d{1,2})(:(?<tom>\d\d))?\s*(am|(?<topm>pm))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Span();
}
