using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>“约现场勘察约好了，周五上午九点”, "site walk is booked, Friday 9": the to-do of arranging something is done, and what was arranged has a moment of its own.</summary>
internal static class Booked
{
    public static Frame? Read(Clause whole)
    {
        if (whole.Focus is { Pending: not null, Optional: false } || whole.Words("booked").Count == 0 || whole.Has(Feature.Question) || whole.Has(Feature.If) || whole.Has(Feature.Dont)) return null;
        if (whole.Breaths is not [var first, _, ..] || !whole.Words("booked").Any(word => word.Overlaps(first.Start, first.End))) return null;
        var told = whole.Part(first.Start, first.End);
        if (!IsOrder(told, out var task) || told.ValuesOf(ValueKind.Date, ValueKind.Time).Any()) return null;
        var rest = whole.Part(first.End, whole.To);
        if (rest.ValuesOf(ValueKind.Date).FirstOrDefault() is not { } day || day.Date < whole.Message.Today || !rest.ValuesOf(ValueKind.Time).Any()) return null;
        var tick = Choice.Frame(told, new ScoredIntent("complete_task", Choice.EnoughToWrite * 2, []), SubjectFinder.Find(told)) with { Confidence = 1 };
        return tick.Ref("task") == task.Key ? tick with { Also = [Meeting(rest, task)] } : null;
    }

    /// <summary>The one to-do that is named begins with a word of arranging.</summary>
    private static bool IsOrder(Clause told, out NamedRecord task)
    {
        task = TaskMatch.ByWords(told).Tasks is [var one] ? one : new NamedRecord(NamedKind.Task, string.Empty, string.Empty);
        return What(told, task) is not null;
    }

    /// <summary>The title without that word.</summary>
    private static string? What(Clause told, NamedRecord task)
    {
        var title = NormalText.Of(task.Name);
        if (title.Length == 0) return null;
        var asked = new Clause(Message.Of(task.Name, told.Message.Now, told.Index, (told.Message.Person, new Focus(), told.Message.MaySee)), 0, title.Length);
        return asked.Words("books").FirstOrDefault(word => word.Start == 0) is { End: > 0 } order && order.End < title.Length ? asked.Message.AsTyped(order.End, title.Length).Trim() : null;
    }

    private static Frame Meeting(Clause rest, NamedRecord task)
    {
        var frame = Choice.Frame(rest, new ScoredIntent("add_task", Choice.EnoughToWrite * 2, []), new Subject()) with { Confidence = 1 };
        var (what, beside) = (What(rest, task)!, frame.Slots.Text("content"));
        frame.Slots["content"] = beside is null ? what : string.Join(Script.IsChinese(what[^1]) ? "\uFF0C" : ", ", what, beside);
        var refs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (task.Deal is { } deal) refs["deal"] = [deal];
        if (task.Customer is { } customer) refs["customer"] = [customer];
        return frame with { Refs = refs, Clarify = [] };
    }
}
