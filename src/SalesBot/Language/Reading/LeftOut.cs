using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“除了百川的”, "except Redwood's" after a list of deals: the same list without those; of anything else that was looked at, that it cannot be left out.</summary>
internal static class LeftOut
{
    private static readonly int Except = PhraseBook.Standard.KeyOf("[except]"), After = PhraseBook.Standard.KeyOf("[left_out]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is not { LookIntent: { } look, Looked: true, Choices.Count: 0 } || clause.Values.Count > 0 || !IsSaid(clause)) return null;
        var customers = clause.Named(NamedKind.Customer, NameStrength.Short).ToList();
        if (customers.Count == 0 || !Answers.Covers(clause, clause.From, clause.To, Empty(clause))) return null;
        var draft = Draft.Of(clause, look);
        var records = customers.SelectMany(mention => mention.Records).DistinctBy(record => record.Key, StringComparer.Ordinal).ToList();
        if (look == "query_deals" && records.Count == 1) draft.Refer("except", records);
        else draft.Unmet = [clause.Message.AsTyped(clause.From, clause.To)];
        return draft.ToFrame(1) with { SameLook = true };
    }

    /// <summary>“除了百川”, "without Harbor", “百川的不算”: right before or after the name.</summary>
    public static Mark? Of(Clause clause, Mention name)
    {
        List<Mark> between = [.. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.This), .. clause.Words("deals_word"), .. clause.Words("one_word")];
        var before = clause.Marks.Of(Except).FirstOrDefault(word => word.End <= name.Start && Answers.Covers(clause, word.End, name.Start, between));
        if (before.End > 0) return new Mark(before.Start, name.End);
        var after = clause.Marks.Of(After).FirstOrDefault(word => word.Start >= name.End && Answers.Covers(clause, name.End, word.Start, between));
        return after.End > 0 ? new Mark(name.Start, after.End) : null;
    }

    public static bool IsIn(Clause clause) => clause.Named(NamedKind.Customer, NameStrength.Short).Any(name => Of(clause, name) is not null);

    private static bool IsSaid(Clause clause) =>
        clause.Marks.Of(Except).Any(word => clause.Marks.IsStart(word.Start) || Answers.Covers(clause, clause.From, word.Start, Empty(clause))) || clause.Marks.Of(After).Any(word => clause.Marks.IsEnd(word.End));

    private static List<Mark> Empty(Clause clause) =>
    [
        .. clause.Marks.Of(Except), .. clause.Marks.Of(After), .. clause.Mentions.Select(mention => mention.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.This),
        .. new[] { "filler", "deals_word", "narrower", "those", "one_word", "and", "connector", "scope", "list_verb" }.SelectMany(clause.Words),
    ];
}
