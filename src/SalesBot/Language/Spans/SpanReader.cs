using SalesBot.Language.Amounts;
using SalesBot.Language.Dates;
using SalesBot.Language.Numbers;
using SalesBot.Language.Text;

namespace SalesBot.Language.Spans;

/// <summary>Every date, time, amount and number of a message, in order and without overlap. A number too large to be one (1e999) is none, and a dash before 20200701 no minus.</summary>
internal static class SpanReader
{
    public static IReadOnlyList<Found> Read(NormalText text, DateTime localNow)
    {
        if (text.Length == 0) return [];
        var numbers = new NumberStarts(text);
        var dates = DateReader.Read(text, numbers, localNow);
        var days = dates.Where(static found => found.Type == FoundType.Date).Select(static found => (found.Start, found.End)).ToHashSet();
        List<Found> all = [.. dates, .. AmountReader.Read(text, numbers), .. NumberReader.Read(text, numbers).Where(found => !days.Contains((found.Start + 1, found.End)))];
        all.RemoveAll(static found => !double.IsFinite(found.Value ?? 0) || !double.IsFinite(found.High ?? 0) || !double.IsFinite(found.Seconds ?? 0));
        return [.. Settle(all, text.Length).Select(found => IsTemporal(found) ? found with { Bound = BoundWords.Around(text.Span, found) } : found)];
    }

    private static bool IsTemporal(Found found) => found.Type is FoundType.Date or FoundType.Time or FoundType.DateTime or FoundType.DateRange;

    /// <summary>Longer wins; of the same words a date wins over an amount and an amount over a bare number.</summary>
    private static List<Found> Settle(List<Found> all, int length)
    {
        var taken = new bool[length];
        var settled = new List<Found>();
        foreach (var found in all.OrderByDescending(f => f.End - f.Start).ThenBy(Rank).ThenBy(f => f.Start))
        {
            if (taken.AsSpan(found.Start, found.End - found.Start).Contains(value: true)) continue;
            taken.AsSpan(found.Start, found.End - found.Start).Fill(value: true);
            settled.Add(found);
        }

        settled.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return settled;
    }

    private static int Rank(Found found) => found.Type switch
    {
        FoundType.Number => 3,
        FoundType.Duration => 2,
        FoundType.Currency or FoundType.Percent or FoundType.Discount or FoundType.Delta or FoundType.AmountRange => 1,
        _ => 0,
    };
}
