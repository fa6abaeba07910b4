using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Server;
using SalesBot.Server.Cli;
using SalesBot.Server.Operation;
using SalesBot.Telemetry;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Operation;

/// <summary>The whole service as it runs for real, on each database: scheduler, health and numbers.</summary>
public sealed class ProbeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_scheduler_runs_every_job_and_goes_on_after_a_restart(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store);
        for (var start = 0; start < 2; start++)
        {
            await using var app = await StartAsync(database);
            await RanAsync(app, "scan", "tell");
            var jobs = await LookAsync(app, db => JobStanding.ReadAsync(db, CancellationToken.None));
            Assert.Equal(["scan", "tell"], jobs.Select(j => j.Name).Order(StringComparer.Ordinal).Where(n => n is "scan" or "tell"), StringComparer.Ordinal);
            Assert.All(jobs.Where(j => j.Name is "scan" or "tell"), j => Assert.InRange(j.Next!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-5), j.Every + TimeSpan.FromSeconds(5)));
            await app.StopAsync();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Health_and_numbers_are_told(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store);
        await using var app = await StartAsync(database);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var turn = new Turn(TurnKind.Said, new Address("probe\"s", "c", "u", IsGroup: false, null, ""), "a", TimeProvider.System.GetUtcNow()) { Text = "hello" };
        await app.Services.GetRequiredService<TurnRunner>().RunAsync(turn, CancellationToken.None);
        await app.Services.GetRequiredService<TurnRunner>().RunAsync(turn, CancellationToken.None);

        using var health = await http.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("ok", (string?)JsonNode.Parse(await health.Content.ReadAsStringAsync())!["status"]);
        var numbers = await http.GetStringAsync("/metrics");
        Assert.Contains("salesbot_turns_total{channel=\"probe\\\"s\",command=\"unknown\",outcome=\"refused\"} 1\n", numbers, StringComparison.Ordinal);
        Assert.Contains("salesbot_turns_total{channel=\"probe\\\"s\",command=\"none\",outcome=\"repeated\"} 1\n", numbers, StringComparison.Ordinal);
        Assert.Contains("salesbot_turn_duration_seconds_bucket{channel=\"probe\\\"s\",le=\"+Inf\"} 2\n", numbers, StringComparison.Ordinal);
        Assert.Contains("salesbot_outbox_waiting 0\n", numbers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_out_of_reach_is_told_and_nothing_more()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite);
        await using var app = await StartAsync(database);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await LookAsync(app, db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "Outbox" RENAME TO "Gone" """));
        using var health = await http.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.DoesNotContain("Outbox", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("salesbot_database_up 0\n", await http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_fault_quotes_is_not_logged()
    {
        var fault = Assert.Throws<InvalidOperationException>(void () => throw new InvalidOperationException("said 1", new FormatException("said 2")));
        var text = Fault.Describe(fault);
        Assert.DoesNotContain("said", text, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", text, StringComparison.Ordinal);
        Assert.Contains(nameof(What_a_fault_quotes_is_not_logged), text, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(TestDatabase database)
    {
        var app = Service.Build(CommandLine.Root().Parse(["--urls", "http://127.0.0.1:0", "--database", database.Connection]));
        await Preparation.RunAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    /// <summary>Waits until each job has run to its end once since now: a trigger that is due at start may be quicker than the listener, so each is fired by hand too.</summary>
    private static async Task RanAsync(WebApplication app, params string[] jobs)
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var ran = new Ran(jobs);
        scheduler.ListenerManager.AddJobListener(ran);
        foreach (var job in jobs)
        {
            await scheduler.TriggerJob(new JobKey(job));
        }

        await ran.All.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<T> LookAsync<T>(WebApplication app, Func<SalesDb, Task<T>> query)
    {
        await using var db = app.Services.GetRequiredService<Func<SalesDb>>()();
        return await query(db);
    }

    private sealed class Ran(IEnumerable<string> jobs) : IJobListener
    {
        private readonly HashSet<string> open = [.. jobs];
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => nameof(Ran);

        public Task All => all.Task;

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (jobException is not null)
            {
                all.TrySetException(jobException);
            }

            lock (open)
            {
                open.Remove(context.JobDetail.Key.Name);
                if (open.Count == 0)
                {
                    all.TrySetResult();
                }
            }

            return default;
        }
    }
}
