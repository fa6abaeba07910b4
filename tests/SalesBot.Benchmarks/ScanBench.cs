using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges;

namespace SalesBot.Benchmarks;

/// <summary>Finding stalled deals (AL-01), against one SELECT by hand over all deals, and one transaction of INSERTs where something is found.</summary>
internal static class ScanBench
{
    private const string Stalled = """
        SELECT * FROM Deals d WHERE d.Status = 'Open' AND d.StageSince <= $entered AND (d.ParkedUntil IS NULL OR d.ParkedUntil <= $now)
        AND NOT EXISTS (SELECT 1 FROM Findings f WHERE f.Rule = 'stalled' AND f.SubjectId = d.Id AND f.Since > d.StageSince AND (d.ParkedUntil IS NULL OR f.Since >= d.ParkedUntil))
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
            Enter(product.Hand, now = now.AddMinutes(10));
            return Task.CompletedTask;
        }
    }

    private static int Look(Product product, DateTimeOffset now) => product.Read(Stalled, ("$entered", Company.Micros(now.AddDays(-7))), ("$now", Company.Micros(now)));

    private static void Enter(SqliteConnection hand, DateTimeOffset now)
    {
        using var command = hand.CreateCommand();
        command.CommandText = $"""
            INSERT INTO Findings (Rule, SubjectId, SubjectKey, Since, PersonId, State, FoundAt)
            SELECT 'stalled', d.Id, d.Key, d.StageSince + 604800000000, p.Id, 'Waiting', $now FROM ({Stalled}) d JOIN People p ON p.Id IN (d.OwnerId, (SELECT ManagerId FROM People WHERE Id = d.OwnerId))
            """;
        command.Parameters.AddWithValue("$entered", Company.Micros(now.AddDays(-7)));
        command.Parameters.AddWithValue("$now", Company.Micros(now));
        command.ExecuteNonQuery();
    }
}
