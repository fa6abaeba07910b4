namespace SalesBot.Language.Reading;

/// <summary>“不，是方案提交”, "no, proposal" while it is asked which customer or deal is meant: what was ordered is another stage, sum or day, of whatever is chosen; nothing that was spoken of before is meant.</summary>
internal static class ChangedMind
{
    public static Frame? Read(Clause clause, string pending)
    {
        if (clause.Focus is not { Choices.Count: > 0, Asked: "customer" or "deal", Filled: { } filled } || clause.Has(Feature.Question) || clause.Mentions.Count > 0 || clause.Strangers.Count > 0 || Places.AreSaid(clause)) return null;
        return clause.Marks.Of(Feature.No).Concat(clause.Words("correction")).Any(word => clause.Marks.IsStart(word.Start)) ? Again.Read(clause, pending, filled) : null;
    }
}
