using System.CommandLine;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Nudges;
using SalesBot.Nudges.Trial;
using SalesBot.Process;
using SalesBot.Server.Jobs;
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
    private static readonly Option<bool> Lines = new("--lines") { Description = "Print every line of each message as its reader sees it, and its buttons" };

    public static System.CommandLine.Command Verb()
    {
        var verb = new System.CommandLine.Command("rehearse", "Print the nudges of the coming days, each as its reader gets it, with --language all of them in that language; changes nothing") { Days, Rules, Lines, CommonOptions.Language };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        var settings = CommonOptions.Over(CommonOptions.Configuration(), line);
        var book = new WordBook();
        var now = settings.Now ?? Machine.Clock.GetUtcNow();
        var days = line.GetValue(Days);
        Word? refusal = days is >= 1 and <= MostDays ? null : new Word("Rehearse.days", MostDays);
        var copy = Directory.CreateTempSubdirectory("salesbot-rehearsal-").FullName;
        try
        {
            var file = Path.Combine(copy, "rehearsal.db");
            refusal ??= await RehearsalCopy.MakeAsync(settings.Connection, file, stop);
            await using var services = new ServiceCollection().AddLogging().AddSalesBot(file, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(copy)).AddSingleton<Clocks>().BuildServiceProvider();
            refusal ??= await LayAsync(services, line.GetValue(Rules) ?? [], (CommonOptions.Speaks(line), line.GetValue(CommonOptions.Language) is not null), now, stop);
            if (refusal is not null)
            {
                await Console.Error.WriteLineAsync(new Localizer(book, CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now).Say(refusal));
                return 2;
            }

            var told = await PlayAsync(services, now, now.AddDays(days), new Print(book, CommonOptions.Speaks(line), line.GetValue(Lines)), stop);
            await Console.Out.WriteLineAsync(new Localizer(book, CommonOptions.Speaks(line), TimeZoneInfo.Local.Id, now).Say(new Word("Rehearse.total", told, new Word("Count.days", days))));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(copy, recursive: true);
        }

        return 0;
    }

    /// <summary>Brings the copy up to date, in the reader's language, and lays down what is to be tried; returns why that cannot be.</summary>
    /// <param name="language">The reader's, and whether they asked to have all of it in this one.</param>
    private static async Task<Word?> LayAsync(IServiceProvider services, IReadOnlyList<string> rules, (string Name, bool OfAll) language, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        await db.Database.MigrateAsync(stop);
        // Whose language nobody knows yet reads what whoever asks reads.
        await db.People.Where(p => language.OfAll || p.Language == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, language.Name), stop);
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

    /// <summary>Returns the number of messages. Those that already wait when it begins are no part of it.</summary>
    private static async Task<int> PlayAsync(IServiceProvider services, DateTimeOffset from, DateTimeOffset to, Print print, CancellationToken stop)
    {
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        var (count, first) = (0, await db.Outbox.MaxAsync(o => (long?)o.Id, stop) ?? 0);
        for (var now = from; now < to; now = await NextAsync(db, now, stop))
        {
            await services.GetRequiredService<Clocks>().RunAsync(now, stop);
            await services.GetRequiredService<NudgeScan>().RunAsync(now, stop);
            await services.GetRequiredService<NudgeDelivery>().RunAsync(now, stop);
            var letters = await db.Outbox.AsNoTracking().Include(o => o.Person).Where(o => o.Id > first && o.State == OutboxState.Waiting && o.NextAttemptAt <= now).OrderBy(o => o.Id).ToListAsync(stop);
            // A card that is renewed is no message.
            foreach (var letter in letters.Where(l => l.UpdatesActivityId is null))
            {
                await print.LetterAsync(letter, now);
                count++;
            }

            var ids = letters.ConvertAll(l => l.Id);
            await db.Outbox.Where(o => ids.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Accepted), stop);
        }

        return count;
    }

    /// <summary>Hour by hour, on the hour, at whatever minute it began, as work and clocks begin there; around what has a time of its own by quarters, as it is told of shortly before.</summary>
    private static async Task<DateTimeOffset> NextAsync(SalesDb db, DateTimeOffset now, CancellationToken stop)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var (first, last) = (day.AddDays(-1), day.AddDays(1));
        var step = await db.Todos.AnyAsync(t => t.DoneAt == null && t.DueAt != null && t.DueOn >= first && t.DueOn <= last, stop) ? TimeSpan.FromMinutes(15) : TimeSpan.FromHours(1);
        return new DateTimeOffset(((now.UtcTicks / step.Ticks) + 1) * step.Ticks, TimeSpan.Zero);
    }

    private sealed record Print(WordBook Book, string Language, bool Lines)
    {
        public async Task LetterAsync(OutboxMessage letter, DateTimeOffset now)
        {
            var reply = JsonSerializer.Deserialize<RenderedReply>(letter.Content)!;
            var words = new Localizer(Book, Language, letter.Person.TimeZone, now);
            await Console.Out.WriteLineAsync($"{words.Say(now)}\t{words.Say(letter.Person)}\t{Kind(letter.Subject)}\t{reply.Text.ReplaceLineEndings(" ")}");
            // The headline stands in the first line already.
            foreach (var text in Lines && reply.Card is { } card ? CardLines.Of(card).SkipWhile(text => reply.Text.StartsWith(text, StringComparison.Ordinal)) : [])
            {
                await Console.Out.WriteLineAsync("\t" + text);
            }
        }
    }

    /// <summary>The rule, or what the message is about where it is a card of its own: <c>nudge:silent:…</c> is silent, <c>approval:P1…</c> approval.</summary>
    private static string Kind(string? subject) => (subject ?? "").Split(':') is ["nudge", var rule, ..] ? rule : (subject ?? "").Split(':')[0];
}
