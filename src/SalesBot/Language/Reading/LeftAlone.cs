using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“阶段先别动，金额改成90万”, "leave the stage as it is, amount to 90k": what is to stay comes first, and then what is to be done.</summary>
internal static class LeftAlone
{
    private const double Ordered = 6;

    private static readonly string[] Beside = ["leave_be", "field", "stage", "value_word", "filler", "opener", "deals_word"];

    /// <summary>What is to be done; the whole where nothing is left alone first, or nothing follows that could be done.</summary>
    public static Clause Rest(Clause whole)
    {
        if (whole.Words("leave_be").Count == 0 || whole.Breaths is not [_, _, ..] breaths) return whole;
        List<Mark> words = [.. Beside.SelectMany(whole.Words), .. whole.Marks.Of(Feature.Dont), .. whole.Marks.Of(Feature.This), .. whole.Marks.Of(Feature.Polite), .. whole.Marks.Of(Feature.Glue), .. whole.Words("thing")];
        var spared = breaths.TakeWhile(breath => Answers.Covers(whole, breath.Start, breath.End, words)).ToList();
        if (spared.Count == 0 || spared.Count == breaths.Count || !whole.Words("leave_be").Any(word => word.Start < spared[^1].End)) return whole;
        var rest = whole.Part(breaths[spared.Count].Start, whole.To);
        return !rest.Has(Feature.Question) && rest.Words("hold").Count == 0 && rest.ByRules is [{ Score: >= Ordered } best, ..] && !PhraseBook.Standard.Bare.Contains(best.Intent) && Stance.Of(rest, best) == Attitude.Meant ? rest : whole;
    }
}
