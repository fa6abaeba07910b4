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

    /// <summary>A seller beyond those of the connections, and the next one too.</summary>
    private const int Apart = 80;

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

        await ShowAsync(sink, url, Mine(0, 0), 0);
        await ShowAsync(sink, url, Show(0, 0), 0);
        using var hand = await ByHandAsync(sink, url, file);
        await TryAsync(sink, url, hand);

        Versus.Head($"turns: {Connections} connections, {Customers} customers", "bot", "bare");
        foreach (var (what, say) in new (string, Func<int, int, string>)[] { ("read turn: my deals", Mine), ("read turn: one deal", Show), ("write turn: follow-up", Write) })
        {
            await CompareAsync(what, sink, (url, say), bare.Url, seconds, quick ? 3 : 5);
        }

        await CompareWithHandAsync(sink, url, hand, seconds, quick ? 3 : 5);
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

    /// <summary>The rows of one follow-up that ticks off the step of the one before, by a seller whom the load leaves alone.</summary>
    private static async Task<HandWritten> ByHandAsync(Sink sink, Uri url, string file)
    {
        await ShowAsync(sink, url, Write(Apart, 0), Apart);
        var hand = new HandWritten(file);
        await ShowAsync(sink, url, Write(Apart, 1), Apart);
        hand.Learn($"D{Apart}");
        Console.WriteLine($"  rows of a write turn: {string.Join("; ", hand.Rows)}");
        return hand;
    }

    /// <summary>Each of the sentences makes a follow-up; otherwise the load would measure something else.</summary>
    private static async Task TryAsync(Sink sink, Uri url, HandWritten hand)
    {
        for (var n = 0; n < Reports.Count; n++)
        {
            var before = hand.FollowUps();
            await SayAsync(sink, url, Write(Apart + 1, n), Apart + 1);
            if (hand.FollowUps() != before + 1) throw new InvalidOperationException("No follow-up: " + Write(Apart + 1, n));
        }
    }

    private static async Task CompareWithHandAsync(Sink sink, Uri url, HandWritten hand, TimeSpan seconds, int rounds)
    {
        var (a, b, turns, made) = (new List<double>(), new List<double>(), 0, 0L);
        for (var round = 0; round < rounds; round++)
        {
            var before = hand.FollowUps();
            var pace = await Load.RunAsync(url, Connections, seconds, (c, n) => Addressed(sink, Write(c, n), c));
            (turns, made) = (turns + pace.Turns, made + hand.FollowUps() - before);
            a.Add(pace.PerSecond);
            var (start, count) = (Stopwatch.GetTimestamp(), 0);
            for (; Stopwatch.GetElapsedTime(start) < seconds / 2; count++)
            {
                await hand.WriteAsync();
            }

            b.Add(count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Versus.Line("write turn against its rows by hand, per second", $"{Versus.Median(a):N0}", $"{Versus.Median(b):N0}", [.. a.Zip(b, (x, y) => x / y)], "≥ 0.5");
        Console.WriteLine($"  {made:N0} follow-ups were made in {turns:N0} turns");
    }

    /// <summary>One turn, to see that the answer is the one meant.</summary>
    private static async Task ShowAsync(Sink sink, Uri url, string text, int connection)
    {
        sink.Keep = true;
        await SayAsync(sink, url, text, connection);
        sink.Keep = false;
        using var heard = JsonDocument.Parse(sink.Last);
        var said = heard.RootElement.TryGetProperty("summary", out var summary) ? summary.GetString() : "TEXT ONLY: " + heard.RootElement.GetProperty("text").GetString();
        Console.WriteLine($"  “{text}” → {said} ({sink.Last.Length:N0} bytes)");
    }

    private static async Task SayAsync(Sink sink, Uri url, string text, int connection)
    {
        using var http = new HttpClient();
        using var body = new StringContent(Addressed(sink, text, connection), System.Text.Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri(url, "api/messages"), body)).EnsureSuccessStatusCode();
    }

    private static string Mine(int connection, int n) => "我的商机";

    /// <summary>Another one each time, so that what "it" means has to be written down each time.</summary>
    private static string Show(int connection, int n) => "看一下" + Company.DealName(connection + Company.Sellers * (n % 20), Customers);

    /// <summary>Another sentence each time.</summary>
    private static string Write(int connection, int n) => Reports.Of(DealOf(connection), connection + n);

    private static string DealOf(int connection) => Company.DealName(connection, Customers);

    private static int sent;

    private static string Addressed(Sink sink, string text, int connection)
    {
        var (who, id) = (Company.SellerKey(connection), Interlocked.Increment(ref sent));
        return $$"""{"type":"message","id":"a{{id}}","serviceUrl":"{{sink.Url}}","channelId":"emulator","from":{"id":"{{who}}"},"conversation":{"id":"c-{{who}}"},"recipient":{"id":"bot"},"locale":"zh-CN","text":"{{text}}"}""";
    }
}
