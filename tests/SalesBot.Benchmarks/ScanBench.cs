using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges;

namespace SalesBot.Benchmarks;

/// <summary>A look for stalled deals (AL-01): what is over is cleared, what is new is found, what climbs its ladder is looked for; against the same three statements by hand.</summary>
internal static class ScanBench
{
    private const string Stalled = """
        SELECT * FROM Deals d WHERE d.Status = 'Open' AND d.StageSince <= $entered AND (d.ParkedUntil IS NULL OR d.ParkedUntil <= $now) AND (d.FrozenUntil IS NULL OR d.FrozenUntil < $today)
        AND NOT EXISTS (SELECT 1 FROM Findings f WHERE f.Rule = 'stalled' AND f.SubjectId = d.Id AND f.PersonId = d.OwnerId AND f.State <> 'Cleared' AND f.Since > d.StageSince AND (d.ParkedUntil IS NULL OR f.Since >= d.ParkedUntil))
        """;

    private const string Clear = """
        UPDATE Findings SET State = 'Cleared', ClearedAt = $now WHERE Rule = 'stalled' AND State <> 'Cleared'
        AND NOT EXISTS (SELECT 1 FROM Deals d WHERE d.Id = SubjectId AND d.Status = 'Open' AND d.StageSince <= $entered AND d.StageSince <= Since AND (d.ParkedUntil IS NULL OR d.ParkedUntil <= $now) AND (d.FrozenUntil IS NULL OR d.FrozenUntil < $today))
        """;

    private const string Climb = """
        SELECT * FROM Findings f WHERE f.Rule = 'stalled' AND f.State <> 'Cleared' AND f.Step = 0 AND COALESCE(f.ToldAt, f.FoundAt) <= $entered AND (f.SnoozedUntil IS NULL OR f.SnoozedUntil <= $now)
        AND NOT EXISTS (SELECT 1 FROM Findings l WHERE l.Rule = f.Rule AND l.SubjectId = f.SubjectId AND l.Step = f.Step + 1 AND l.Since > f.Since AND l.State <> 'Cleared')
        """;

    /// <summary>From here on deals cross the limit minute by minute.</summary>
    private static readonly DateTimeOffset Busy = Company.Now.AddDays(2).AddMinutes(-590);

    public static async Task RunAsync(ScratchFolder folder, bool quick)
    {
        Versus.Head("scan: stalled deals, half of the deals open, one in ten of those stalled and found before", "NudgeScan", "by hand");
        foreach (var size in quick ? new[] { 10_000, 100_000 } : [10_000, 100_000, 1_000_000])
        {
            var file = folder.Path($"scan{size}.db");
            await new Company(size / 10, size).FillAsync(file);
            await using var product = new Product(file);
            var scan = new NudgeScan(product.Get<Func<SalesDb>>(), new NudgeRules([new StalledDeals()], NullLogger<NudgeRules>.Instance), product.Get<CompanyCaches>(), product.Get<Ledger>(), product.Get<NameFeed>());
            Company.Run(product.Hand, $"""
                INSERT INTO Findings (Rule, SubjectId, SubjectKey, Since, PersonId, State, FoundAt)
                SELECT 'stalled', d.Id, d.Key, d.StageSince + 604800000000, p.Id, 'Told', {Company.Micros(Company.Now)} FROM Deals d JOIN People p ON p.Id IN (d.OwnerId, (SELECT ManagerId FROM People WHERE Id = d.OwnerId))
                WHERE d.Status = 'Open' AND d.StageSince <= {Company.Micros(Company.Now.AddDays(-7))}
                """);
            await scan.RunAsync(Company.Now, CancellationToken.None);
            var (rounds, calls) = (quick ? 3 : 7, size > 100_000 ? 1 : 5);
            await Versus.CostAsync($"{size:N0} deals, nothing new", () => scan.RunAsync(Company.Now, CancellationToken.None), () => Task.FromResult(Look(product, Company.Now)), rounds, calls, 1.5);
            await NewOnesAsync(product, scan, size, rounds);
        }
    }

    /// <summary>The clock goes on ten minutes for each look; what the one side has found the other finds no more, so each looks at every second ten minutes.</summary>
    private static async Task NewOnesAsync(Product product, NudgeScan scan, int size, int rounds)
    {
        var (now, found, looks) = (Busy, 0, 0);
        await scan.RunAsync(now, CancellationToken.None);
        await Versus.CostAsync($"{size:N0} deals, some new", Ours, ByHand, rounds, 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    ({found / looks:N0} new findings each time, for two people each)"));

        async Task Ours()
        {
            found += await scan.RunAsync(now = now.AddMinutes(10), CancellationToken.None);
            looks++;
        }

        Task ByHand()
        {
            Enter(product, now = now.AddMinutes(10));
            return Task.CompletedTask;
        }
    }

    private static int Look(Product product, DateTimeOffset now)
    {
        Change(product.Hand, Clear, now);
        return product.Read(Stalled, At(now)) + product.Read(Climb, At(now));
    }

    private static void Enter(Product product, DateTimeOffset now)
    {
        Change(product.Hand, Clear, now);
        Change(product.Hand, $"""
            INSERT INTO Findings (Rule, SubjectId, SubjectKey, Since, PersonId, State, FoundAt)
            SELECT 'stalled', d.Id, d.Key, d.StageSince + 604800000000, p.Id, 'Waiting', $now FROM ({Stalled}) d JOIN People p ON p.Id IN (d.OwnerId, (SELECT ManagerId FROM People WHERE Id = d.OwnerId))
            """, now);
        product.Read(Climb, At(now));
    }

    private static void Change(SqliteConnection hand, string statement, DateTimeOffset now)
    {
        using var command = hand.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in At(now))
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static (string Name, object Value)[] At(DateTimeOffset now) =>
        [("$entered", Company.Micros(now.AddDays(-7))), ("$now", Company.Micros(now)), ("$today", now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
