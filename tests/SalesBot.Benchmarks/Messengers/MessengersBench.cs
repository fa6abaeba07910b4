using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Benchmarks.Messengers;

/// <summary>
/// Fifty turns a second at each messenger's endpoint of a service in a process of its own: how long until the messenger is told that its message arrived, against the
/// time that it gives, and how many were answered. Each message is a follow-up that is written down, by one of a thousand people; it is sent when it is due, whether or not those before it were acknowledged.
/// </summary>
internal static class MessengersBench
{
    private const int People = 1000;
    private const int Customers = 2000;
    private const int PerSecond = 50;
    private const string Url = "http://127.0.0.1:5308";

    /// <summary>After the last message, for answers that are still under way.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, ConcurrentQueue<(long Posted, ConcurrentBag<double> Answers)>> Waiting = new(StringComparer.Ordinal);

    private static int sent;

    /// <summary>What became of one round.</summary>
    /// <param name="Acks">Milliseconds until each acknowledgement.</param>
    /// <param name="Answers">Milliseconds until the first message of each answer.</param>
    private sealed record Heard(ConcurrentBag<double> Acks, ConcurrentBag<double> Answers, ConcurrentBag<string> Refusals);

    public static async Task RunAsync(ScratchFolder folder, bool quick)
    {
        var file = folder.Path("messengers.db");
        await FillAsync(file);
        await using var platforms = await Platforms.StartAsync(Answered);
        using var server = Run(folder.Path("messengers-data"), file, platforms.Url);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 2000 }) { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromSeconds(60) };
        var posts = Post.All(platforms.Url);
        await ReadyAsync(http, posts[0]);
        var time = TimeSpan.FromSeconds(quick ? 5 : 20);
        // What is used most is compiled for the second time, and many are known from then on.
        foreach (var post in posts)
        {
            await LoadAsync(http, post, time / 4);
        }

        Console.WriteLine($"\nmessengers: {PerSecond} turns a second for {time.TotalSeconds:N0} s at each endpoint, {People} people; acknowledged after ms");
        Console.WriteLine($"  {"",-22} {"turns",6} {"p50",7} {"p95",7} {"max",7} {"deadline",9} {"max of it",9} {"beyond",7} {"refused",7} {"answered",9} {"p50 until",9} {"p95 until",9} {"CPU ms",7}");
        foreach (var post in posts)
        {
            server.Refresh();
            var cpu = server.TotalProcessorTime;
            var heard = await LoadAsync(http, post, time);
            server.Refresh();
            await PrintAsync(post, "", heard, server.TotalProcessorTime - cpu);
        }

        foreach (var (post, heard) in posts.Zip(await Task.WhenAll(posts.Select(p => LoadAsync(http, p, time)))))
        {
            await PrintAsync(post, ", all at once", heard, cpu: null);
        }

        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    private static async Task<Heard> LoadAsync(HttpClient http, Post post, TimeSpan time)
    {
        var (heard, start, under) = (new Heard([], [], []), Stopwatch.GetTimestamp(), new List<Task>());
        for (var n = 0; n < PerSecond * time.TotalSeconds; n++)
        {
            if (TimeSpan.FromSeconds((double)n / PerSecond) - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            under.Add(OneAsync(http, post, n, heard));
        }

        await Task.WhenAll(under);
        for (var waited = Stopwatch.GetTimestamp(); heard.Answers.Count < under.Count && Stopwatch.GetElapsedTime(waited) < Rest;)
        {
            await Task.Delay(100);
        }

        return heard;
    }

    private static async Task OneAsync(HttpClient http, Post post, int n, Heard heard)
    {
        var id = "b" + Interlocked.Increment(ref sent).ToString(CultureInfo.InvariantCulture);
        // Other people in each messenger at a time.
        var number = (n + (post.Messenger.Length * 150)) % People;
        var who = number.ToString("0000", CultureInfo.InvariantCulture);
        using var request = post.Request(who, Turns.Reports.Of(Company.DealName(number, Customers), n), id);
        var posted = Stopwatch.GetTimestamp();
        Waiting.GetOrAdd(post.Messenger + who, _ => new()).Enqueue((posted, heard.Answers));
        try
        {
            using var answer = await http.SendAsync(request);
            heard.Acks.Add(Stopwatch.GetElapsedTime(posted).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
            {
                heard.Refusals.Add(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            heard.Acks.Add(Stopwatch.GetElapsedTime(posted).TotalMilliseconds);
            heard.Refusals.Add(fault.GetType().Name);
        }
    }

    private static void Answered(string messenger, string who)
    {
        // A long answer is several messages; the next ones find nobody waiting.
        if (Waiting.TryGetValue(messenger + who, out var turns) && turns.TryDequeue(out var turn))
        {
            turn.Answers.Add(Stopwatch.GetElapsedTime(turn.Posted).TotalMilliseconds);
        }
    }

    private static Task PrintAsync(Post post, string how, Heard heard, TimeSpan? cpu)
    {
        var (acks, answers) = (heard.Acks.Order().ToList(), heard.Answers.Order().ToList());
        var deadline = post.Deadline.TotalMilliseconds;
        return Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  {post.Messenger + how,-22} {acks.Count,6} {At(acks, 0.5),7:N1} {At(acks, 0.95),7:N1} {acks[^1],7:N1} {deadline,9:N0} {acks[^1] / deadline,9:0.000} {(double)acks.Count(a => a > deadline) / acks.Count,7:P1} {heard.Refusals.Count,7} {answers.Count,9} {At(answers, 0.5),9:N1} {At(answers, 0.95),9:N1} {cpu?.TotalMilliseconds / acks.Count,7:N1}"));
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)(sorted.Count * share)];

    /// <summary>A thousand people who have two customers and some deals each, and an address by which every messenger knows them.</summary>
    private static async Task FillAsync(string file)
    {
        await new Company(Customers, 2 * Customers).FillAsync(file);
        await using var services = new ServiceCollection().AddSalesDb(file).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        db.AddRange(Enumerable.Range(0, People).Select(n => new Person
        {
            Key = "U" + n.ToString("0000", CultureInfo.InvariantCulture), Name = $"Rep {n}", Role = Role.Rep, Email = n.ToString("0000", CultureInfo.InvariantCulture) + "@example.com", ManagerId = 2, CreatedAt = Company.Now,
        }));
        await db.SaveChangesAsync();
        await using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        var first = "(SELECT min(Id) FROM People WHERE Key = 'U0000')";
        Company.Run(connection, $"UPDATE Customers SET OwnerId = {first} + (Id - (SELECT min(Id) FROM Customers)) % {People}; UPDATE Deals SET OwnerId = (SELECT OwnerId FROM Customers WHERE Id = CustomerId); ANALYZE");
    }

    private static async Task ReadyAsync(HttpClient http, Post post)
    {
        while (true)
        {
            try
            {
                using var request = post.Request("0999", "我的商机", "ready");
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException fault) when (fault.StatusCode is null)
            {
                await Task.Delay(50);
            }
        }
    }

    private static System.Diagnostics.Process Run(string data, string file, string platforms)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SalesBot.Server.dll"), "--database", file, "--urls", Url, "--now", Company.Now.ToString("O", CultureInfo.InvariantCulture)])
        {
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["SalesBot__Data"] = data, ["Logging__LogLevel__Default"] = "Warning" },
        };
        foreach (var (name, value) in Post.Settings(platforms))
        {
            start.Environment[name] = value;
        }

        return System.Diagnostics.Process.Start(start)!;
    }
}
