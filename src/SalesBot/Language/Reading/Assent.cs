using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Yes or no to an open question: as a sign (👍), drawn out ("yesss"), or as the opening of a sentence ("nope, way too cheap").</summary>
internal static class Assent
{
    private static readonly string[] Nods = ["\U0001F44D", "\U0001F44C", "\U0001F64C", "\U0001F64F", "\U0001F4AF", "\u2705", "\u2714", "\U0001F197"];
    private static readonly string[] Shakes = ["\U0001F44E", "\u274C", "\u274E", "\U0001F645", "\U0001F6AB"];

    /// <summary>Null when the clause says neither.</summary>
    public static bool? Of(Clause clause)
    {
        if (clause.Span.IsWhiteSpace()) return OfSign(clause.Message.Text.Original);
        if (Answers.IsOnly(clause, Feature.Yes)) return true;
        if (Answers.IsOnly(clause, Feature.No)) return false;
        return OfDrawnOut(clause) ?? OfOpening(clause);
    }

    /// <summary>Nothing but words of refusal and of thinking: "hmm no don't" is no reason and no name, whatever was asked for.</summary>
    public static bool IsNo(Clause clause) =>
        clause.Has(Feature.No) && Answers.Covers(clause, clause.From, clause.To, [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Dont), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")]);

    /// <summary>At a yes/no nothing answers but a yes, a no, or another value by itself (“周四吧”); a name only after a word that corrects (“不对，是东岭”).</summary>
    public static bool IsOtherValue(Clause clause)
    {
        List<Mark> empty = [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. new[] { "correction", "correction_end", "filler", "settle", "until", "value_word", "set_to" }.SelectMany(clause.Words)];
        var corrects = clause.Marks.Of(Feature.No).Concat(clause.Words("correction")).Any(word => clause.Marks.IsStart(word.Start) || Follows(clause, word.Start));
        return Answers.Covers(clause, clause.From, clause.To, [.. empty, .. clause.Values.Select(value => value.Mark), .. clause.Words("stage"), .. corrects ? clause.Mentions.Select(name => name.Mark) : []]);
    }

    private static bool? OfSign(string typed) =>
        Nods.Any(sign => typed.Contains(sign, StringComparison.Ordinal)) ? true : Shakes.Any(sign => typed.Contains(sign, StringComparison.Ordinal)) ? false : null;

    /// <summary>"Yesss" and "nooo" by their plain form.</summary>
    private static bool? OfDrawnOut(Clause clause)
    {
        var word = clause.Span.Trim(" !.~").ToString();
        if (word.Length < 4 || word[^1] != word[^2] || !word.All(char.IsAsciiLetter)) return null;
        for (var end = word.Length - 1; end > 1 && word[end] == word[end - 1]; end--)
        {
            var plain = word[..end];
            if (PhraseBook.Standard.Is(plain, Feature.Yes)) return true;
            if (PhraseBook.Standard.Is(plain, Feature.No)) return false;
        }

        return null;
    }

    /// <summary>A word of the list stands first, and its opposite nowhere.</summary>
    private static bool? OfOpening(Clause clause)
    {
        var yes = Opens(clause, Feature.Yes);
        var no = Opens(clause, Feature.No);
        if (no && !yes) return false;
        var denied = clause.Has(Feature.No) || clause.Has(Feature.Dont) || clause.Has(Feature.If) || clause.Marks.Of(Feature.Key("[not]")).Any(word => !clause.Marks.Of(Feature.Yes).Any(said => said.Start <= word.Start && word.End <= said.End)) || clause.Has(Feature.Question) || clause.Has(Feature.Key("[but]"));
        return yes && !no && !denied ? true : null;
    }

    private static bool Opens(Clause clause, int key) => clause.Marks.Of(key).Any(mark => clause.Marks.IsStart(mark.Start) || Follows(clause, mark.Start));

    /// <summary>Only fillers stand before it ("hmm no", "eh no leave it", "ok yes").</summary>
    public static bool Follows(Clause clause, int at)
    {
        var text = clause.Message.Text.Text;
        var fillers = clause.Words("filler");
        for (var i = clause.From; i < at; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !fillers.Any(word => word.Start <= i && i < word.End)) return false;
        }

        return true;
    }
}
