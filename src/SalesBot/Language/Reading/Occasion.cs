using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“明早9点跟何总汇报，帮我拉一份漏斗”, "the North funnel for my 1:1 with Dana": what an answer is needed for. Neither who is met there nor when narrows it.</summary>
internal static class Occasion
{
    /// <summary>The rest of a question; all of it where nothing is said of an occasion, or where no question would be left.</summary>
    public static Clause Without(Clause clause)
    {
        if (clause.Words("occasion").Count == 0 || !clause.Named(NamedKind.Person, NameStrength.Short).Any()) return clause;
        foreach (var (from, to) in Rests(clause))
        {
            var rest = clause.Part(from, to);
            if (rest.Span.ContainsAnyExcept(" ,.;!?\u3002") && Choice.Of(rest, rest.Ranked, SubjectFinder.Find(rest)) is var asked && PhraseBook.Standard.Reads.Contains(asked.Intent) && !PhraseBook.Standard.Aside.Contains(asked.Intent) && asked.Intent != "help") return rest;
        }

        return clause;
    }

    /// <summary>Before and after a breath that tells the occasion, and within a breath before its opening or after its end.</summary>
    private static IEnumerable<(int From, int To)> Rests(Clause clause)
    {
        foreach (var breath in clause.Breaths)
        {
            if (Told(clause, breath.Start, breath.End) is not var (person, end)) continue;
            if (breath.Start == clause.From && breath.End < clause.To) yield return (breath.End, clause.To);
            if (breath.End == clause.To && breath.Start > clause.From) yield return (clause.From, breath.Start);
            if (breath.Start == clause.From && end < breath.End && Script.IsChinese(clause.Message.Text[person])) yield return (end, clause.To);
            if (breath.End == clause.To && Opening(clause, breath.Start, person) is { } opening) yield return (clause.From, opening);
        }
    }

    /// <summary>Where somebody is named right after a word like “跟” or "with", with what is done there beside it; and where that ends.</summary>
    private static (int Person, int End)? Told(Clause clause, int from, int to)
    {
        foreach (var person in clause.Named(NamedKind.Person, NameStrength.Short).Where(person => person.Start >= from && person.End <= to))
        {
            var isLed = clause.Words("occasion_with").Any(word => word.Start >= from && clause.IsBlank(word.End, person.Start));
            var deed = clause.Words("occasion").FirstOrDefault(word => word.Start >= person.End && word.Start - person.End <= 1 && word.End <= to);
            if (deed.End == 0 && isLed) deed = clause.Words("occasion").FirstOrDefault(word => word.Start >= from && word.End <= person.Start);
            if (deed.End > 0 && (isLed || deed.Start >= person.End)) return (person.Start, Math.Max(deed.End, person.End));
        }

        return null;
    }

    /// <summary>"… for my review with Dana", “… 给何总汇报用”: where the part begins that tells it.</summary>
    private static int? Opening(Clause clause, int from, int person) =>
        clause.Words("occasion_lead").Where(word => word.Start > from && word.Start < person).Select(word => (int?)word.Start).FirstOrDefault()
        ?? clause.Words("occasion_with").Where(word => word.Start > from && word.End == person && Script.IsChinese(clause.Message.Text[person])).Select(word => (int?)word.Start).FirstOrDefault();
}
