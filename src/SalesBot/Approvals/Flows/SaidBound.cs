using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Approvals.Flows;

/// <summary>A bound as somebody says it: "500k", “50万到200万”, "US$ 2m", "20 %".</summary>
/// <param name="Sum">In full units; of two the lower.</param>
/// <param name="Below">The upper of two; null where one was said.</param>
/// <param name="Percent">A share, or what a discount takes off.</param>
/// <param name="Currency">ISO 4217; null where none was said.</param>
internal sealed record SaidBound(decimal? Sum, decimal? Below, decimal? Percent, string? Currency)
{
    /// <summary>A number alone is a sum from here on.</summary>
    private const double LeastSum = 1000;

    public static SaidBound Of(string? text, DateTime now)
    {
        var found = SpanReader.Read(NormalText.Of(text), now);
        var sums = found.Where(one => one.Type is FoundType.Currency or FoundType.AmountRange || (one.Type == FoundType.Number && (one.Scaled || one.Value >= LeastSum))).ToList();
        var figures = sums.SelectMany(one => new[] { one.Value, one.High }).OfType<double>().Where(value => value > 0).Select(value => (decimal)value).Distinct().Order().ToList();
        var share = found.Select(one => one.Type switch { FoundType.Percent => one.Value, FoundType.Discount => (1 - one.Value) * 100, FoundType.Delta when one.OfPercent => Math.Abs(one.Value ?? 0), _ => null }).FirstOrDefault(value => value is not null);
        var currency = sums.Select(one => one.Currency).FirstOrDefault(code => code is not null) ?? (text?.Contains('$', StringComparison.Ordinal) == true ? "USD" : null);
        return new SaidBound(figures.Count is 1 or 2 ? figures[0] : null, figures.Count == 2 ? figures[1] : null, share is { } percent ? decimal.Round((decimal)percent, 2) : null, currency);
    }
}
