using System.CommandLine;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Nudges;
using SalesBot.Nudges.Trial;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// <c>rehearse</c>: which nudges would go to whom on the coming days if nobody did anything, hour by hour on a clock of its own. It runs the
/// real rounds on a copy of the database that is thrown away; nothing is sent and nothing changes.
/// </summary>
internal static class Rehearse
{
    private const int MostDays = 366;
    private static readonly Option<int> Days = new("--days") { Description = "How many days to look ahead, 1 to 366", Required = true };
    private static readonly Option<string[]> Rules = new("--rule") { Description = "NAME=VALUE, as if it were laid down so: stalled=9, silent=45, cadence.A=10, payment=off, budget=4; may be given several times" };

    public static System.CommandLine.Command Verb()
    {
        var verb = new System.CommandLine.Command("rehearse", "Print the nudges of the coming days; changes nothing") { Days, Rules, CommonOptions.Language };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        var settings = CommonOptions.Over(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddEnvironmentVariables().Build(), line);
        var book = new WordBook();
        var now = settings.Now ?? Machine.Clock.GetUtcNow();
        var days = line.GetValue(Days);
        Word? refusal = (SalesDbRegistration.IsPostgres(settings.Connection), days is >= 1 and <= MostDays, File.Exists(SalesDbRegistration.Place(settings.Connection))) switch
        {
            (_, false, _) => new Word("Rehearse.days", MostDays),
            (true, _, _) => "Rehearse.sqlite_only",
            (_, _, false) => new Word("Check.no_file", SalesDbRegistration.Place(settings.Connection)),
            _ => null,
        };
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(new Localizer(book, CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now).Say(refusal));
            return 2;
        }

        var copy = Directory.CreateTempSubdirectory("salesbot-rehearsal-").FullName;
        try
        {
            var file = Path.Combine(copy, "rehearsal.db");
            Copy(settings.Connection, file);
            await using var services = new ServiceCollection().AddLogging().AddSalesBot(file, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(copy)).BuildServiceProvider();
            if (await LayAsync(services, line.GetValue(Rules) ?? [], now, stop) is { } bad)
            {
                await Console.Error.WriteLineAsync(new Localizer(book, CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now).Say(bad));
                return 2;
            }

            var told = await PlayAsync(services, now, now.AddDays(days), (person, at) => new Localizer(book, CommonOptions.Speaks(line), person.TimeZone, at), stop);
            await Console.Out.WriteLineAsync(new Localizer(book, CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now).Say(new Word("Rehearse.total", told, new Word("Count.days", days))));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(copy, recursive: true);
        }

        return 0;
    }

    /// <summary>By SQLite's own backup, which is consistent while the service writes; a lock that somebody holds is waited for, up to half a minute.</summary>
    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(SalesDbRegistration.SqliteConnectionString(from) + ";Mode=ReadOnly");
        using var target = new SqliteConnection(SalesDbRegistration.SqliteConnectionString(to));
        source.Open();
        target.Open();
        // The driver waits by itself for commands only.
        using var patience = source.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout = 30000";
        patience.ExecuteNonQuery();
        source.BackupDatabase(target);
    }

    /// <summary>Brings the copy up to date and lays down what is to be tried; returns why that cannot be.</summary>
    private static async Task<Word?> LayAsync(IServiceProvider services, IReadOnlyList<string> rules, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        await db.Database.MigrateAsync(stop);
        if (rules.Count == 0)
        {
            return null;
        }

        var laid = await Definitions.LoadAsync(db, stop);
        var (before, choice) = (new RuleChoice(NudgeBook.In(laid), SalesProcess.In(laid)), new RuleChoice(NudgeBook.In(laid), SalesProcess.In(laid)));
        foreach (var rule in rules)
        {
            var (with, bad) = choice.With(rule);
            if (with is null)
            {
                return bad;
            }

            choice = with;
        }

        db.Add(Definitions.Next(NudgeBook.Name, before.Book.Version, NudgeFile.Write(choice.Book), now));
        db.Add(Definitions.Next(SalesProcess.Name, before.Process.Version, ProcessFile.Write(choice.Process), now));
        await db.SaveChangesAsync(stop);
        return null;
    }

    private static async Task<int> PlayAsync(IServiceProvider services, DateTimeOffset from, DateTimeOffset to, Func<Person, DateTimeOffset, Localizer> says, CancellationToken stop)
    {
        var open = services.GetRequiredService<Func<SalesDb>>();
        await using var db = open();
        var (count, last) = (0, await db.Outbox.MaxAsync(o => (long?)o.Id, stop) ?? 0);
        for (var now = from; now < to; now += TimeSpan.FromHours(1))
        {
            await services.GetRequiredService<NudgeScan>().RunAsync(now, stop);
            if (await services.GetRequiredService<NudgeDelivery>().RunAsync(now, stop) == 0)
            {
                continue;
            }

            var letters = await db.Outbox.AsNoTracking().Include(o => o.Person).Where(o => o.Id > last).OrderBy(o => o.Id).ToListAsync(stop);
            foreach (var letter in letters)
            {
                var text = JsonSerializer.Deserialize<RenderedReply>(letter.Content)!.Text.ReplaceLineEndings(" ");
                await Console.Out.WriteLineAsync($"{says(letter.Person, now).Say(now)}\t{letter.Person.Name}\t{Kind(letter.Subject)}\t{text}");
                count++;
            }

            last = letters.Count > 0 ? letters[^1].Id : last;
        }

        return count;
    }

    /// <summary>The rule, or what the message is about where it is a card of its own: <c>nudge:silent:…</c> is silent, <c>approval:P1…</c> approval.</summary>
    private static string Kind(string? subject) => (subject ?? "").Split(':') is ["nudge", var rule, ..] ? rule : (subject ?? "").Split(':')[0];
}
