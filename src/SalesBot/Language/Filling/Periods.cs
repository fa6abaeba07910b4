using System.Globalization;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Named periods (LABELS.md): <c>this_month</c>, <c>2026-03</c>, <c>2026-Q2</c>, or <c>a..b</c>.</summary>
internal static class Periods
{
    private static readonly string[] Short = ["today", "yesterday", "tomorrow", "this_week", "last_week", "next_week"];
    private static readonly string[] Long = ["this_month", "last_month", "next_month", "this_quarter", "last_quarter", "next_quarter", "this_year"];
    private static readonly string[] Units = ["month", "quarter", "year"];

    /// <summary>The period asked about: by its name where it has one, else its days.</summary>
    public static string? Name(Draft draft)
    {
        var words = draft.Clause.Words("period");
        if (words.Count > 1 && Joined(draft.Clause, words) is { } both) return both;
        if (words.Count > 0 && !IsPartOfDays(draft.Clause, words[0])) return words[0].Value;
        if (Said(draft) is not { Date: not null } said || Days(draft) is not var (first, last)) return null;
        var text = draft.Message.Text.Slice(said.Start, said.End);
        var today = draft.Message.Today;
        if (Short.FirstOrDefault(name => Range(name, today) == (first, last)) is { } close) return close;
        return Unit(text) is { } unit && Array.Find(Long, name => name.EndsWith(unit, StringComparison.Ordinal) && Range(name, today)!.Value.Last == last) is { } name ? name : Of(first, last);
    }

    /// <summary>“给他定80万” right after a look at somebody's quarter is for that quarter.</summary>
    public static void Looked(Draft draft)
    {
        var focus = draft.Clause.Focus;
        if (draft.Slots.Text("period") is null && focus is { Looked: true, LookIntent: { } look } && PhraseBook.Standard.Asked.TryGetValue(draft.Intent.Intent, out var shown) && shown == look && focus.LookSlots?.Text("period") is { } period) draft.Slots["period"] = period;
    }

    /// <summary>下周一到周三 is not the whole of 下周.</summary>
    private static bool IsPartOfDays(Clause clause, Mark word) =>
        clause.ValuesOf(ValueKind.DateRange, ValueKind.Date).Any(value => value.Start <= word.Start && value.End > word.End);

    /// <summary>“今天明天”, "this week and next week": one after the other with nothing but an "and" between are one long period.</summary>
    private static string? Joined(Clause clause, IReadOnlyList<Mark> words)
    {
        var ands = clause.Words("and");
        for (var i = 1; i < words.Count; i++)
        {
            var (from, to) = (words[i - 1].End, words[i].Start);
            if (!Answers.Covers(clause, from, to, [.. ands])) return null;
        }

        var ranges = words.Select(word => Range(word.Value!, clause.Message.Today)).ToList();
        return ranges.Exists(range => range is null) ? null : Of(ranges.Min(range => range!.Value.First), ranges.Max(range => range!.Value.Last));
    }

    /// <summary>The first and last day of the period asked about.</summary>
    public static (DateOnly First, DateOnly Last)? Days(Draft draft)
    {
        var today = draft.Message.Today;
        if (draft.Clause.Words("period") is [var named, ..] && !IsPartOfDays(draft.Clause, named)) return Range(named.Value!, today);
        if (Said(draft) is not { Date: { } first } said) return null;
        var last = said.Last ?? first;
        if (first <= today || !LooksBack(draft)) return (first, last);
        if (said.PastDate is { } past) return (past, past);
        return said.Last is not null && !draft.Message.Text.Slice(said.Start, said.End).ContainsAny("0123456789") ? (first.AddYears(-1), last.AddYears(-1)) : (first, last);
    }

    private static Value? Said(Draft draft) => draft.Clause.ValuesOf(ValueKind.DateRange).FirstOrDefault() ?? draft.Clause.ValuesOf(ValueKind.Date).FirstOrDefault();

    /// <summary>"My quarter", "by the end of the month": no month or quarter by its own name or number.</summary>
    private static string? Unit(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny("0123456789")) return null;
        foreach (var unit in Units)
        {
            if (text.Contains(unit, StringComparison.Ordinal)) return unit;
        }

        return null;
    }

    /// <summary>What is asked about has happened: February is the last one.</summary>
    private static bool LooksBack(Draft draft) =>
        PhraseBook.Standard.Past.Contains(draft.Intent.Intent) || draft.Slots.Text("status") is "won" or "lost";

    /// <summary>The days on which what is asked about happened: “昨天新开的工单”, "tickets since Monday".</summary>
    public static void Past(Draft draft)
    {
        // “这周” keeps its name where that was read already.
        if (draft.Slots.ContainsKey("period") && draft.Clause.Words("period") is [var named, ..] && !IsPartOfDays(draft.Clause, named)) return;
        if (Said(draft) is not { Date: { } date } said) return;
        var first = date > draft.Message.Today && said.PastDate is { } past ? past : date;
        var since = draft.Clause.Span[..(said.Start - draft.Clause.From)].TrimEnd().EndsWith("since", StringComparison.Ordinal);
        draft.Slots["period"] = string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}..{(since ? draft.Message.Today : said.Last ?? first):yyyy-MM-dd}");
        draft.Use(said.Mark, "period");
    }

    public static string Of(DateOnly first, DateOnly last)
    {
        if (first.Day == 1 && last == first.AddMonths(1).AddDays(-1)) return first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (first.Day == 1 && first.Month % 3 == 1 && last == first.AddMonths(3).AddDays(-1)) return string.Create(CultureInfo.InvariantCulture, $"{first.Year}-Q{(first.Month + 2) / 3}");
        return string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}");
    }

    public static (DateOnly First, DateOnly Last)? Range(string name, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        return name switch
        {
            "today" => (today, today),
            "yesterday" => (today.AddDays(-1), today.AddDays(-1)),
            "tomorrow" => (today.AddDays(1), today.AddDays(1)),
            "this_week" => (monday, monday.AddDays(6)),
            "last_week" => (monday.AddDays(-7), monday.AddDays(-1)),
            "next_week" => (monday.AddDays(7), monday.AddDays(13)),
            "this_month" => (month, month.AddMonths(1).AddDays(-1)),
            "last_month" => (month.AddMonths(-1), month.AddDays(-1)),
            "next_month" => (month.AddMonths(1), month.AddMonths(2).AddDays(-1)),
            "this_quarter" => (quarter, quarter.AddMonths(3).AddDays(-1)),
            "last_quarter" => (quarter.AddMonths(-3), quarter.AddDays(-1)),
            "next_quarter" => (quarter.AddMonths(3), quarter.AddMonths(6).AddDays(-1)),
            "this_year" => (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31)),
            "last_30_days" => (today.AddDays(-30), today),
            _ => null,
        };
    }
}
