namespace SalesBot.Calendar;

/// <summary>Days off in a row around a statutory festival, first and last included. Names: newyear, spring, qingming, labour, dragonboat, midautumn, national.</summary>
internal sealed record Break(string Name, DateOnly First, DateOnly Last)
{
    /// <summary>The days that the law fixes (State Council decree of November 2024), for a year whose plan is not published.</summary>
    public static IEnumerable<Break> ByLaw(int year)
    {
        yield return new Break("newyear", new DateOnly(year, 1, 1), new DateOnly(year, 1, 1));
        if (LunarDate.In(year, 1, 1) is { } spring) yield return new Break("spring", spring.AddDays(-1), spring.AddDays(2));
        var qingming = LunarDate.Qingming(year);
        yield return new Break("qingming", qingming, qingming);
        yield return new Break("labour", new DateOnly(year, 5, 1), new DateOnly(year, 5, 2));
        if (LunarDate.In(year, 5, 5) is { } boat) yield return new Break("dragonboat", boat, boat);
        if (LunarDate.In(year, 8, 15) is { } moon) yield return new Break("midautumn", moon, moon);
        yield return new Break("national", new DateOnly(year, 10, 1), new DateOnly(year, 10, 3));
    }
}
