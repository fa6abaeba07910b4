using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“…他们说推到三号，系统里有吗”, "…they signed on Friday, is that logged?": what is told is only asked about; what is known is shown.</summary>
internal static class AsksIfNoted
{
    private static readonly int InSystem = PhraseBook.Standard.KeyOf("[in_system]");

    public static Frame? Read(Clause clause)
    {
        var end = clause.To;
        while (end > clause.From && !char.IsLetterOrDigit(clause.Message.Text[end - 1])) end--;
        if (!clause.Marks.Of(InSystem).Any(word => word.End == end && !clause.Marks.IsStart(word.Start))) return null;
        var subject = SubjectFinder.Find(clause);
        if (subject.Customers.Count == 0 && subject.Deals.Count == 0) return new Frame("unknown") { Asks = true };
        var look = new ScoredIntent(subject.Deal is null ? "show_customer" : "show_deal", 1, []);
        var draft = new Draft(clause, look, subject);
        SubjectSlots.Fill(draft, PhraseBook.Standard.Needs[look.Intent]);
        return draft.ToFrame(1);
    }
}
