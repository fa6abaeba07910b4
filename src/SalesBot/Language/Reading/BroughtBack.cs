using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“撤错了”, "undo the undo", “把那条拜访恢复回来” after an undo: what was taken back is to stand again; of several, what is named.</summary>
internal static class BroughtBack
{
    private static readonly string[] Empty = ["last_act", "some_thing", "filler", "opener", "connector", "undo_verb", "undid_wrong", "redo_word", "brings_back", "taken_away", "mistake", "wrong_thing", "task_word", "request", "order_mark", "act_noun", "wrong_one"];

    private static readonly int Redo = PhraseBook.Standard.KeyOf("[redo_word]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.ValuesOf(ValueKind.Money, ValueKind.Delta, ValueKind.Percent, ValueKind.Discount).Any()) return null;
        var wrong = Answers.IsOnly(clause, Redo) ? clause.Words("redo_word") : clause.Words("undid_wrong");
        var back = clause.Words("brings_back").Where(word => word.Value == "whole").Concat(Around(clause)).ToList();
        var isMeant = wrong.Count > 0 || (back.Count > 0 && (clause.Words("taken_away").Count > 0 || Last(clause)));
        if (!isMeant || clause.Words("ticket_word").Count > 0 || (clause.Has(Feature.Question) && wrong.Count == 0)) return null;
        if (!Last(clause) && clause.Focus is { Pending: not null, Optional: false, Asked: not "confirm" } && wrong.Count == 0) return null;
        var place = back.Count > 0 ? back[^1] : wrong.Count > 0 ? wrong[^1] : clause.Words("taken_away")[^1];
        var (start, end) = clause.Breaths.FirstOrDefault(part => place.Overlaps(part.Start, part.End));
        var said = clause.Part(start, end);
        var named = Undone.Frame(said, new ScoredIntent("redo", 0, []), SubjectFinder.Find(said));
        return named with { Named = NamedUndo.Words(said, [.. Empty.SelectMany(said.Words), .. back]) };
    }

    /// <summary>What was done last was an undo: then “恢复” can hardly mean anything else.</summary>
    private static bool Last(Clause clause) => clause.Focus is { Undone: true } && clause.Words("untick").All(word => word.Value != "tick") && clause.Words("tick_wrong").Count == 0;

    /// <summary>"Put the visit back": the verb, and "back" behind what is named, at the end of the breath.</summary>
    private static IEnumerable<Mark> Around(Clause clause)
    {
        foreach (var (start, end) in clause.Breaths)
        {
            var words = clause.Words("brings_back").Where(word => word.Overlaps(start, end)).ToList();
            if (words.FirstOrDefault(word => word.Value == "lead") is not { End: > 0 } lead || words.LastOrDefault(word => word.Value == "back" && word.Start > lead.End) is not { End: > 0 } back) continue;
            if (!Answers.Covers(clause, back.End, end, [.. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("last_act")])) continue;
            yield return lead;
            yield return back;
        }
    }
}
