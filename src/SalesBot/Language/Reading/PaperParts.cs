using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “第二条付款比例不对，退回” speaks of a clause of the contract, “退回第二个：付款比例不对” of the second that waits. Of approvals a number chooses only where it surely does:
/// beside a part of a paper (款, 附件, "clause", "page") it is part of the remark, and before other words than the decision's it may be either once one of them was opened.
/// </summary>
internal static class PaperParts
{
    private enum Sense
    {
        Place,
        Part,
        Either,
    }

    private const char Ordinal = '第', Item = '条', Point = '项', Ten = '十', Hundred = '百';

    /// <summary>Of approvals, wherever it is said: one beyond the list means no other one.</summary>
    public static bool Chooses(Clause clause, Mark number) => AreApprovals(clause) && Of(clause, number) == Sense.Place;

    public static bool IsPlace(Clause clause, Mark number) => Of(clause, number) == Sense.Place;

    /// <summary>Those of the last list that a number may mean, where it may as well be a part of the paper in view.</summary>
    public static IReadOnlyList<NamedRecord> Doubtful(Clause clause) =>
        [.. Places.Numbered(clause).Where(number => Of(clause, number.Mark) == Sense.Either).Select(number => clause.Index.Get(number.Key)).OfType<NamedRecord>()];

    private static Sense Of(Clause clause, Mark number)
    {
        if (!AreApprovals(clause)) return Sense.Place;
        var (before, after) = (Before(clause, number.Start), After(clause, number.End));
        var verdict = clause.Words("verdict_word").Where(word => (word.Start == after || word.End == before) && IsWhole(clause, word)).ToList();
        var said = clause.Message.Text.Slice(number.Start, number.End);
        var isItem = said[^1] is Item or Point;
        var isBare = said[0] == Ordinal ? said.Length == 2 : char.IsAsciiLetter(said[0]) && char.IsAsciiLetter(said[^1]) && !said.StartsWith("the ", StringComparison.Ordinal) && !said.EndsWith(" one", StringComparison.Ordinal);
        var ordered = verdict.Exists(word => word.Value == "deed" && word.End == before);
        if (IsCounted(clause, number, after)) return ordered && clause.Words("paper_sent").Any(word => word.Start == after) ? Sense.Either : Sense.Part;
        if ((isItem || isBare || !Script.IsChinese(said[^1])) && clause.Words("paper_word").Any(word => word.End == before)) return Sense.Part;
        var inView = clause.Focus.Approval is not null || ApprovalInView.Of(clause) is not null;
        var chosen = verdict.Exists(word => word.Value is "deed" or "lead");
        if (isItem || isBare) return !chosen ? Sense.Part : inView && isItem ? Sense.Either : Sense.Place;
        if (chosen || Ends(clause, number.End)) return Sense.Place;
        if (inView) return Sense.Either;
        return said.StartsWith("the ", StringComparison.Ordinal) && !said.EndsWith(" one", StringComparison.Ordinal) && verdict.Count == 0 ? Sense.Part : Sense.Place;
    }

    /// <summary>Approvals are listed, or nothing is and one is in view or waits: beside other records a number counts those.</summary>
    private static bool AreApprovals(Clause clause) =>
        Places.Shown(clause).Select(clause.Index.Get).FirstOrDefault(record => record is not null) is { } shown ? shown.Kind == NamedKind.Approval : clause.Focus.Approval is not null || clause.Message.Desk.Waiting.Count > 0;

    /// <summary>款, 附件, "page" follows, or another number that is one ("the second and third clauses"); the number goes on (第二十条); or a point makes it that of a reason.</summary>
    private static bool IsCounted(Clause clause, Mark number, int after) =>
        clause.Words("paper_part").Any(word => word.Start == after)
        || (number.End < clause.To && clause.Message.Text[number.End] is Ten or Hundred)
        || IsReason(clause, number)
        || clause.Words("ordinal").Any(next => next.Start > number.End && Answers.Covers(clause, number.End, next.Start, [.. clause.Words("paper_join")]) && IsCounted(clause, next, After(clause, next.End)));

    /// <summary>"1. the share is wrong": it opens its breath, and what is wrong follows.</summary>
    private static bool IsReason(Clause clause, Mark number) =>
        number.End < clause.To && clause.Message.Text[number.End] is '.' or '\u3001' or ')' && char.IsAsciiDigit(clause.Message.Text[number.Start])
        && clause.Breaths.Any(breath => breath.Start == number.Start) && After(clause, number.End + 1) < clause.To;

    /// <summary>批, 退, 转 … decide alone only where nothing follows: 退款 and 批次 are other words.</summary>
    private static bool IsWhole(Clause clause, Mark word) =>
        word.End - word.Start > 1 || word.Value == "lead" || Ends(clause, word.End) || clause.Words("ordinal").Any(place => place.Start == word.End);

    private static bool Ends(Clause clause, int at) => at >= clause.To || clause.Breaths.Any(breath => breath.End == at);

    private static int After(Clause clause, int at)
    {
        while (at < clause.To && clause.Message.Text[at] == ' ') at++;
        return at;
    }

    private static int Before(Clause clause, int at)
    {
        while (at > clause.From && clause.Message.Text[at - 1] == ' ') at--;
        return at;
    }
}
