namespace SalesBot.People;

/// <summary>Between instants and the wall clock of an IANA zone. An unknown zone id is read as UTC+8, the zone of the default company.</summary>
internal static class Zones
{
    private static readonly TimeZoneInfo Fallback = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : Fallback;

    /// <summary>The wall time (Kind Unspecified) that a clock in the zone shows.</summary>
    public static DateTime Local(DateTimeOffset instant, string zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, Find(zone)).DateTime, DateTimeKind.Unspecified);

    /// <summary>The instant of a wall time; one that a spring-forward gap skips is moved on by the gap.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, string zone)
    {
        var tz = Find(zone);
        var wall = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (tz.IsInvalidTime(wall))
        {
            wall = wall.AddHours(1);
        }

        return new DateTimeOffset(wall, tz.GetUtcOffset(wall));
    }
}
