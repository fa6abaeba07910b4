using System.Globalization;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Trial;

/// <summary>
/// Rules as they would be by <c>NAME=VALUE</c> of <c>rehearse --rule</c>. A name is that of a rule, of a rule and a grade (<c>cadence.A</c>), or <c>budget</c>; a value is a number of days
/// (of messages), <c>on</c>, <c>off</c>, <c>message</c>, <c>digest</c> or hours (<c>09:00-12:00</c>). <c>stalled=9</c> sets the days of every stage in which deals stall.
/// </summary>
internal sealed record RuleChoice(NudgeBook Book, SalesProcess Process)
{
    private const string Budget = "budget";

    /// <summary>With one of them, or why that cannot be.</summary>
    public (RuleChoice? Choice, Word? Bad) With(string said)
    {
        var (name, value) = said.Split('=', 2) is [var before, var after] ? (before.Trim(), after.Trim()) : (said, "");
        if (name == Budget)
        {
            return Number(value) is { } budget and > 0 and <= NudgeFile.MostBudget ? (this with { Book = Book with { Budget = budget } }, null) : (null, new Word("RuleChoice.bad_number", said, 1, NudgeFile.MostBudget));
        }

        var (id, grade) = name.Split('.', 2) is [var rule, var of] ? (rule, of) : (name, null);
        if (NudgeRules.Shipped.FirstOrDefault(r => r.Id == id) is not { } meant || (grade is not null && !(meant.ByGrade && grade is "A" or "B" or "C" or RuleTerms.Ungraded)))
        {
            return (null, new Word("RuleChoice.unknown", name, NudgeRules.Shipped.Select(r => r.Id).Append(Budget).ToList()));
        }

        return value == "off" && meant.Urgent ? (null, new Word("RuleChoice.urgent", id)) : Number(value) is { } days ? WithDays(meant, grade, days, said) : WithManner(meant, value, said);
    }

    private (RuleChoice? Choice, Word? Bad) WithDays(NudgeRule rule, string? grade, int days, string said)
    {
        var terms = Book[rule.Id];
        return days > NudgeFile.MostDays || (days == 0 && grade is null) ? (null, new Word("RuleChoice.bad_number", said, 1, NudgeFile.MostDays))
            : rule is StalledDeals ? (this with { Process = StallLimit.With(Process, days) }, null)
            : grade is not null ? (Put(rule, terms with { Grades = terms.Grades.Where(g => g.Key != grade).Append(KeyValuePair.Create(grade, days)).ToDictionary(StringComparer.Ordinal) }), null)
            : terms.Days is null ? (null, new Word("RuleChoice.no_days", rule.Id))
            : (Put(rule, terms with { Days = days }), null);
    }

    private (RuleChoice? Choice, Word? Bad) WithManner(NudgeRule rule, string value, string said)
    {
        var terms = Book[rule.Id];
        RuleTerms? other = value switch
        {
            "on" or "off" => terms with { On = value == "on" },
            "message" or "digest" => terms with { Channel = value == "digest" ? NudgeChannel.Digest : NudgeChannel.Message },
            _ => value.Split('-') is [var from, var to] && Clock(from) is { } first && Clock(to) is { } last && first < last ? terms with { From = first, To = last } : null,
        };
        return other is null ? (null, new Word("RuleChoice.bad_value", said)) : (Put(rule, other), null);
    }

    private RuleChoice Put(NudgeRule rule, RuleTerms terms) => this with { Book = Book.With(rule.Id, terms) };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeOnly? Clock(string text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
