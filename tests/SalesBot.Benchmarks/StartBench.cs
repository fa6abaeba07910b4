using System.Diagnostics;
using System.Globalization;
using System.Text;
using SalesBot.Benchmarks.Turns;

namespace SalesBot.Benchmarks;

/// <summary>From the start of the process to its first answer, and what it holds in memory when nothing happens.</summary>
internal static class StartBench
{
    private const string Url = "http://127.0.0.1:5309";

    public static async Task RunAsync(ScratchFolder folder, bool quick)
    {
        var file = folder.Path("start.db");
        await new Company(100_000, 100_000).FillAsync(file);
        await using var sink = await Sink.StartAsync();
        Console.WriteLine("\nstart: 100,000 customers, 100,000 deals; the same program without database work as a measure of the machine");
        for (var i = 0; i < (quick ? 2 : 4); i++)
        {
            await OnceAsync(file, folder.Path("start-data"), sink);
        }
    }

    private static async Task OnceAsync(string file, string data, Sink sink)
    {
        var help = Stopwatch.GetTimestamp();
        using (var bare = Run(data, "--help"))
        {
            await bare.WaitForExitAsync();
        }

        var helped = Stopwatch.GetElapsedTime(help);
        var (start, before) = (Stopwatch.GetTimestamp(), sink.Received);
        using var server = Run(data, "--database", file, "--urls", Url, "--now", Company.Now.ToString("O", CultureInfo.InvariantCulture));
        using var http = new HttpClient();
        while (sink.Received == before)
        {
            await TryAsync(http, sink);
        }

        var answered = Stopwatch.GetElapsedTime(start);
        await Task.Delay(TimeSpan.FromSeconds(5));
        server.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  first answer after {answered.TotalSeconds:N2} s (goal 1.5), {answered / helped:N1} × --help ({helped.TotalSeconds:N2} s); idle {server.WorkingSet64 / 1048576:N0} MB (goal 200)"));
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    private static async Task TryAsync(HttpClient http, Sink sink)
    {
        var activity = $$"""{"type":"message","id":"{{Guid.NewGuid()}}","serviceUrl":"{{sink.Url}}","channelId":"emulator","from":{"id":"P007"},"conversation":{"id":"c-start"},"recipient":{"id":"bot"},"locale":"zh-CN","text":"我的商机"}""";
        try
        {
            using var body = new StringContent(activity, Encoding.UTF8, "application/json");
            using var taken = await http.PostAsync(new Uri(Url + "/api/messages"), body);
        }
        catch (HttpRequestException)
        {
            await Task.Delay(5);
        }
    }

    private static System.Diagnostics.Process Run(string data, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SalesBot.Server.dll"), .. args])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["SalesBot__Data"] = data, ["Logging__LogLevel__Default"] = "Warning" },
        };
        return System.Diagnostics.Process.Start(start)!;
    }
}
