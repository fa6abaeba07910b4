using SalesBot.Language.Grammar;
using SalesBot.Language.Numbers;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Amounts;

/// <summary>Amounts of money with a currency, amount ranges, discounts, percentages and changes. A bare scaled number (50w) is the number reader's.</summary>
internal static class AmountReader
{
    private static readonly GrammarTable Table = new(["currencies.txt", "amounts.txt"], AmountRules.All);

    private static readonly Dictionary<int, double> Wanted = new()
    {
        [Table.Symbol("skip")] = 0.5,
        [Table.Symbol("amountrange")] = 0.12,
        [Table.Symbol("delta")] = 0.10,
        [Table.Symbol("discount")] = 0.08,
        [Table.Symbol("currency")] = 0.06,
        [Table.Symbol("percent")] = 0.04,
    };

    public static IReadOnlyList<Found> Read(NormalText text, NumberStarts numbers) =>
        [.. Cover.Best(Chart.Parse(Table, text, numbers, DateTime.UnixEpoch), text, static node => Wanted.TryGetValue(node.Symbol, out var bonus) ? bonus : null).Select(Found).OfType<Found>()];

    private static Found? Found(Node node) => node.Value switch
    {
        Money { High: { } high } range => new Found(FoundType.AmountRange, node.Start, node.End) { Value = range.Value, High = high, Currency = range.Currency, Bare = range.Bare, Scaled = true },
        Money money => new Found(FoundType.Currency, node.Start, node.End) { Value = money.Value, Currency = money.Currency },
        Discount discount => new Found(FoundType.Discount, node.Start, node.End) { Value = discount.Factor },
        Percentage percent => new Found(FoundType.Percent, node.Start, node.End) { Value = percent.Value },
        Change change => new Found(FoundType.Delta, node.Start, node.End) { Value = change.Value, Currency = change.Currency, OfPercent = change.OfPercent, Bare = change.Bare, SignByWord = change.ByWord },
        _ => null,
    };
}
