using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// "Saw Lucy and Mark, they want to wait", “见了采购的林经理，她说…”, "sent the proposal to Neil yesterday": without the words that say how and whom they met, a note would begin in the middle. It is kept
/// whole then.
/// </summary>
internal static class CutShort
{
    private const int Longest = 12;

    /// <summary>What is left would begin at <paramref name="begins"/>.</summary>
    public static bool Is(Clause clause, (int Start, int End) run, int begins)
    {
        if (begins <= run.Start) return false;
        var end = Segments.Of(clause.Message.Text.Text, begins, run.End) is [var first, ..] ? first.End : run.End;
        return IsJoined(clause, run.Start, begins) || IsName(clause, begins, end) || Gave(clause, run.Start, begins, end) || IsOnlyWhen(clause, begins, run.End);
    }

    /// <summary>One of several who were met is cut off, the other is not.</summary>
    private static bool IsJoined(Clause clause, int from, int begins) =>
        clause.Words("and").Any(word => char.IsLetter(clause.Message.Text[word.Start]) && (word.Start == begins || (word.Start > from && word.End <= begins && clause.Message.Text.Slice(word.End, begins).IsWhiteSpace())));

    /// <summary>Nothing but who it was: “采购的林经理”.</summary>
    private static bool IsName(Clause clause, int begins, int end)
    {
        var said = clause.Message.Text.Slice(begins, end).Trim().ToString();
        if (said.Length is 0 or > Longest) return false;
        if (Script.IsChinese(said[0])) return Enumerable.Range(0, said.Length).Any(at => PersonForms.IsTitled(said[at..]));
        return !said.Contains(' ', StringComparison.Ordinal) && char.IsUpper(clause.Message.AsTyped(begins, begins + 1)[0]) && (LedNames.IsFirstName(said) || !PhraseBook.Standard.IsLiteral(said));
    }

    /// <summary>A verb that has what was given behind it.</summary>
    private static bool Gave(Clause clause, int from, int begins, int end) =>
        clause.Words("gave_word").Any(word => word.Start >= from && word.End <= begins) && !clause.Words("about_word").Any(word => word.Start == begins) && clause.Message.Text.Slice(begins, end).Trim(" .,!?;:\u3002").Length > 0
        && clause.Message.Text.Slice(from, begins).IndexOfAny(",;:.!\n\uFF0C\u3002") < 0;

    private static bool IsOnlyWhen(Clause clause, int begins, int end) =>
        Answers.Covers(clause, begins, end, [.. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Mentions.Select(name => name.Mark), .. clause.Words("part_of_day")]);
}
