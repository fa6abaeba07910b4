using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Gateway count on Tuesday not Monday", "the demo for Ian is on Friday at 10", “带技术再去一次 改到周四下午两点”: all that an open to-do is called by, and when it is from now on. It moves, and there is no second one.
/// </summary>
internal static class TaskAnew
{
    private static readonly string[] Between = ["moves", "is_at", "from_day", "not_but", "denied_day", "unsuitable", "later_word", "lead", "until", "settle", "task_word", "some_thing", "correction", "correction_end", "filler", "opener", "connector", "now_word", "still_so", "order_mark", "request", "deals_word", "earlier", "he", "they", "move_lead"];

    /// <summary>Characters between a word and the day that it leads to, or of the word that are part of the day: "is [on Monday]".</summary>
    private const int Joint = 5;

    public static IReadOnlyList<NamedRecord> Of(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || WantedDay.IsForbidden(clause) || !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Time, ValueKind.Duration).Any(IsAhead)) return [];
        if (clause.Words("retime").Count > 0 && clause.Has(Feature.Key("[task_word]"))) return Closest(clause);
        if (WasThen.Is(clause)) return [];
        if (OfTheDay(clause) is { Count: > 0 } had) return had;
        if (!Resets(clause)) return [];
        var whole = TaskMatch.Open(clause).Where(task => IsWhole(clause, task)).ToList();
        return Longest(whole);

        bool IsAhead(Value value) => value.Date is null || value.Date >= clause.Message.Today || value.Last >= clause.Message.Today;
    }

    /// <summary>"Ask Jonas tomorrow instead of last Friday": of whom a word is said, and whose day is the one that it is not to be.</summary>
    private static List<NamedRecord> OfTheDay(Clause clause)
    {
        if (clause.Has(Feature.Touched)) return [];
        var denied = WantedDay.Denied(clause).SelectMany(day => new[] { day.Date, day.PastDate }).OfType<DateOnly>().ToHashSet();
        return denied.Count == 0 ? [] : Narrowing.BestOf(TaskMatch.Open(clause).Where(task => task.Date is { } day && denied.Contains(day)), task => TaskMatch.Words(clause, task));
    }

    /// <summary>"Put reserve gateways to 4pm": what opens so has a day or an hour behind it.</summary>
    private static bool Puts(Clause clause)
    {
        List<Mark> before = [.. clause.Words("opener"), .. clause.Words("connector"), .. clause.Words("filler"), .. clause.Marks.Of(Feature.Polite)];
        return clause.Words("move_lead").Any(lead => Answers.Covers(clause, clause.From, lead.Start, before) && clause.ValuesOf(ValueKind.Date, ValueKind.Time).Any(value => value.Start >= lead.End));
    }

    /// <summary>It says that the day or the hour is another one.</summary>
    private static bool Resets(Clause clause) =>
        clause.Words("moves").Count > 0 || Puts(clause) || WantedDay.Denies(clause) || (clause.Words("remind_me").Count == 0 && clause.Has(Feature.Key("[earlier]")) && clause.ValuesOf(ValueKind.Duration).Any()) || clause.Words("is_at").Any(word => clause.ValuesOf(ValueKind.Date, ValueKind.Time).Any(value => value.Start - word.End is >= -Joint and <= Joint));

    /// <summary>All of its own words are there, beside nothing but names, days and words of moving in the breaths that hold them.</summary>
    private static bool IsWhole(Clause clause, NamedRecord task)
    {
        var title = NormalText.Of(task.Name).Text;
        var words = TaskMatch.Words(clause, task).ToList();
        if (words.Count == 0 || !Said(clause, task, title, words)) return false;
        List<Mark> known =
        [
            .. words, .. clause.Names, .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Particle), .. Between.SelectMany(clause.Words), .. TaskMatch.Letters(clause, title),
        ];
        return clause.Breaths.Where(breath => words.Exists(word => word.Overlaps(breath.Start, breath.End)) || clause.Words("moves").Any(word => word.Overlaps(breath.Start, breath.End) && clause.Values.Any(value => value.Mark.Overlaps(breath.Start, breath.End))))
            .All(breath => Answers.Covers(clause, breath.Start, breath.End, known));
    }

    /// <summary>Each of its Latin words, and of each run of Chinese all but glue; whose it is may go without saying where two others are said.</summary>
    private static bool Said(Clause clause, NamedRecord task, string title, List<Mark> words)
    {
        var text = clause.Message.Text.Text;
        var names = new[] { clause.Index.Get(task.Customer), clause.Index.Get(task.Deal) }.OfType<NamedRecord>().SelectMany(record => OwnWords.Of(NormalText.Of(record.Name).Text)).ToHashSet(StringComparer.Ordinal);
        var own = OwnWords.Of(title).ToList();
        var left = own.FindAll(word => !IsSaid(word));
        return words.Sum(word => word.End - word.Start) > 1 && (left.Count == 0 || (left.TrueForAll(word => Script.IsLatin(word[0]) && names.Contains(word)) && own.Count(word => !names.Contains(word)) > 1));

        bool IsSaid(string word) => IsWhom(clause, task, word) || OwnWords.Find(clause, [word], TextPieces.Stem).Any() && (!Script.IsChinese(word[0]) || word.All(letter => PhraseBook.Standard.IsGlue(letter.ToString()) || text.IndexOf(letter, clause.From, clause.To - clause.From) >= 0));
    }

    /// <summary>“call him” of the customer whose contact is named: it is that one.</summary>
    private static bool IsWhom(Clause clause, NamedRecord task, string word) =>
        PhraseBook.Standard.Is(word, Feature.Key("[he]")) && clause.Index.CustomerOf(task) is { } customer && clause.Mentions.Any(name => name.Kind == NamedKind.Contact && name.Records.Any(contact => contact.Customer == customer));

    /// <summary>Of those whose words are all there, who has most: a title that is part of another one is not meant.</summary>
    private static List<NamedRecord> Longest(List<NamedRecord> whole)
    {
        var most = whole.Select(task => task.Name.Count(char.IsLetterOrDigit)).DefaultIfEmpty().Max();
        return whole.FindAll(task => task.Name.Count(char.IsLetterOrDigit) == most);
    }

    /// <summary>“…约东岭阀门带技术过去，改一下那个待办的时间”: it is said to be one of the list, so that most of its words do.</summary>
    private static IReadOnlyList<NamedRecord> Closest(Clause clause)
    {
        if (TaskMatch.Spelled(clause) is { Count: > 0 } spelled) return spelled;
        var customers = clause.Mentions.SelectMany(name => name.Records).Select(record => record.Kind == NamedKind.Customer ? record.Key : record.Customer).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var traces = TaskMatch.Open(clause).Select(task => (Task: task, Said: TaskMatch.Words(clause, task).Where(word => !clause.Names.Any(name => name.Overlaps(word.Start, word.End))).Sum(word => word.End - word.Start), Theirs: clause.Index.CustomerOf(task) is { } of && customers.Contains(of))).Where(found => found.Said > 0).ToList();
        if (traces.Exists(found => found.Theirs)) traces.RemoveAll(found => !found.Theirs);
        var most = traces.Select(found => found.Said).DefaultIfEmpty().Max();
        return [.. traces.Where(found => found.Said == most).Select(found => found.Task)];
    }
}
