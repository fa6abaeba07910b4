using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Nudges;
using SalesBot.Nudges.Centre;
using SalesBot.Reports;
using SalesBot.Server.Operation;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// <c>check</c>: a line each for configuration, database, every job, outbox, audit and every messenger, in the language of the terminal; exit code 1
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
        await using var app = Service.Build(line, quiet: true);
        var now = app.Services.GetRequiredService<Uptime>().Wall;
        var says = new Localizer(app.Services.GetRequiredService<WordBook>(), CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now);
        var trouble = false;
        await foreach (var (good, area, text) in LinesAsync(app, now, stop))
        {
            trouble |= good is false;
            await Console.Out.WriteLineAsync($"{(good is null ? "–" : good.Value ? "✓" : "✗")} {says.Say(area)}: {says.Say(text)}");
        }

        return trouble ? 1 : 0;
    }

    private static async IAsyncEnumerable<(bool? Good, Word Area, Word Text)> LinesAsync(
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
            yield return await AuditAsync(db, stop);
            foreach (var (month, hash, seed) in await SpotDraw.KnownAsync(db, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), stop))
            {
                yield return (true, "Check.spot_checks", seed is null ? new Word("Check.seed", month, hash) : new Word("Check.seed_told", month, hash, seed));
            }

            yield return await TrailAsync(db, stop);
        }

        await foreach (var line in CheckChannels.LinesAsync(app.Services, app.Environment.IsDevelopment(), stop))
        {
            yield return line;
        }
    }

    private static (bool Good, Word Area, Word Text) Configuration(WebApplication app) =>
        CheckChannels.Faults(app.Services) is { Count: > 0 } faults ? (false, "Check.configuration", new Word("Check.wrong", string.Join(' ', faults))) : (true, "Check.configuration", new Word("Check.environment", app.Environment.EnvironmentName));

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
