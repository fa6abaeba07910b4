using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// "Saw Lucy and Mark", “昨晚和凌云的老李吃饭，他说…”, "had dinner with Old Pete from Harbor": without the words that say how and whom they met, a note would begin in the middle of a breath. It is
/// kept whole then; what says nothing else in a breath of its own is left out (“上午去了东岭，周总说…”).
/// </summary>
internal static class CutShort
{
    private const int Longest = 12;

    /// <summary>A sentence of its own, dictated without a stop: "had a call with Fliss yesterday [she's keen]", “打给凌云[说价格太高]”.</summary>
    private static readonly string[] Starts = ["he", "third", "they", "said", "says"];

    /// <summary>What is left would begin at <paramref name="begins"/>.</summary>
    /// <param name="cut">What may be cut off the beginning: words that say how and whom they met, days, names.</param>
    public static bool Is(Clause clause, (int Start, int End) run, int begins, IEnumerable<Mark> cut)
    {
        if (begins <= run.Start) return false;
        var text = clause.Message.Text.Text;
        var last = cut.Where(word => word.Start >= run.Start && word.End <= begins).Select(word => word.End).DefaultIfEmpty(-1).Max();
        if (last >= 0 && !Starts.SelectMany(clause.Words).Any(word => word.Start == begins) && Segments.Of(text, run.Start, run.End).LastOrDefault(breath => breath.Start <= begins).Start < last) return true;
        var end = Segments.Of(text, begins, run.End) is [var first, ..] ? first.End : run.End;
        return IsName(clause, begins, end) || IsOnlyWhen(clause, begins, run.End);
    }

    /// <summary>Nothing but who it was: “采购的林经理”.</summary>
    private static bool IsName(Clause clause, int begins, int end)
    {
        var said = clause.Message.Text.Slice(begins, end).Trim().ToString();
        if (said.Length is 0 or > Longest) return false;
        if (Script.IsChinese(said[0])) return Enumerable.Range(0, said.Length).Any(at => PersonForms.IsTitled(said[at..]));
        return !said.Contains(' ', StringComparison.Ordinal) && char.IsUpper(clause.Message.AsTyped(begins, begins + 1)[0]) && (LedNames.IsFirstName(said) || !PhraseBook.Standard.IsLiteral(said));
    }

    private static bool IsOnlyWhen(Clause clause, int begins, int end) =>
        Answers.Covers(clause, begins, end, [.. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Mentions.Select(name => name.Mark), .. clause.Words("part_of_day")]);
}
