using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// What is left of a sentence and says nothing of what is to be done: "sometime", "it was teams, not phone", “成交日挪到”. Nobody's next step is called so,
/// and no to-do.
/// </summary>
internal static class Scrap
{
    private static readonly int Words = PhraseBook.Standard.KeyOf("[scrap]"), Lead = PhraseBook.Standard.KeyOf("[scrap_lead]");

    /// <summary>Nothing but words that say nothing, or one that tells first, or one that would lead to a value last.</summary>
    /// <param name="typed">As it would be written down; null is none.</param>
    public static bool Is(Clause clause, string? typed)
    {
        if (typed is null) return false;
        var text = clause.Message.Text.Text;
        var words = Text.NormalText.Of(typed).Text.Trim();
        var at = text.IndexOf(words, clause.From, clause.To - clause.From, StringComparison.Ordinal);
        return words.Length > 0 && at >= 0 && Is(clause, at, at + words.Length);
    }

    /// <summary>"Put it on friday, same time", "call neil is [at 11]": words that move or point and name nothing, or end in the one that leads to the day or the hour.</summary>
    public static bool IsHollow(Clause clause, string? typed)
    {
        if (typed is null) return false;
        if (clause.Words("hollow").Count > 0 && clause.Names.Count == 0 && SameAgain.NamesNothing(clause)) return true;
        if (clause.Has(Feature.Interrogative)) return false;
        var words = Text.NormalText.Of(typed).Text.TrimEnd();
        return clause.Words("hollow_end").Any(word => words.EndsWith(clause.Message.Text.Text[word.Start..word.End], StringComparison.Ordinal) && (Script.IsChinese(words[^1]) || words.EndsWith(" " + clause.Message.Text.Text[word.Start..word.End], StringComparison.Ordinal)) && clause.Values.Any(value => LeadsTo(clause, word.End, value.Start)));
    }

    /// <summary>Without the word that leads to the day or the hour; null where nothing is left.</summary>
    public static string? WithoutEnd(Clause clause, string? typed)
    {
        var kept = typed?.TrimEnd() ?? "";
        var end = clause.Words("hollow_end").Select(word => clause.Message.Text.Text[word.Start..word.End]).FirstOrDefault(word => kept.EndsWith(word, StringComparison.OrdinalIgnoreCase)) ?? "";
        return kept[..^end.Length].TrimEnd() is { Length: > 0 } left ? left : null;
    }

    private static bool LeadsTo(Clause clause, int end, int start) =>
        end <= start && Answers.Covers(clause, end, start, [.. clause.Words("lead"), .. clause.Words("is_at")]) && !clause.Message.Text.Slice(end, start).Contains(',');

    /// <summary>The same of a place in the clause.</summary>
    private static bool Is(Clause clause, int from, int to) =>
        Answers.Covers(clause, from, to, [.. clause.Marks.Of(Words)])
        || clause.Marks.Of(Lead).Any(lead => lead.Start == from)
        || clause.Words("move_to").Any(word => word.End == to && Script.IsChinese(clause.Message.Text[word.Start]) && word.End - word.Start > 1);
}
