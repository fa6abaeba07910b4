using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>What a sentence calls that has a day of its own: “三期汇报” of “三期汇报改到下周一”, "the spec email" of "push the spec email to Friday". It is no deal, and may be one of the speaker's to-dos.</summary>
internal static class PlannedThing
{
    /// <summary>How much of its own words a to-do must have, and at least: Chinese characters count two, letters one.</summary>
    public const double Share = 0.55;

    /// <summary>So much where nothing else says that it is one.</summary>
    public const double Nearly = 0.8;

    private const int Least = 4;

    /// <summary>Of what nobody knows, so much is a word; as <see cref="Least"/> counts.</summary>
    private const int Word = 4;

    private static readonly string[] Structure = ["deals_word", "filler", "opener", "task_word", "order_mark", "said", "says", "will", "moves", "just_added"];

    /// <summary>It is called by what is no deal's: a meeting, a paper, or a word that nobody knows; and nobody only says something by it.</summary>
    public static bool Is(Clause clause, Mark phrase)
    {
        if (clause.Quoted is { } title && title.Overlaps(phrase.Start, phrase.End)) return true;
        if (clause.Named(NamedKind.Task).Any(name => name.Mark.Overlaps(phrase.Start, phrase.End))) return true;
        bool Here(Mark mark) => mark.Start >= phrase.Start && mark.End <= phrase.End && !OfDeal(clause).Any(name => name.Overlaps(mark.Start, mark.End));
        if (clause.Words("closes").Concat(clause.Words("field").Where(IsOfDeal)).Any(Here)) return false;
        var things = clause.Words("appointment").Concat(clause.Words("called_off")).Concat(clause.Words("method")).Where(Here).ToList();
        if (things.Count > 0) return !clause.Marks.Of(Feature.Said).Concat(clause.Words("says")).Any(word => word.Start >= things[^1].End && word.End <= phrase.End);
        // “KT的叉车那单”, "Skelby chillers": whose it is and some words beside are a deal's.
        if (clause.Words("deals_word").Any(Here) || clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Start >= phrase.Start && name.End <= phrase.End)) return false;
        var text = clause.Message.Text.Text;
        var known = clause.Message.Hits.Select(hit => new Mark(hit.Start, hit.End)).Concat(clause.Names).Concat(OfDeal(clause)).Concat(clause.Values.Select(value => value.Mark)).ToList();
        return Own(text, phrase, known).Sum(at => Weight(text[at])) >= Word;
    }

    /// <summary>A field of a deal; how somebody is reached is none.</summary>
    public static bool IsOfDeal(Mark field) => field.Value is "amount" or "close_date" or "stage" or "next_step";

    /// <summary>Those of the speaker's open to-dos that are called so: by the most of its words, of whoever is named with it.</summary>
    /// <param name="share">How much of what is said must be its own.</param>
    public static IReadOnlyList<NamedRecord> Tasks(Clause clause, Mark phrase, double share = Share)
    {
        var text = clause.Message.Text.Text;
        var part = clause.Part(phrase.Start, phrase.End);
        var customers = part.Mentions.Where(name => name.Strength >= NameStrength.Short).SelectMany(name => name.Records).Select(record => record.Kind switch { NamedKind.Customer => record.Key, NamedKind.Deal or NamedKind.Contact => record.Customer, _ => null }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<Mark> glue = [.. part.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact or NamedKind.Person).Select(name => name.Mark), .. part.Strangers, .. part.Marks.Of(Feature.Glue), .. part.Marks.Of(Feature.Polite), .. part.Marks.Of(Feature.This), .. part.Values.Select(value => value.Mark), .. part.Words("field").Where(IsOfDeal), .. Structure.SelectMany(part.Words)];
        var own = Own(text, phrase, glue);
        var all = own.Sum(at => Weight(text[at]));
        if (all < Least) return [];
        var fitting = TaskMatch.Open(clause).Where(task => customers.Count == 0 || IsOf(clause, task, customers)).Select(task => (Task: task, Words: TaskMatch.Words(part, task).ToList())).ToList();
        var found = fitting.Select(pair => (pair.Task, Said: own.Where(at => pair.Words.Exists(word => word.Start <= at && at < word.End)).Sum(at => Weight(text[at])), All: pair.Words.Sum(word => word.End - word.Start)))
            .Where(pair => pair.Said >= Least && pair.Said >= all * share).ToList();
        var best = found.Select(pair => (pair.Said, pair.All)).DefaultIfEmpty().Max();
        return [.. found.Where(pair => (pair.Said, pair.All) == best).Select(pair => pair.Task)];
    }

    /// <summary>Those whose title has these very words in a row, whatever they name: "the to-do ask Greta" of “ask Greta about the freight terms”.</summary>
    public static IReadOnlyList<NamedRecord> Begun(Clause clause, Mark phrase) =>
        Bare(clause, phrase) is var said && said.Sum(Weight) < Least ? [] : [.. TaskMatch.Open(clause).Where(task => NormalText.Of(task.Name).Text.Contains(said, StringComparison.Ordinal))];

    /// <summary>Those that are called so: by their whole title, else by the words in a row, else by the most of their words.</summary>
    public static IReadOnlyList<NamedRecord> Called(Clause clause, Mark phrase)
    {
        if (Whole(clause, phrase) is { Count: > 0 } whole) return whole;
        return Begun(clause, phrase) is { Count: > 0 } begun ? begun : Tasks(clause, phrase);
    }

    /// <summary>Those of which nothing but the title is said: "delete ask Jonas".</summary>
    public static IReadOnlyList<NamedRecord> Whole(Clause clause, Mark phrase) =>
        Bare(clause, phrase) is var said && said.Sum(Weight) < Least ? [] : [.. TaskMatch.Open(clause).Where(task => NormalText.Of(task.Name).Text.Equals(said, StringComparison.Ordinal))];

    /// <summary>What is said without articles, words for a to-do and marks around it.</summary>
    private static string Bare(Clause clause, Mark phrase)
    {
        var part = clause.Part(phrase.Start, phrase.End);
        List<Mark> cut = [.. part.Marks.Of(Feature.Glue).Except(part.Words("deed")), .. part.Marks.Of(Feature.Polite), .. new[] { "task_word", "opener", "one_word", "some_thing", "just_added" }.SelectMany(part.Words)];
        var (start, end) = (phrase.Start, phrase.End);
        for (var before = -1; before != start - end;)
        {
            before = start - end;
            while (start < end && (!char.IsLetterOrDigit(clause.Message.Text[start]) || clause.Message.Text[start] is '把' or '将')) start++;
            while (start < end && !char.IsLetterOrDigit(clause.Message.Text[end - 1])) end--;
            start = cut.Where(mark => mark.Start == start && mark.End < end).Select(mark => mark.End).DefaultIfEmpty(start).Max();
            end = cut.Where(mark => mark.End == end && mark.Start > start).Select(mark => mark.Start).DefaultIfEmpty(end).Min();
        }

        return clause.Message.Text.Slice(start, end).ToString();
    }

    private static bool IsOf(Clause clause, NamedRecord task, HashSet<string> customers) =>
        clause.Index.CustomerOf(task) is not { } customer || customers.Contains(customer);

    /// <summary>What a deal or customer is called by, in full or in part.</summary>
    private static IEnumerable<Mark> OfDeal(Clause clause) =>
        clause.Mentions.Where(name => name.Kind is NamedKind.Deal or NamedKind.Customer).Select(name => name.Mark).Concat(clause.Descriptive);

    /// <summary>Places of letters that none of the marks holds.</summary>
    private static List<int> Own(string text, Mark phrase, List<Mark> held) =>
        [.. Enumerable.Range(phrase.Start, phrase.End - phrase.Start).Where(at => char.IsLetterOrDigit(text[at]) && !held.Exists(mark => mark.Start <= at && at < mark.End))];

    private static int Weight(char letter) => Script.IsChinese(letter) ? 2 : 1;
}
