using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Which words a slot is from whose reader did not say so: a word of the list that is called like the slot, the value of its sort, a place in the last
/// list, the descriptive part of a name. Nothing for what was not said: it is from what was spoken of before, or supposed.
/// </summary>
internal static class Grounds
{
    private static readonly ValueKind[] Days = [ValueKind.Date, ValueKind.DateRange, ValueKind.Duration], Sums = [ValueKind.Money, ValueKind.MoneyRange, ValueKind.Number, ValueKind.Delta];

    public static IEnumerable<(Mark Words, string Slot)> Of(Draft draft)
    {
        foreach (var slot in draft.Slots.Keys.Where(slot => !draft.Tells(slot)))
        {
            if (Mark(draft.Clause, slot, draft.RefsOf(slot)) is { } words) yield return (words, slot);
        }
    }

    private static Mark? Mark(Clause clause, string slot, IReadOnlyList<string> keys) => slot switch
    {
        "close_after" or "close_before" or "next_date" or "date" or "period" => First(clause.ValuesOf(Days)) ?? Word(clause, "period"),
        "min_amount" or "max_amount" or "amount" or "currency" => First(clause.ValuesOf(Sums)),
        "days" or "value" => First(clause.Values),
        _ when keys.Count > 0 => Named(clause, keys) ?? First(clause.Marks.Of(Feature.OrdinalWord)) ?? First(clause.Marks.Of(Feature.Those)),
        _ => Word(clause, slot),
    };

    /// <summary>A name of the records, however weak, or of one that they belong to.</summary>
    private static Mark? Named(Clause clause, IReadOnlyList<string> keys) =>
        First(clause.Mentions.Where(mention => mention.Records.Any(record => keys.Contains(record.Key, StringComparer.Ordinal))).OrderByDescending(mention => mention.Strength).Select(mention => mention.Mark))
        ?? First(keys.Select(clause.Index.Get).OfType<NamedRecord>().Where(record => record.Kind == NamedKind.Deal).SelectMany(deal => Narrowing.Described(clause, deal, null)));

    private static Mark? Word(Clause clause, string list) => PhraseBook.Standard.IsLiteral($"[{list}]") ? First(clause.Words(list)) : null;

    private static Mark? First(IEnumerable<Value> values) => First(values.Select(value => value.Mark));

    private static Mark? First(IEnumerable<Mark> marks) => marks.Where(mark => mark.End > mark.Start).Select(mark => (Mark?)mark).FirstOrDefault();
}
