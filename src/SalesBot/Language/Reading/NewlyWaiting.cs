namespace SalesBot.Language.Reading;

/// <summary>
/// “可以，通过”, "fine, approve" after another approval was decided: the next card has come meanwhile, and it is what they mean. As the words name nothing and
/// may be said of what is decided already, one alone is asked about before anything is done, and of several it is asked which.
/// </summary>
internal static class NewlyWaiting
{
    public static Frame? Read(Clause clause)
    {
        var waiting = clause.Message.Desk.Waiting;
        if (waiting.Count == 0 || clause.Focus is not { Pending: null, LastIntent: not null, Approval: null } || clause.Mentions.Count > 0 || clause.Values.Count > 0 || clause.Has(Feature.Question) || clause.Has(Feature.Dont)) return null;
        if (IsMereYes(clause) || !Answers.IsLateYes(clause) || clause.Ranked[0] is not { Intent: "approve" } order) return null;
        var draft = new Draft(clause, order, new Subject());
        if (waiting.Count == 1) draft.Refer("approval_id", waiting);
        else draft.Ask("approval_id", waiting);
        return draft.ToFrame(0);
    }

    /// <summary>"Ok", “可以”: nothing in it speaks of an approval.</summary>
    private static bool IsMereYes(Clause clause) => Answers.Covers(clause, clause.From, clause.To, [.. clause.Words("mere_yes"), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")]);
}
