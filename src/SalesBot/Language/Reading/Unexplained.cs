using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “案例那个改到周五发” after a deal was shown: what is to change is called by a word that nobody knows, so that it is hardly the deal which was spoken of.
/// Such an order is read back before it is carried out.
/// </summary>
internal static class Unexplained
{
    /// <summary>Chinese characters of which one alone may be a slip, letters of which fewer are no word of their own.</summary>
    private const int Characters = 2;
    private const int Letters = 4;

    private static readonly List<int> Things = [.. new[] { "[appointment]", "[called_off]", "[meets]", "[document]", "[count_word]", "[unit_count]" }.Select(PhraseBook.Standard.KeyOf)];

    /// <summary>The order changes a field of a deal that it does not name, and the breath that holds its value or its words has others besides.</summary>
    public static bool Are(Clause clause, ScoredIntent intent, Subject subject)
    {
        if (subject.Said || PhraseBook.Standard.Needs[intent.Intent] != "deal" || !PhraseBook.Standard.SlotsOf[intent.Intent].Any(slot => slot is "close_date" or "new_amount" or "to_stage")) return false;
        List<Mark> ordering = intent.Cues.Any() ? [.. intent.Cues] : [.. clause.Values.Select(value => value.Mark)];
        return clause.Breaths.Where(breath => ordering.Exists(mark => mark.Overlaps(breath.Start, breath.End))).Any(breath => HasMore(clause, breath.Start, breath.End));
    }

    private static bool HasMore(Clause clause, int from, int to) =>
        Has(clause, from, to, [.. clause.Message.Hits.Select(hit => new Mark(hit.Start, hit.End)), .. clause.Names, .. clause.Descriptive, .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue)]);

    /// <summary>“东岭的排产”, "gateway count": beside the names of a deal stands a word that nobody knows, or one of what has a day of its own.</summary>
    public static bool HasThing(Clause clause, Mark phrase, IReadOnlyList<Mark> deals) =>
        Has(clause, phrase.Start, phrase.End, [.. clause.Message.Hits.Where(hit => !Things.Exists(thing => PhraseBook.Standard.Is(hit.Literal, thing))).Select(hit => new Mark(hit.Start, hit.End)), .. deals, .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue)]);

    private static bool Has(Clause clause, int from, int to, List<Mark> known)
    {
        var text = clause.Message.Text.Text;
        var (characters, letters) = (0, 0);
        for (var i = from; i < to; i++)
        {
            var unknown = char.IsLetter(text[i]) && !known.Exists(mark => mark.Start <= i && i < mark.End);
            var chinese = unknown && Script.IsChinese(text[i]);
            characters += chinese ? 1 : 0;
            letters = unknown && !chinese ? letters + 1 : 0;
            if (characters >= Characters || letters >= Letters) return true;
        }

        return false;
    }
}
