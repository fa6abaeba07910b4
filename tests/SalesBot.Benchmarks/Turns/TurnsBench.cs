using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using SalesBot.Server;
using SalesBot.Server.Cli;

namespace SalesBot.Benchmarks.Turns;

/// <summary>Whole turns over HTTP: a sentence comes in, the reply is accepted by the sink. Server, bare endpoint, sink and load share one process.</summary>
internal static class TurnsBench
{
    private const int Connections = 64;
    private const int Customers = 2000;

    /// <summary>Until the runtime has compiled what is used most for the second time; before that a turn costs three times as much.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);


    public static async Task RunAsync(ScratchFolder folder, bool quick)
    {
        var file = folder.Path("turns.db");
        await new Company(Customers, 2 * Customers).FillAsync(file);
        await using var sink = await Sink.StartAsync();
        await using var bare = await BareEndpoint.StartAsync();
        await using var bot = await StartAsync(file, folder.Path("data"));
        var url = new Uri(bot.Urls.First());
        var seconds = TimeSpan.FromSeconds(quick ? 2 : 5);

        await ShowAsync(sink, url, Mine);
        await ShowAsync(sink, url, Show);
        await ShowAsync(sink, url, Write);
        using var hand = new HandWritten(file);
        await ShowAsync(sink, url, Write);
        hand.Learn("D0");
        Console.WriteLine($"  rows of a write turn: {string.Join("; ", hand.Rows)}");

        Versus.Head($"turns: {Connections} connections, {Customers} customers", "bot", "bare");
        foreach (var (what, say) in new (string, Func<int, int, string>)[] { ("read turn: my deals", Mine), ("read turn: one deal", Show), ("write turn: follow-up", Write) })
        {
            await CompareAsync(what, sink, (url, say), bare.Url, seconds, quick ? 3 : 5);
        }

        await ByHandAsync(sink, url, hand, seconds, quick ? 3 : 5);
        await bot.StopAsync();
    }

    public static async Task<WebApplication> StartAsync(string file, string data)
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        Environment.SetEnvironmentVariable("SalesBot__Data", data);
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
        var app = Service.Build(CommandLine.Root().Parse(["--database", file, "--urls", "http://127.0.0.1:0", "--now", Company.Now.ToString("O", CultureInfo.InvariantCulture)]));
        await Preparation.RunAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    private static async Task CompareAsync(string what, Sink sink, (Uri Url, Func<int, int, string> Say) ours, Uri bare, TimeSpan seconds, int rounds)
    {
        var (a, b) = (new List<Pace>(), new List<Pace>());
        await Load.RunAsync(ours.Url, Connections, WarmUp, (c, n) => Addressed(sink, ours.Say(c, n), c));
        for (var round = 0; round < rounds; round++)
        {
            a.Add(await Load.RunAsync(ours.Url, Connections, seconds, (c, n) => Addressed(sink, ours.Say(c, n), c)));
            b.Add(await Load.RunAsync(bare, Connections, seconds, (c, n) => Addressed(sink, ours.Say(c, n), c)));
        }

        Print(what + ", turns/s", p => p.PerSecond, "N0", "≥ 0.40");
        Print("  p50 ms", p => p.P50, "N2", "");
        Print("  p99 ms", p => p.P99, "N2", "≤ 4");
        Print("  CPU µs a turn, sink and load included", p => p.CpuMicros, "N0", "");
        Print("  allocated KB a turn, sink and load included", p => p.Kilobytes, "N1", "");

        void Print(string label, Func<Pace, double> value, string format, string goal) => Versus.Line(
            label, Versus.Median(a.Select(value)).ToString(format, CultureInfo.InvariantCulture), Versus.Median(b.Select(value)).ToString(format, CultureInfo.InvariantCulture),
            [.. a.Zip(b, (x, y) => value(x) / value(y))], goal);
    }

    private static async Task ByHandAsync(Sink sink, Uri url, HandWritten hand, TimeSpan seconds, int rounds)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            a.Add((await Load.RunAsync(url, Connections, seconds, (c, n) => Addressed(sink, Write(c, n), c))).PerSecond);
            var (start, count) = (Stopwatch.GetTimestamp(), 0);
            for (; Stopwatch.GetElapsedTime(start) < seconds / 2; count++)
            {
                await hand.WriteAsync();
            }

            b.Add(count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Versus.Line("write turn against its rows by hand, per second", $"{Versus.Median(a):N0}", $"{Versus.Median(b):N0}", [.. a.Zip(b, (x, y) => x / y)], "≥ 0.5");
    }

    /// <summary>One turn, to see that the answer is the one meant.</summary>
    private static async Task ShowAsync(Sink sink, Uri url, Func<int, int, string> say)
    {
        sink.Keep = true;
        using var http = new HttpClient();
        using var body = new StringContent(Addressed(sink, say(0, 0), 0), System.Text.Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri(url, "api/messages"), body)).EnsureSuccessStatusCode();
        sink.Keep = false;
        using var heard = JsonDocument.Parse(sink.Last);
        var said = heard.RootElement.TryGetProperty("summary", out var summary) ? summary.GetString() : "TEXT ONLY: " + heard.RootElement.GetProperty("text").GetString();
        Console.WriteLine($"  “{say(0, 0)}” → {said} ({sink.Last.Length:N0} bytes)");
    }

    private static string Mine(int connection, int n) => "我的商机";

    /// <summary>Another one each time, so that what "it" means has to be written down each time.</summary>
    private static string Show(int connection, int n) => "看一下" + Company.DealName(connection + Company.Sellers * (n % 20), Customers);

    /// <summary>A next step for today is ticked off by the next follow-up, so that a deal has one open step however long this runs.</summary>
    private static string Write(int connection, int n) => $"刚拜访完{DealOf(connection)} 方案认可 今天下午6点带技术再去";

    private static string DealOf(int connection) => Company.DealName(connection, Customers);

    private static int sent;

    private static string Addressed(Sink sink, string text, int connection)
    {
        var (who, id) = (Company.SellerKey(connection), Interlocked.Increment(ref sent));
        return $$"""{"type":"message","id":"a{{id}}","serviceUrl":"{{sink.Url}}","channelId":"emulator","from":{"id":"{{who}}"},"conversation":{"id":"c-{{who}}"},"recipient":{"id":"bot"},"locale":"zh-CN","text":"{{text}}"}""";
    }
}
