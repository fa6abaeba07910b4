using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>How many days a deal may stand in one stage before it counts as stalled (AL-01): a week, or what an admin has set (AL-04).</summary>
internal static class StallLimit
{
    private const int Usual = 7;
    private const int Most = 365;

    /// <summary>The name of the <see cref="Setting"/>, also in sentences.</summary>
    public const string Name = "stall_days";

    public static async Task<int> DaysAsync(SalesDb db, CancellationToken cancellationToken) =>
        int.TryParse(await db.Settings.Where(s => s.Name == Name).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken), CultureInfo.InvariantCulture, out var days) ? days : Usual;

    /// <summary>For the whole company, from the next scan on.</summary>
    public static async Task<Reply> SetAsync(Act act, string? value, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            return Question.For(act, "value");
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var after) || after is < 1 or > Most)
        {
            return Act.Say(new Word("StallLimit.bad", value, Most));
        }

        var before = await DaysAsync(act.Db, cancellationToken);
        if (before == after)
        {
            return Act.Say(new Word("StallLimit.same", before));
        }

        await PutAsync(act, before, after, cancellationToken);
        return Act.Say(new Word("StallLimit.set", before, after));
    }

    /// <summary>With an entry of its own in the trail, as a setting is no business record.</summary>
    private static async Task PutAsync(Act act, int before, int after, CancellationToken cancellationToken)
    {
        var setting = await act.Db.Settings.FirstOrDefaultAsync(s => s.Name == Name, cancellationToken);
        if (setting is null)
        {
            setting = new Setting { Name = Name };
            act.Db.Settings.Add(setting);
        }

        setting.Value = after.ToString(CultureInfo.InvariantCulture);
        var change = new Change(ChangeKind.Changed, nameof(Setting), Name, [new FieldChange(nameof(Setting.Value), ChangeLog.Text(before), ChangeLog.Text(after))]);
        act.Db.Audit.Add(new AuditEntry { Key = Keys.New('U'), At = act.Now, PersonId = act.Me.Id, Command = "settings", Changes = ChangeLog.ToJson([change]) });
    }
}
