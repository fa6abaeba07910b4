using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“取消和周总的会”, "cancel my call with Dana": nothing is noted as done; what is planned with them is shown, to be ticked or moved.</summary>
internal static class CalledOff
{
    private static readonly int Verb = PhraseBook.Standard.KeyOf("[call_off]"), What = PhraseBook.Standard.KeyOf("[called_off]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If)) return null;
        var verb = clause.Marks.Of(Verb).FirstOrDefault(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start));
        if (verb.End == 0 || !clause.Marks.Of(What).Any(word => word.Start >= verb.End) || SubjectFinder.Find(clause) is not { Said: true, Customers: [var customer] } subject) return null;
        var draft = new Draft(clause, new ScoredIntent("list_tasks", 0, []), subject);
        draft.Refer("customer", [customer]);
        return draft.ToFrame(1);
    }
}
