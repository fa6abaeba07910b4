using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“我周四给意见” while a decision is asked about: that is no answer to it, and nothing is asked further.</summary>
internal static class Undecided
{
    public static Frame Of(Clause clause, Frame order) =>
        order.Intent == "decide_later" && clause.Focus is { Pending: { } open, Optional: false } && PhraseBook.Standard.Needs[open] == "approval" ? new Frame("cancel") : order;
}
