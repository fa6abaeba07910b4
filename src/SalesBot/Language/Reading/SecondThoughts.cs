using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “算了别改了”, "eh no leave it", “先别 我再问问”: right after an act was done, a breath of nothing but refusal takes it back. While the act's own light
/// question is open, a mere no is the answer to that, and only words that name the act ("scrap that last one") take it back.
/// </summary>
internal static class SecondThoughts
{
    /// <summary>The rules take the words for the act, but for the refusal.</summary>
    private const double Ordered = 4;

    private static readonly int Any = PhraseBook.Standard.KeyOf("[take_back]"), Deed = PhraseBook.Standard.KeyOf("[take_back:deed]");

    public static bool Are(Clause clause)
    {
        var focus = clause.Focus;
        if (!focus.Fresh || focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Has(Feature.If)) return false;
        if (Forbids(clause)) return true;
        if (NamesAnother(clause)) return false;
        var needed = clause.Marks.Of(focus.Pending is null ? Any : Deed);
        if (needed.Count == 0) return false;
        List<Mark> words =
        [
            .. clause.Marks.Of(Any), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Key("[refusal]")), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.This), .. clause.Words("filler"),
        ];
        var breaths = clause.Breaths;
        return breaths.Any(breath => IsFree(clause, breath) && needed.Any(word => word.Start >= breath.Start && word.End <= breath.End) && Answers.Covers(clause, breath.Start, breath.End, words))
            && breaths.All(breath => IsFree(clause, breath)) && Sayings.Read(clause) is null or { Leans: true };
    }

    /// <summary>"Ring my dentist has nothing to do with them, take it off", "I don't need the Harbor deal, delete it": a to-do or a record is called by its words, and it is not what was just done.</summary>
    private static bool NamesAnother(Clause clause)
    {
        if (clause.Breaths is not [_, _, ..]) return false;
        string?[] known = [.. clause.Focus.LastSlots?.Values ?? Enumerable.Empty<string>()];
        var records = clause.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contract && name.Strength >= NameStrength.Short).SelectMany(name => name.Records).ToList();
        if (records.Count > 0 && Deleted.Denied(clause) is not null && !records.Exists(record => known.Contains(record.Key, StringComparer.Ordinal) || clause.Index.Of(record.Key, NamedKind.Deal).Any(deal => known.Contains(deal.Key, StringComparer.Ordinal)))) return true;
        return TaskMatch.Spelled(clause).Any(task => clause.Focus.LastSlots?.Text("task") != task.Key && clause.Focus.LastSlots?.Text("content") != task.Name && clause.Focus.LastSlots?.Text("next_step") != task.Name);
    }

    /// <summary>“算了”, "never mind": what is refused is not said.</summary>
    public static bool AreVague(Clause clause) => clause.Marks.Of(Deed).Count == 0 && !Forbids(clause);

    /// <summary>"Hmm no, Suresh will feel bad, leave it": the last breath refuses, so that whoever is named before it only says why.</summary>
    public static bool EndsIn(Clause clause) =>
        Are(clause) && clause.Breaths is [_, .., var last] && clause.Marks.Of(Any).Any(word => word.Start >= last.Start)
        && Answers.Covers(clause, last.Start, last.End, [.. clause.Marks.Of(Any), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.This), .. clause.Words("filler")]);

    /// <summary>“啊 又有戏了 别丢”, "she wants it after all! don't mark it lost": a breath that says not to do what was just done.</summary>
    private static bool Forbids(Clause clause) =>
        clause.Focus is { Undone: false, LastIntent: { } last } && clause.Values.Count == 0 && clause.Has(Feature.Dont) && clause.Breaths
            .Select(breath => clause.Part(breath.Start, breath.End)).Any(breath => breath.Marks.Of(Feature.Dont).Any(word => breath.Marks.IsStart(word.Start) || IsRepeated(breath, word)) && (Logs(breath, last) || Forbidden.Is(breath, last) || (breath.ByRules is [var best, ..] && best.Intent == last && best.Score >= Ordered)));

    /// <summary>"I said don't log it".</summary>
    private static bool IsRepeated(Clause breath, Mark dont) => breath.Words("told_you").Any(word => breath.Marks.IsStart(word.Start) && dont.Start - word.End is 0 or 1);

    private static bool Logs(Clause breath, string last) => last == "log_followup" && breath.Words("log_refusal").Count > 0;

    /// <summary>No day, amount or number in it: whoever says another value corrects. What only counts is none (一家, 三个人).</summary>
    private static bool IsFree(Clause clause, (int Start, int End) breath) =>
        !clause.Values.Any(value => value.Mark.Overlaps(breath.Start, breath.End) && !(value.Kind == ValueKind.Number && clause.Words("counter").Any(counter => counter.Start == value.End)));
}
