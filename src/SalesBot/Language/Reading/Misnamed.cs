using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “啊搞错了 他们那边姓金”, "wrong, her name is Kim": it puts a name right. Where the act just done holds none, nothing is taken back for it: it is said that
/// there is none to change.
/// </summary>
internal static class Misnamed
{
    /// <summary>Slots that hold somebody's name.</summary>
    private static readonly string[] Names = ["followup", "party", "contact", "new_contact", "contacts", "person", "assignee", "people", "delegate"];

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Focus is { Fresh: true, LastIntent: { } last } && Holds(last)) return null;
        var breaths = clause.Breaths;
        if (breaths.Count < 2 || !Answers.Covers(clause, breaths[0].Start, breaths[0].End, [.. clause.Words("mistake"), .. clause.Words("filler"), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.No), .. clause.Words("correction")])) return null;
        return clause.Words("named_so").Any(word => word.Start >= breaths[0].End && word.End < clause.To) ? new Frame("small_talk") { Slots = new Slots { ["topic"] = "no_name" } } : null;
    }

    private static bool Holds(string intent) =>
        PhraseBook.Standard.Needs[intent] == "new_customer" || PhraseBook.Standard.SlotsOf[intent].Intersect(Names, StringComparer.Ordinal).Any();
}
