using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“给周总的演示还是周一吗”, "Demo for Ian is still on Monday right?", "when is the site walk?": asked of one of the speaker's own to-dos, by its words. Nothing is written for it.</summary>
internal static class AsksOfTask
{
    private static readonly string[] Around = ["still_so", "task_word", "filler", "opener", "appointment", "is_so_tag", "question_end", "question_start", "lead"];

    public static Frame? Read(Clause clause)
    {
        if ((clause.Words("still_so").Count == 0 && !clause.ValuesOf(ValueKind.Date).Any()) || clause.Has(Feature.If) || clause.Words("closes").Count > 0 || !(clause.Has(Feature.Question) || Questions.AsksWhether(clause) || IsTagged(clause))) return null;
        if (Meant(clause) is not { Count: > 0 } tasks) return null;
        var draft = Draft.Of(clause, "show_task");
        draft.ReferOrAsk("task", tasks);
        if (clause.ValuesOf(ValueKind.Date).Select(value => value.Date).FirstOrDefault() is { } day) draft.Slots.Set("date", day);
        return draft.ToFrame(1);
    }

    /// <summary>It ends in "right", “对吧”, with or without a mark.</summary>
    private static bool IsTagged(Clause clause) => clause.Words("is_so_tag").Concat(clause.Words("question_end")).Any(tag => clause.Marks.IsEnd(tag.End) || clause.Message.Text.Slice(tag.End, clause.To).IndexOfAnyExcept(" ?!.") < 0);

    /// <summary>Those that most of what is said names, beside the words of asking and the day.</summary>
    private static List<NamedRecord> Meant(Clause clause)
    {
        var traces = TaskMatch.Open(clause).Select(task => (Task: task, Words: TaskMatch.Words(clause, task).ToList())).Where(pair => pair.Words.Count > 0).ToList();
        var rest = Around.SelectMany(clause.Words).Concat(clause.Values.Select(value => value.Mark)).Concat(clause.Names).Concat(clause.Marks.Of(Feature.Glue)).Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Marks.Of(Feature.Interrogative)).Concat(clause.Words("touched")).ToList();
        var fitting = traces.FindAll(pair => Answers.Covers(clause, clause.From, clause.To, [.. rest, .. pair.Words]) && pair.Words.Exists(word => !clause.Mentions.Any(name => name.Kind != NamedKind.Task && name.Mark.Overlaps(word.Start, word.End)) && word.End - word.Start > 1));
        var most = fitting.Select(pair => pair.Words.Sum(word => word.End - word.Start)).DefaultIfEmpty().Max();
        return [.. fitting.Where(pair => pair.Words.Sum(word => word.End - word.Start) == most).Select(pair => pair.Task)];
    }
}
