using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>Microsoft's Agents Playground from npm: the other side of the protocol as its makers wrote it.</summary>
internal sealed class Playground : IAsyncDisposable
{
    public const string Chat = "personal-chat";
    public const string Group = "group-chat";
    public const string Announcements = "announcements";
    private const string Mention = "<at>SalesBot</at>";
    private const string Nobody = "zhaolei";
    private const string NobodysEntraId = "00000000-0000-0000-0000-000000000020";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("salesbot-playground-").FullName;
    private readonly HttpClient _http = new();
    private readonly ClientWebSocket _stream = new();
    private System.Diagnostics.Process _node = null!;
    private string _user = Nobody;

    /// <summary>Starts it on a free port in front of a bot's endpoint, with one user, whose id in practice is a person's key.</summary>
    public static async Task<Playground> StartAsync(string endpoint, string user = Nobody)
    {
        var playground = new Playground { _user = user };
        var settings = await File.ReadAllTextAsync(Path.Combine(NodeScript.Folder, "playground.yml"));
        await File.WriteAllTextAsync(Path.Combine(playground._folder, ".m365agentsplayground.yml"), settings.Replace($"id: {Nobody}", $"id: {user}", StringComparison.Ordinal).Replace(NobodysEntraId, Guid.NewGuid().ToString(), StringComparison.Ordinal));
        var port = FreePort();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = playground._folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none" },
        };
        foreach (var argument in new[] { Path.Combine(NodeScript.Folder, "node_modules/@microsoft/m365agentsplayground/cli.js"), "start", "-e", endpoint, "-c", "msteams", "-p", $"{port}", "--dt" })
        {
            start.ArgumentList.Add(argument);
        }

        playground._node = System.Diagnostics.Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        while (await playground._node.StandardOutput.ReadLineAsync(limit.Token) is { } line && !line.StartsWith("Listening", StringComparison.Ordinal))
        {
        }

        // A full pipe would stop it.
        _ = playground._node.StandardOutput.ReadToEndAsync(CancellationToken.None);
        playground._http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        await playground._stream.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/_ws_conversation/v1/conversations/stream"), limit.Token);
        return playground;
    }

    public Task SayAsync(string text) =>
        PostAsync($"_conversation/v1/conversations/{Chat}/messages", new JsonObject { ["text"] = text, ["textFormat"] = "plain", ["from"] = new JsonObject { ["id"] = _user } });

    /// <summary>Names the bot and says something to it, in a group or a channel.</summary>
    public Task MentionAsync(string conversation, string text) => PostAsync($"_conversation/v1/conversations/{conversation}/messages", new JsonObject
    {
        ["text"] = $"{Mention} {text}", ["textFormat"] = "plain", ["from"] = new JsonObject { ["id"] = _user },
        ["mentions"] = new JsonArray(new JsonObject { ["mentioned"] = new JsonObject { ["id"] = "28:salesbot" }, ["text"] = Mention }),
    });

    /// <summary>Types into the compose box; returns what is found.</summary>
    public async Task<JsonNode> FindAsync(string text) => (await PostAsync("_conversation/v1/invoke", new JsonObject
    {
        ["name"] = "composeExtension/query", ["from"] = new JsonObject { ["id"] = _user }, ["conversation"] = new JsonObject { ["id"] = Chat },
        ["value"] = new JsonObject
        {
            ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = text }), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        },
    }))!["composeExtension"]!;

    /// <summary>Pastes a link into the compose box; returns what it becomes, null where it stays a link.</summary>
    public async Task<JsonNode?> PasteAsync(string link) => (await PostAsync("_conversation/v1/invoke", new JsonObject
    {
        ["name"] = "composeExtension/queryLink", ["from"] = new JsonObject { ["id"] = _user }, ["conversation"] = new JsonObject { ["id"] = Chat }, ["value"] = new JsonObject { ["url"] = link },
    }))!["composeExtension"];

    /// <summary>Presses an Action.Execute; returns what the Playground got back from the bot.</summary>
    public Task<JsonNode?> ExecuteAsync(string cardId, JsonObject action) =>
        PostAsync("_conversation/v1/invoke", Pressed(cardId, new JsonObject { ["action"] = action }, "adaptiveCard/action"));

    /// <summary>Presses an Action.Submit.</summary>
    public Task SubmitAsync(string cardId, JsonObject data) => PostAsync("_conversation/v1/submit", Pressed(cardId, data, name: null));

    /// <summary>The next thing that the page is told to show for which this holds.</summary>
    public async Task<JsonNode> NextAsync(Func<string, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var buffer = new byte[1 << 20]; ;)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _stream.ReceiveAsync(buffer.AsMemory(length), limit.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            var text = System.Text.Encoding.UTF8.GetString(buffer, 0, length);
            if (wanted(text))
            {
                return JsonNode.Parse(text)!;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        _http.Dispose();
        _node.Kill(entireProcessTree: true);
        await _node.WaitForExitAsync();
        _node.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private JsonObject Pressed(string cardId, JsonNode value, string? name) => new()
    {
        ["name"] = name, ["value"] = value, ["replyToId"] = cardId,
        ["from"] = new JsonObject { ["id"] = _user }, ["conversation"] = new JsonObject { ["id"] = Chat },
    };

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
