using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Nudges;
using SalesBot.Nudges.Centre;
using SalesBot.Reports;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.Mail;
using SalesBot.Server.Operation;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// <c>check</c>: a line each for configuration, database, every job, outbox, channels and audit, in the language of the terminal; exit code 1
/// when a line is trouble. It changes nothing and does not have to run beside a running service.
/// </summary>
internal static class Check
{
    public static Command Verb()
    {
        var verb = new Command("check", "Say what works and what does not; exit code 1 on trouble") { CommonOptions.Language };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        await using var app = Service.Build(line);
        var now = app.Services.GetRequiredService<Uptime>().Wall;
        var says = new Localizer(app.Services.GetRequiredService<WordBook>(), CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now);
        var trouble = false;
        await foreach (var (good, area, text) in LinesAsync(app, now, stop))
        {
            trouble |= !good;
            await Console.Out.WriteLineAsync($"{(good ? "✓" : "✗")} {says.Say(area)}: {says.Say(text)}");
        }

        return trouble ? 1 : 0;
    }

    private static async IAsyncEnumerable<(bool Good, Word Area, Word Text)> LinesAsync(
        WebApplication app, DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        yield return Configuration(app);
        var database = await DatabaseAsync(app, stop);
        yield return database;
        if (database.Good)
        {
            await using var db = app.Services.GetRequiredService<Func<SalesDb>>()();
            foreach (var job in await JobStanding.ReadAsync(db, stop))
            {
                yield return (!job.IsLate(now), new Word("Check.scheduler", job.Name), new Word("Check.job", Or(job.Last, "Check.never"), Or(job.Next, "Check.unplanned")));
            }

            yield return await NudgesAsync(db, stop);
            if (await PauseNudges.InForceAsync(db, now, stop) is { } pause)
            {
                yield return (true, "Check.nudges", PauseNudges.Say(pause));
            }

            yield return await OutboxAsync(db, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), stop);
            yield return Channels(app);
            if (Sound<MailOptions>(app) is { IsOn: true } mail)
            {
                var fault = await app.Services.GetRequiredService<MailMessenger>().TryAsync(stop);
                yield return fault is null ? (true, "Check.mail", new Word("Check.mail_fine", mail.Host, mail.From)) : (false, "Check.mail", new Word("Check.mail_fails", mail.Host, fault));
            }

            foreach (var channel in On(app))
            {
                var (good, text) = await channel.TryAsync(stop);
                yield return (good, channel.Area, text);
            }

            yield return await AuditAsync(db, stop);
            foreach (var (month, hash, seed) in await SpotDraw.KnownAsync(db, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), stop))
            {
                yield return (true, "Check.spot_checks", seed is null ? new Word("Check.seed", month, hash) : new Word("Check.seed_told", month, hash, seed));
            }

