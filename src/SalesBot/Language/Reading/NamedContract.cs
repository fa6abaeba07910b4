using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“凌云电缆能耗合同”, "Pinecrest WMS contract" and nothing else: whoever only names a contract wants to see it; nothing is submitted, approved or sent back by its name.</summary>
internal static class NamedContract
{
    private static readonly int Paper = PhraseBook.Standard.KeyOf("[kind]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question)) return null;
        if (clause.Mentions.FirstOrDefault(name => name.Kind == NamedKind.Contract && name.Strength >= NameStrength.Short) is not { } named || !clause.Marks.Of(Paper).Any(word => word.Value == "contract" && word.Start >= named.Start && word.End == named.End)) return null;
        if (!Answers.Covers(clause, clause.From, clause.To, [named.Mark, .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle)])) return null;
        var draft = Draft.Of(clause, "show_contract");
        draft.ReferOrAsk("contract", named.Records);
        return draft.ToFrame(1);
    }
}
