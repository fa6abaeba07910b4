using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“看错短信了，是十一万”, "I mixed them up. I mean the other one": whoever first owns up to a slip says what it should have been in the breaths after.</summary>
internal static class Admission
{
    /// <summary>Letters, a Chinese character counting two, before what should have been.</summary>
    private const int Longest = 40;

    private static readonly int Slip = PhraseBook.Standard.KeyOf("[slip]");

    /// <summary>What follows the breath that owns up; null where none does.</summary>
    public static Clause? After(Clause clause)
    {
        if (clause.Has(Feature.Question) || !clause.Has(Slip)) return null;
        var breaths = clause.Breaths;
        var at = breaths.Select((breath, i) => (breath, i)).Where(part => clause.Marks.Of(Slip).Any(word => word.Overlaps(part.breath.Start, part.breath.End))).Select(part => part.i).DefaultIfEmpty(-1).First();
        if (at < 0 || at + 1 >= breaths.Count) return null;
        var length = 0;
        for (var i = clause.From; i < breaths[at].End; i++) length += Script.IsChinese(clause.Message.Text[i]) ? 2 : 1;
        return length <= Longest ? clause.Part(breaths[at + 1].Start, clause.To) : null;
    }
}
