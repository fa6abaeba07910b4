using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>"Just Benelux", “只看美洲的” right after a look, where nothing of that name is known: the same look, and that it is not narrowed by it.</summary>
internal static class Narrowed
{
    /// <summary>Characters: who says more asks or tells something.</summary>
    private const int Longest = 24;

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is not { LookIntent: { } look, Looked: true, Choices.Count: 0 } || clause.To - clause.From > Longest || clause.Mentions.Count > 0 || clause.Values.Count > 0 || clause.Has(Feature.Question)) return null;
        var opening = clause.Words("narrower").FirstOrDefault(word => clause.Marks.IsStart(word.Start));
        if (opening.End == 0 || Answers.Covers(clause, opening.End, clause.To, Known(clause, opening))) return null;
        List<Mark> said = [.. Known(clause, opening).Where(word => !clause.Marks.Of(Feature.Glue).Contains(word))];
        return said.Count > 0 ? null : new Frame(look) { SameLook = true, Unmet = [clause.Message.AsTyped(opening.End, clause.To)] };
    }

    /// <summary>Any word of ours: what it says is read elsewhere.</summary>
    private static List<Mark> Known(Clause clause, Mark opening) =>
        [.. clause.Message.Hits.Where(hit => hit.Start >= opening.End && hit.End - hit.Start > 1 && PhraseBook.Standard.LabelsOf(hit.Literal).Count > 1).Select(hit => new Mark(hit.Start, hit.End)), .. clause.Marks.Of(Feature.Glue)];
}
