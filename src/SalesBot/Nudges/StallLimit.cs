using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>How many days a deal may stand in its stage before it counts as stalled (AL-01): what the process in force says of the stage, which an admin sets for all of them at once (AL-04).</summary>
internal static class StallLimit
{
    /// <summary>Days, for a stage in which nothing stalls.</summary>
    public const int Never = 36_500;

    private const int Most = 365;

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

    /// <summary>For every stage in which deals stall, from the next scan on.</summary>
    public static Reply Set(Act act, string? value)
    {
        if (value is null)
        {
            return Question.For(act, "value");
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var after) || after is < 1 or > Most)
        {
            return Act.Say(new Word("StallLimit.bad", value, Most));
        }

        var process = act.Process;
        if (process.UsualStallDays > 0 && process.Open.All(s => s.StallDays is 0 || s.StallDays == after))
        {
            return Act.Say(new Word("StallLimit.same", after));
        }

        act.Db.Add(Definitions.Next(SalesProcess.Name, process.Version, ProcessFile.Write(With(process, after)), act.Now, act.Me.Id));
        return Act.Say(new Word("StallLimit.set", process.UsualStallDays, new Word("Count.days", after)));
    }

    private static SalesProcess With(SalesProcess process, int days) =>
        process with { Stages = [.. process.Stages.Select(s => s.StallDays > 0 || (process.UsualStallDays == 0 && s.Id != SalesProcess.Won) ? s with { StallDays = days } : s)] };
}
