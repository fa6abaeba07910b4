using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“给周总的演示还是周一吗”, "Demo for Ian is still on Monday right?", "when is the site walk?": asked of one of the speaker's own to-dos, by its words. Nothing is written for it.</summary>
internal static class AsksOfTask
{
    private static readonly string[] Around = ["still_so", "task_word", "filler", "opener", "appointment", "is_so_tag", "question_end", "question_start", "lead"];

    private static readonly SpokenPatterns Patterns = new("SalesBot.Language.Reading.task-words.txt");

    /// <summary>Characters of a title that have to be said where the words may mean something else.</summary>
    private const int Enough = 3;

    /// <summary>“带技术再去一次是哪个单子的”, "what was the thing with the spares", "when's the ROI sheet due": one that is asked for by its words, open or done.</summary>
    public static Frame? ByWords(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false }) return null;
        var surely = Asked(clause, "surely") ?? (Asked(clause, "of_deal") is { } whose && IsPlain(clause.Part(whose.Start, whose.End)) ? whose : (Mark?)null);
        if ((surely ?? Asked(clause, "maybe")) is not { } asked) return null;
        var draft = Draft.Of(clause, "show_task");
        draft.ReferOrAsk("task", Called(clause, asked));
        if (draft.Slots.Count == 0 && surely is null) return null;
        draft.Slots.TryAdd("task", clause.Message.AsTyped(asked.Start, asked.End).Trim());
        return draft.ToFrame(1);
    }

    /// <summary>No record, no paper, no value: the words of something to be done.</summary>
    private static bool IsPlain(Clause part) => part.Mentions.All(name => name.Kind is NamedKind.Task or NamedKind.Contact) && part.Values.Count == 0 && part.Words("paper").Count == 0 && part.Words("this").Count == 0;

    /// <summary>Where what is asked for stands.</summary>
    private static Mark? Asked(Clause clause, string how)
    {
        if (Patterns[how].Match(clause.Message.Text.Text[clause.From..clause.To]) is not { Success: true } match) return null;
        var group = match.Groups.Values.Skip(1).First(group => group.Success);
        return new Mark(clause.From + group.Index, clause.From + group.Index + group.Length);
    }

    /// <summary>Those that most of these words name, besides customers and people.</summary>
    private static List<NamedRecord> Called(Clause clause, Mark asked)
    {
        var part = clause.Part(asked.Start, asked.End);
        var names = part.Mentions.Where(name => name.Kind != NamedKind.Task).ToList();
        var traces = TaskMatch.Open(part).Select(task => (Task: task, Said: TaskMatch.Words(part, task).Where(word => !names.Exists(name => name.Mark.Overlaps(word.Start, word.End))).Sum(word => word.End - word.Start))).Where(pair => pair.Said >= Enough).ToList();
        var most = traces.Select(pair => pair.Said).DefaultIfEmpty().Max();
        return [.. traces.Where(pair => pair.Said == most).Select(pair => pair.Task)];
    }

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
