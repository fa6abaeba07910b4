using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Process;

namespace SalesBot.Nudges;

/// <summary>How many days a deal may stand in its stage before it counts as stalled (AL-01): what the process in force says of the stage, which an admin sets for all of them at once (AL-04).</summary>
internal static class StallLimit
{
    /// <summary>Days, for a stage in which nothing stalls.</summary>
    public const int Never = 36_500;

    public const int Most = 365;

    /// <summary>The name of the setting in sentences, and once of a <see cref="Setting"/>.</summary>
    public const string Name = "stall_days";

    /// <summary>A limit that was set while it was a setting of its own becomes a version of the process. The caller saves.</summary>
    public static async Task AdoptAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Settings.FirstOrDefaultAsync(s => s.Name == Name, cancellationToken) is not { } setting)
        {
            return;
        }

        db.Remove(setting);
        if (int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && await Definitions.NewestAsync(db, SalesProcess.Name, cancellationToken) is null)
        {
            db.Add(Definitions.Next(SalesProcess.Name, 0, ProcessFile.Write(With(SalesProcess.Shipped, days)), now));
        }
    }

    /// <summary>Days; of a stage that is not on the ladder those of most stages.</summary>
    public static int Of(SalesProcess process, string stage) =>
        (process.Find(stage)?.StallDays ?? process.UsualStallDays) is var days and > 0 ? days : Never;

    /// <summary>With so many days in every stage in which deals stall.</summary>
    public static SalesProcess With(SalesProcess process, int days) =>
        process with { Stages = [.. process.Stages.Select(s => s.StallDays > 0 || (process.UsualStallDays == 0 && s.Id != SalesProcess.Won) ? s with { StallDays = days } : s)] };
}
