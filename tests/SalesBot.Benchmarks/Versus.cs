using System.Diagnostics;
using System.Globalization;

namespace SalesBot.Benchmarks;

/// <summary>Ours against the other, round by round in turn, so that the machine's mood meets both; the median round counts, the span tells the noise.</summary>
internal static class Versus
{
    /// <summary>Prints microseconds per call of both and how many times the other's cost ours is.</summary>
    /// <param name="goal">The most that the ratio should be (DESIGN.md 6), or null.</param>
    public static async Task CostAsync(string what, Func<Task> ours, Func<Task> other, int rounds, int calls, double? goal = null)
    {
        await ours();
        await other();
        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            a.Add(await MicrosAsync(ours, calls));
            b.Add(await MicrosAsync(other, calls));
        }

        var ratios = a.Zip(b, (x, y) => x / y).Order().ToList();
        Line(what, $"{Median(a):N1} µs", $"{Median(b):N1} µs", ratios, goal is null ? "" : $"≤ {goal.Value.ToString(CultureInfo.InvariantCulture)}");
    }

    public static void Head(string title, string ours, string other)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine($"  {"",-52} {ours,16} {other,16} {"ratio",8}  {"rounds",-15} goal");
    }

    public static void Line(string what, string ours, string other, IReadOnlyList<double> ratios, string goal) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-52} {ours,16} {other,16} {Median(ratios),8:0.000}  {$"{ratios.Min():0.00}…{ratios.Max():0.00}",-15} {goal}"));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task<double> MicrosAsync(Func<Task> run, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            await run();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }
}