            yield return await TrailAsync(db, stop);
            yield break;
        }

        yield return Channels(app);
    }

    private static (bool Good, Word Area, Word Text) Configuration(WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<IOptions<BotFrameworkOptions>>().Value;
            _ = app.Services.GetRequiredService<IOptions<MailOptions>>().Value;
            _ = app.Services.GetServices<ChannelStanding>().Count(c => c.IsOn());
            return (true, "Check.configuration", new Word("Check.environment", app.Environment.EnvironmentName));
        }
        catch (OptionsValidationException fault)
        {
            return (false, "Check.configuration", new Word("Check.wrong", string.Join(' ', fault.Failures)));
        }
    }

    private static async Task<(bool Good, Word Area, Word Text)> DatabaseAsync(WebApplication app, CancellationToken stop)
    {
        var connection = app.Services.GetRequiredService<Settings>().Connection;
        var where = SalesDbRegistration.Place(connection);
        if (!SalesDbRegistration.IsPostgres(connection) && !File.Exists(where))
        {
            return (false, "Check.database", new Word("Check.no_file", where));
        }

        try
        {
            await using var db = app.Services.GetRequiredService<Func<SalesDb>>()();
            var pending = (await db.Database.GetPendingMigrationsAsync(stop)).Count();
            return (pending == 0, "Check.database", pending == 0 ? new Word("Check.current", where) : new Word("Check.pending", pending, where));
        }
        catch (DbException fault)
        {
            return (false, "Check.database", new Word("Check.unreachable", where, fault is SqliteException lite ? lite.SqliteErrorCode.ToString(CultureInfo.InvariantCulture) : fault.SqlState ?? fault.GetType().Name));
        }
    }

    private static async Task<(bool Good, Word Area, Word Text)> NudgesAsync(SalesDb db, CancellationToken stop)
    {
        var failing = await db.Settings.Where(s => s.Name.StartsWith(NudgeRules.Failing)).OrderBy(s => s.Name).ToListAsync(stop);
        return (failing.Count == 0, "Check.nudges", failing.Count == 0 ? "Check.rules_work" : new Word("Check.rules_fail", failing.ConvertAll(s =>
            new Word("Check.rule_fails", s.Name[NudgeRules.Failing.Length..], DateTimeOffset.Parse(s.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)))));
    }

    private static async Task<(bool Good, Word Area, Word Text)> OutboxAsync(SalesDb db, DateTimeOffset now, CancellationToken stop)
    {
        var standing = await OutboxStanding.ReadAsync(db, now, stop);
        return (standing.Dead == 0 && !standing.IsStuck(now), "Check.outbox", new Word(standing.Given.Count == 0 ? "Check.letters" : "Check.letters_given_up", standing.Waiting, standing.Dead, Or(standing.OldestDue, "Check.none"), standing.Given.Select(g => new Word("Check.given_up_on", g.Channel.Length > 0 ? g.Channel : "–", g.Count)).ToList()));
    }

    /// <summary>Null for settings that are wrong, which the line of the configuration has said.</summary>
    private static T? Sound<T>(WebApplication app)
        where T : class
    {
        try
        {
            return app.Services.GetRequiredService<IOptions<T>>().Value;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    /// <summary>The messengers that are set up, without those whose settings are wrong, which the line of the configuration has said.</summary>
    private static List<ChannelStanding> On(WebApplication app) => [.. app.Services.GetServices<ChannelStanding>().Where(c =>
    {
        try
        {
            return c.IsOn();
        }
        catch (OptionsValidationException)
        {
            return false;
        }
    })];

    private static (bool Good, Word Area, Word Text) Channels(WebApplication app)
    {
        var registered = app.Configuration[$"{BotFrameworkOptions.Section}:{nameof(BotFrameworkOptions.AppId)}"];
        var others = On(app).Select(c => c.Area).ToList();
        return registered switch
        {
            { Length: > 0 } id => (true, "Check.channels", new Word("Check.teams", id)),
            _ when others.Count > 0 => (true, "Check.channels", new Word("Check.others", others)),
            _ when app.Environment.IsDevelopment() => (true, "Check.channels", "Check.practice"),
            _ => (false, "Check.channels", "Check.nobody"),
        };
    }

    private static async Task<(bool Good, Word Area, Word Text)> AuditAsync(SalesDb db, CancellationToken stop)
    {
        var last = await db.Audit.OrderByDescending(a => a.Id).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(stop);
        return (true, "Check.audit", new Word("Check.entries", await db.Audit.CountAsync(stop), await db.Audit.CountAsync(a => a.Refused, stop), Or(last, "Check.none")));
    }

    private static async Task<(bool Good, Word Area, Word Text)> TrailAsync(SalesDb db, CancellationToken stop)
    {
        var standing = await Trail.VerifyAsync(db, stop);
        return (standing.BrokenAt is null, "Check.trail", VerifyTrail.Said(standing));
    }

    private static object Or(DateTimeOffset? moment, string word) => moment is { } known ? known : new Word(word);
}
