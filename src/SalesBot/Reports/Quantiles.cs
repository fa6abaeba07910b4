namespace SalesBot.Reports;

/// <summary>Median and other quantiles of a handful of figures.</summary>
internal static class Quantiles
{
    /// <summary>The value below or at which that share of them lies, between two neighbours in proportion; 0.5 is the median.</summary>
    /// <param name="values">At least one, in any order.</param>
    public static double At(IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToList();
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
