using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “撤销”, "undo", “别写了” while the bot asks for something it cannot do without: what was just ordered is dropped, whatever was asked. It is no text for a reason or a title,
/// and takes nothing back that was done before.
/// </summary>
internal static class Dropped
{
    private static readonly int Deed = PhraseBook.Standard.KeyOf("[take_back:deed]"), Any = PhraseBook.Standard.KeyOf("[take_back]");

    public static bool Is(Clause clause)
    {
        if (clause.Focus is not { Pending: not null, Optional: false, PutOff: 0, Just: null } || clause.Mentions.Count > 0 || clause.Values.Count > 0 || clause.Has(Feature.Question) || clause.Has(Feature.If)) return false;
        List<Mark> drops = [.. clause.Marks.Of(Deed), .. clause.Words("undo_word"), .. clause.Words("withdraw"), .. clause.Words("log_refusal")];
        return drops.Count > 0 && Answers.Covers(clause, clause.From, clause.To, [.. drops, .. clause.Marks.Of(Any), .. clause.Words("refusal"), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.This), .. clause.Words("filler")]);
    }
}
