using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Tests.Operation;

/// <summary>The service is ended in the middle of its work, started again, and gets everything delivered again that it did not acknowledge.</summary>
public sealed class StopTests : IDisposable
{
    private const int Turns = 40;
    private const string Said = "顺便说一句绝密暗号";
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-stop-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_lost_and_nothing_doubled(bool killed)
    {
        await using var platform = await ReplySink.StartAsync();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        List<string> deals;
        var acknowledged = new ConcurrentBag<int>();
        await using (var first = await ServerProcess.ServeAsync(folder))
        {
            deals = await LookAsync(db => db.Deals.Where(d => d.Status == DealStatus.Open).OrderBy(d => d.Id).Select(d => d.Key).Take(Turns).ToListAsync());
            Assert.Equal(Turns, deals.Count);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sending = Parallel.ForEachAsync(Enumerable.Range(0, Turns), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (i, _) =>
            {
                if (await SendAsync(http, first.Address, platform.Address, i, deals[i]))
                {
                    acknowledged.Add(i);
                }

                if (acknowledged.Count >= 10)
                {
                    enough.TrySetResult();
                }
            });
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(30));
            if (killed)
            {
                first.Kill();
            }
            else
            {
                Assert.Equal(0, await first.StopAsync());
                Assert.DoesNotContain("fail:", first.Output, StringComparison.Ordinal);
            }

            await sending;
            Assert.DoesNotContain(Said, first.Output, StringComparison.Ordinal);
        }

        Assert.InRange(acknowledged.Count, 10, Turns);
        var done = await DoneAsync();
        Assert.All(acknowledged, i => Assert.Single(done, d => d == deals[i]));

        await using var second = await ServerProcess.ServeAsync(folder);
        for (var i = 0; i < Turns; i++)
        {
            Assert.True(await SendAsync(http, second.Address, platform.Address, i, deals[i]));
        }

        Assert.Equal(deals.Order(StringComparer.Ordinal), (await DoneAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, Turns).Select(i => (decimal?)(1_000_000 + i)), await LookAsync(db => db.Deals.Where(d => d.Status == DealStatus.Open).OrderBy(d => d.Id).Select(d => d.Amount).Take(Turns).ToListAsync()));
        Assert.Superset(Enumerable.Range(0, Turns).Select(i => "stop-" + i).ToHashSet(StringComparer.Ordinal), platform.Answered);
        Assert.Equal(0, await second.StopAsync());
    }

    /// <summary>A press as Action.Submit sends it, with something said beside; false when nobody acknowledged.</summary>
    private static async Task<bool> SendAsync(HttpClient http, Uri service, Uri platform, int number, string deal)
    {
        var activity = new
        {
            type = "message", id = "stop-" + number, channelId = "msteams", serviceUrl = platform.AbsoluteUri, from = new { id = "P17", name = "admin" }, recipient = new { id = "bot" },
            conversation = new { id = "conversation-" + (number % 5) }, text = Said, value = new { verb = "update_amount", deal, amount = (1_000_000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        try
        {
            using var answer = await http.PostAsJsonAsync(new Uri(service, "/api/messages"), activity);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The deals whose amounts were changed, once for each time.</summary>
    private async Task<List<string>> DoneAsync()
    {
        var entries = await LookAsync(db => db.Audit.Where(a => a.Command == "update_amount" && !a.Refused).Select(a => a.Changes).ToListAsync());
        return [.. entries.SelectMany(ChangeLog.FromJson).Where(c => c.Record == "Deal").Select(c => c.Key)];
    }

    private async Task<T> LookAsync<T>(Func<SalesDb, Task<T>> query)
    {
        await using var services = new ServiceCollection().AddSalesDb(Path.Combine(folder, "salesbot.db")).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        return await query(db);
    }
}
