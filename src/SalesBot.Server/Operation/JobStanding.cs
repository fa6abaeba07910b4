using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Server.Jobs;

namespace SalesBot.Server.Operation;

/// <summary>One job of the schedule: when it last ran to its end, on any node, and when Quartz means to run it next.</summary>
internal sealed record JobStanding(string Name, TimeSpan Every, DateTimeOffset? Last, DateTimeOffset? Next)
{
    /// <summary>A round may take a while, and a node may have been restarted: three periods and a minute are too long for anything but trouble.</summary>
    public bool IsLate(DateTimeOffset now) => Last is null || now - Last > (3 * Every) + TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<JobStanding>> ReadAsync(SalesDb db, CancellationToken stop)
    {
        var runs = await db.Settings.Where(s => s.Name.StartsWith(ScheduledJob.LastRun)).ToDictionaryAsync(s => s.Name, s => s.Value, StringComparer.Ordinal, stop);
        var next = await NextAsync(db, stop);
        return [.. Schedule.EverySeconds.Select(job => new JobStanding(
            job.Key, TimeSpan.FromSeconds(job.Value), runs.TryGetValue(ScheduledJob.LastRun + job.Key, out var last) ? At(last) : null, next.GetValueOrDefault(job.Key)))];
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>From Quartz's own table, so that no scheduler has to be started to look; empty before the first start made it. Times are UTC ticks.</summary>
    private static async Task<Dictionary<string, DateTimeOffset?>> NextAsync(SalesDb db, CancellationToken stop)
    {
        var there = db.Database.IsNpgsql()
            ? await db.Database.SqlQuery<int>($"""SELECT COUNT(*)::int AS "Value" FROM information_schema.tables WHERE table_name = 'qrtz_triggers'""").SingleAsync(stop)
            : await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND lower(name) = 'qrtz_triggers'").SingleAsync(stop);
        if (there == 0)
        {
            return [];
        }

        var rows = await db.Database.SqlQuery<Trigger>($"""SELECT trigger_name AS "Name", next_fire_time AS "Ticks" FROM qrtz_triggers""").ToListAsync(stop);
        return rows.ToDictionary(r => r.Name, r => r.Ticks is > 0 and { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null, StringComparer.Ordinal);
    }

    private sealed record Trigger(string Name, long? Ticks);
}
