using System.Globalization;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“盛京两个单都推到下月”, "push both Redwood deals to next month": as many deals as the words count are all meant, not one of them.</summary>
internal static class BothDeals
{
    private static readonly string[] Orders = ["update_close_date", "move_stage"];

    public static IReadOnlyList<Frame> Each(Clause clause, Frame frame, ScoredIntent intent)
    {
        if (!Orders.Contains(frame.Intent, StringComparer.Ordinal) || Count(clause) is not { } count) return [frame];
        var customers = clause.Named(NamedKind.Customer, NameStrength.Short).SelectMany(mention => mention.Records).DistinctBy(record => record.Key, StringComparer.Ordinal).ToList();
        if (customers is not [var customer] || clause.Named(NamedKind.Deal, NameStrength.Short).Any()) return [frame];
        var deals = clause.Index.Of(customer.Key, NamedKind.Deal).Where(deal => deal.IsOpen && clause.Message.MaySee(deal)).OrderBy(deal => deal.Key, StringComparer.Ordinal).ToList();
        return deals.Count != count || deals.Exists(deal => Narrowing.Describes(clause, deal, customer)) ? [frame]
            : deals.ConvertAll(deal => Choice.Frame(clause, intent, new Subject { Deals = [deal], Customers = [customer], Said = true }) with { Confidence = 1 });
    }

    /// <summary>“两个都”, not the first characters of “两个月”.</summary>
    private static int? Count(Clause clause) =>
        clause.Words("both_of").FirstOrDefault(word => !clause.Values.Any(value => value.Kind is not ValueKind.Number && value.Mark.Overlaps(word.Start, word.End))).Value is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null;
}
