using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“算了 同意吧”, “算了还是月底吧”, "never mind, approve it": whoever gives in and then says what is to be done means that; alone it drops what was asked.</summary>
internal static class GivenIn
{
    private const double Ordered = 6;

    /// <summary>What is to be done; the whole where nobody gives in, or nothing follows that could be done.</summary>
    public static Clause Rest(Clause whole)
    {
        var opening = whole.Words("resign").FirstOrDefault(word => whole.Marks.IsStart(word.Start) || Assent.Follows(whole, word.Start));
        if (opening.End == 0 || opening.End >= whole.To) return whole;
        var rest = whole.Part(opening.End, whole.To);
        return IsValue(rest) || IsOrder(rest) ? rest : whole;
    }

    private static bool IsValue(Clause rest) =>
        rest.Values.Count > 0 && !rest.Has(Feature.Question) && Answers.Covers(rest, rest.From, rest.To, [.. rest.Values.Select(value => value.Mark), .. rest.Marks.Of(Feature.Polite), .. rest.Marks.Of(Feature.Glue), .. rest.Words("filler"), .. rest.Words("settle")]);

    /// <summary>An order of the speaker's own; what others want or do is only why.</summary>
    private static bool IsOrder(Clause rest) =>
        !rest.Has(Feature.Question) && rest.Words("third").Count == 0 && !rest.Mentions.Any(mention => mention.Kind is NamedKind.Contact && rest.Marks.IsStart(mention.Start))
        && rest.ByRules is [{ Score: >= Ordered } best, ..] && !PhraseBook.Standard.Bare.Contains(best.Intent) && best.Intent is not "log_followup" && Stance.Of(rest, best) == Attitude.Meant;
}
