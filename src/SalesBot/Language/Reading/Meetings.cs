using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Call with Harborview Thursday 10am and a demo at Quarry Friday 2pm", “明天四点给百川打电话，后天同一时间给凌云打”: several meetings, each with somebody and a day of its own: a to-do for each. What a
/// later one leaves out, the word for it and the hour, is that of the first.
/// </summary>
internal static class Meetings
{
    private static readonly string[] MaySoundSo = ["add_task", "log_followup", "set_next_step", "unknown", "snooze", "update_close_date"];

    /// <summary>Empty where the message says anything else.</summary>
    public static IReadOnlyList<Frame> Of(Clause whole)
    {
        if (whole.Focus is { Pending: not null, Optional: false } || !MaySoundSo.Contains(whole.Ranked[0].Intent, StringComparer.Ordinal) || new[] { Feature.Question, Feature.If, Feature.Dont, Feature.Said, Feature.Amount }.Any(whole.Has)) return [];
        var words = Words(whole);
        if (words.Count == 0 || whole.Words("did").Count > 0 || words.Exists(word => whole.Part(word.Start, whole.To).Words("did").Count > 0)) return [];
        var parts = Parts(whole);
        if (parts.Count < 2 || !parts.TrueForAll(IsOne) || Words(parts[0]) is not [var first, ..] || parts.SelectMany(Customers).Distinct(StringComparer.Ordinal).Count() < parts.Count) return [];
        var lead = whole.Message.AsTyped(parts[0].From, Math.Max(first.End, parts[0].From)).Trim();
        var hour = parts[0].ValuesOf(ValueKind.Time).FirstOrDefault()?.Time;
        var day = Coming(parts[0])!.Date!.Value;
        return [.. parts.Select((part, i) => Meeting(part, day = i > 0 && part.Words("next_day").Any(word => word.Overlaps(Coming(part)!.Start, Coming(part)!.End)) ? day.AddDays(1) : Coming(part)!.Date!.Value, i > 0 && Words(part).Count == 0 && !Script.HasChinese(lead) ? lead : null, part.Words("same_hour").Count > 0 ? hour : null))];
    }

    private static List<Mark> Words(Clause clause) =>
        [.. clause.Words("meets").Concat(clause.Words("plan_way")).Concat(clause.Words("calls_word")).Where(word => !clause.Names.Any(name => name.Overlaps(word.Start, word.End))).OrderBy(word => word.Start)];

    /// <summary>What stands between words like "and" and commas; what has no day of its own belongs to the part before.</summary>
    private static List<Clause> Parts(Clause whole)
    {
        var joints = whole.Words("and").Concat(whole.Words("connector")).Where(word => !whole.Values.Any(value => value.Mark.Overlaps(word.Start, word.End)));
        var stops = whole.Breaths.Where(breath => breath.End < whole.To && char.IsPunctuation(whole.Message.Text[breath.End])).Select(breath => new Mark(breath.End, breath.End + 1));
        var (parts, from) = (new List<Clause>(), whole.From);
        foreach (var cut in joints.Concat(stops).OrderBy(word => word.Start))
        {
            Add(parts, whole, from, cut.Start);
            from = Math.Max(from, cut.End);
        }

        Add(parts, whole, from, whole.To);
        return parts;
    }

    private static void Add(List<Clause> parts, Clause whole, int from, int to)
    {
        while (from < to && whole.Message.Text[from] == ' ') from++;
        if (from >= to) return;
        var part = whole.Part(from, to);
        if (parts.Count > 0 && (!IsOne(part) || !IsOne(parts[^1]))) parts[^1] = whole.Part(parts[^1].From, to);
        else parts.Add(part);
    }

    private static bool IsOne(Clause part) => Coming(part) is not null && Customers(part).Any();

    private static Value? Coming(Clause part) => part.ValuesOf(ValueKind.Date).FirstOrDefault(day => day.Date >= part.Message.Today);

    private static IEnumerable<string> Customers(Clause part) =>
        part.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Strength >= NameStrength.Short).SelectMany(name => name.Records).Select(record => record.Customer ?? record.Key).Distinct(StringComparer.Ordinal);

    private static Frame Meeting(Clause part, DateOnly day, string? lead, TimeOnly? hour)
    {
        var frame = Choice.Frame(part, new ScoredIntent("add_task", Choice.EnoughToWrite * 2, []), SubjectFinder.Find(part)) with { Confidence = 1 };
        frame.Slots.Set("date", day);
        if (hour is { } same && frame.Slots.Text("time") is null) frame.Slots.Set("time", same);
        foreach (var again in hour is null ? [] : part.Words("same_hour")) frame.Slots["content"] = (frame.Slots.Text("content") ?? string.Empty).Replace(part.Message.AsTyped(again.Start, again.End), string.Empty, StringComparison.Ordinal).Trim();
        if (lead is not null && frame.Slots.Text("content") is { } content) frame.Slots["content"] = lead + " " + content;
        return frame;
    }
}
