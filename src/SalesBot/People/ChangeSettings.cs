using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.Nudges.Centre;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>How the bot behaves towards one person: language, daily digest, working hours, time zone; an admin also sets the company's stall limit. With nothing named it shows them.</summary>
internal sealed partial class ChangeSettings : Command
{
    public override CommandSpec Spec { get; } = new("settings", Permission.Member) { MayAsk = ["value"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var me = await act.Db.People.FirstAsync(p => p.Id == act.Me.Id, cancellationToken);
        var (setting, value) = (act.Slots.Text("setting"), act.Slots.Text("value"));
        if (setting is "notifications" && act.Me.May(Permission.Administer) && RuleWords.Lists.In("rule", act.Said) is not null)
        {
            return await RuleSwitch.InsteadAsync(act, cancellationToken);
        }

        if (setting is null || (value is null && setting is "notifications"))
        {
            return Shown(me);
        }

        if (setting == StallLimit.Name)
        {
            return await StallDaysAsync(act, cancellationToken);
        }

        var (done, bad) = setting switch
        {
            "language" => (SetLanguage(me, value), new Word("Settings.bad_language")),
            "daily_digest" => (SetDigest(me, value), new Word("Settings.bad_time")),
            "working_hours" => (SetHours(me, value), new Word("Settings.bad_hours")),
            "quiet_hours" when IsQuiet(me, value) => (false, new Word("Settings.quiet_already")),
            "quiet_hours" => (SetHours(me, Turned(me, value)), new Word("Settings.bad_hours")),
            "time_zone" => (SetZone(me, value), new Word("Settings.bad_zone")),
            _ => (false, new Word("Settings.unknown")),
        };
        if (!done)
        {
            return value is null && bad.Key != "Settings.unknown" ? Question.For(act, "value") : Shown(me, bad);
        }

        return act.Receipt("Receipt.settings") with { Language = me.Language };
    }

    private static async Task<Reply> StallDaysAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Me.May(Permission.Administer))
        {
            return await StallDays.InsteadAsync(act, cancellationToken);
        }

        Ledger.Refusal(act.Db, act.Me, "settings", act.Now);
        return Act.Say("Settings.admin_only");
    }

    private static bool SetLanguage(Person me, string? value)
    {
        if (value is not { Length: >= 2 } || !WordBook.Languages.Any(l => l.StartsWith(value[..2], StringComparison.OrdinalIgnoreCase)) || value.EndsWith("TW", StringComparison.Ordinal))
        {
            return false;
        }

        me.Language = WordBook.Serving(value);
        return true;
    }

    private static bool SetDigest(Person me, string? value)
    {
        me.DigestAt = value is "off" or "false" ? null : value is "on" or "true" ? new TimeOnly(9, 0) : Clock(value) ?? me.DigestAt;
        return value is "off" or "false" or "on" or "true" || Clock(value) is not null;
    }

    private static bool SetHours(Person me, string? value)
    {
        if (value is null || Hours().Match(value) is not { Success: true } match || Clock(match.Groups["from"].Value) is not { } from || Clock(match.Groups["to"].Value) is not { } to || from >= to)
        {
            return false;
        }

        (me.WorkFrom, me.WorkTo) = (from, to);
        return true;
    }

    private static bool SetZone(Person me, string? value)
    {
        if (value is null || !TimeZoneInfo.TryFindSystemTimeZoneById(value, out _))
        {
            return false;
        }

        me.TimeZone = value;
        return true;
    }

    /// <summary>Quiet from 18:00 to 09:00 is work from 09:00 to 18:00; an end that was left out stays as it is.</summary>
    private static string? Turned(Person me, string? value) => Quiet(value) is { } quiet ? string.Create(CultureInfo.InvariantCulture, $"{quiet.To ?? me.WorkFrom:HH:mm}-{quiet.From ?? me.WorkTo:HH:mm}") : value;

    /// <summary>Nothing is sent then as it is.</summary>
    private static bool IsQuiet(Person me, string? value) => Quiet(value) is (var from, var to) && (from is null || to is null ? (from ?? me.WorkTo) >= me.WorkTo && (to ?? me.WorkFrom) <= me.WorkFrom : (from, to) == (me.WorkTo, me.WorkFrom));

    private static (TimeOnly? From, TimeOnly? To)? Quiet(string? value)
    {
        var ends = value?.Split('-') ?? [];
        var (from, to) = (Clock(ends.ElementAtOrDefault(0)), Clock(ends.ElementAtOrDefault(1)));
        var isRead = ends.Length is 1 or 2 && (from is not null || ends[0].Length == 0) && (to is not null || ends.Length == 1 || ends[1].Length == 0);
        return isRead && (from ?? to) is not null ? (from, to) : null;
    }

    private static TimeOnly? Clock(string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static Reply Shown(Person me, Word? remark = null)
    {
        var digest = me.DigestAt is { } at ? new Word("Settings.digest", at.ToString("HH:mm", CultureInfo.InvariantCulture)) : new Word("Settings.digest_off");
        List<Word> lines =
        [
            .. remark is null ? [] : new[] { remark },
            new Word(me.Language is null ? "Settings.language_auto" : "Settings.language." + WordBook.Serving(me.Language)),
            digest,
            new Word("Settings.hours", me.WorkFrom.ToString("HH:mm", CultureInfo.InvariantCulture), me.WorkTo.ToString("HH:mm", CultureInfo.InvariantCulture), me.TimeZone),
        ];
        Button[] buttons =
        [
            Set("Button.inChinese", "language", WordBook.Chinese), Set("Button.english", "language", WordBook.English),
            me.DigestAt is null ? Set("Button.digest_on", "daily_digest", "on") : Set("Button.digest_off", "daily_digest", "off"),
        ];
        return new Reply(new View("text", new { Title = new Word("Command.settings"), Paragraphs = lines, Buttons = buttons }, remark ?? "Command.settings"));
    }

    private static Button Set(string title, string setting, string value) => new(title, "settings", new Slots { ["setting"] = setting, ["value"] = value });

    [GeneratedRegex(@"^(?<from>\d{1,2}:\d\d)\s*(-|–|~|\.\.|to)\s*(?<to>\d{1,2}:\d\d)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hours();
}
