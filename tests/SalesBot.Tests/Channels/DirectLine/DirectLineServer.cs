using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.People;
using SalesBot.Server;
using SalesBot.Server.Channels.DirectLine;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>Our Direct Line on a real port with a database of its own and a bot that repeats what it hears, or whatever <see cref="Bot"/> is set to.</summary>
public sealed class DirectLineServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesbot-directline-").FullName;
    /// <summary>The page as it stands in the source tree, with what the build put beside it.</summary>
    internal static readonly string Page = Path.GetFullPath(Path.Combine(Here(), "../../../../src/SalesBot.Server/wwwroot"));

    private readonly RecordedLog _log = new();
    private WebApplication _app = null!;

    /// <summary>The clock beneath the practice clock: token lives are measured on it.</summary>
    internal SteppedClock Wall { get; } = new();

    /// <summary>What the service wrote at Warning and above, one a line.</summary>
    internal string Logged => _log.Text;

    internal Func<Turn, IMessenger, Task>? Bot { get; set; }

    internal List<Turn> Turns { get; } = [];

    internal List<(DateTimeOffset From, DateTimeOffset To, DateTimeOffset Clock)> Passed { get; } = [];

    internal IServiceProvider Services => _app.Services;

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = Page });
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var clock = new PracticeClock(Wall);
        builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        builder.Services.AddSalesBot(Path.Combine(_folder, "test.db"), Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(Path.Combine(_folder, "documents")));
        builder.Services.AddDirectLine(_folder);
        builder.Services.AddSingleton<TakeTurn>(s => (turn, _) => AnswerAsync(turn, s.GetRequiredService<IMessenger>()));
        builder.Services.AddSingleton<FallsDue>((from, to, _) => { Passed.Add((from, to, clock.GetUtcNow())); return Task.CompletedTask; });
        _app = builder.Build();
        await PeopleAsync(_app.Services.GetRequiredService<Func<SalesDb>>());
        _app.MapPractice();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the person's conversation and returns its id and token.</summary>
    internal async Task<(string Conversation, string Token)> StartAsync(string person)
    {
        var generated = await JsonAsync(await Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = person } }));
        var started = await JsonAsync(await SendAsync(HttpMethod.Post, "/v3/directline/conversations", (string?)generated["token"], new { locale = "zh-CN" }));
        return ((string)started["conversationId"]!, (string)started["token"]!);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, object? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await Http.SendAsync(request);
    }

    internal static async Task<JsonObject> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private Task AnswerAsync(Turn turn, IMessenger messenger)
    {
        lock (Turns)
        {
            Turns.Add(turn);
        }

        return Bot is null
            ? messenger.SendAsync(new Outgoing(turn.From, new RenderedReply("echo: " + (turn.Text ?? turn.Press?.Verb ?? "hello")), ReplyToId: turn.ActivityId), CancellationToken.None)
            : Bot(turn, messenger);
    }

    private static async Task PeopleAsync(Func<SalesDb> open)
    {
        await using var db = open();
        await db.Database.EnsureCreatedAsync();
        var north = new Team { Key = "T1", Name = "北区组", EnglishName = "North" };
        db.People.AddRange(
            new Person { Key = "rep", Name = "赵磊", EnglishName = "Ray Zhao", Role = Role.Rep, Team = north },
            new Person { Key = "boss", Name = "王芳", EnglishName = "Fiona Wang", Role = Role.Manager, Team = north },
            new Person { Key = "legal", Name = "郑文", EnglishName = "Wen Zheng", Role = Role.Legal, TimeZone = "Europe/London" },
            new Person { Key = "gone", Name = "李走", Role = Role.Rep, Active = false });
        await db.SaveChangesAsync();
    }
}

/// <summary>A clock that runs and can be put ahead.</summary>
internal sealed class SteppedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
