using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Tests.Channels.BotFramework.Authentication;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>
/// The edge for Teams with an app's id, between a company at work and an agent of Microsoft's agents-hosting from npm, through which its one user speaks with us: every activity,
/// in and out, was written, read and let through by the library.
/// </summary>
internal sealed class AgentsHost : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Member = $$"""{"id":"29:1abc","aadObjectId":"0f9a","email":"zhao.lei@example.com","tenantId":"{{Tenant}}","userRole":"user"}""";

    private readonly NodeTalk _agent = new("agents-host.cjs");
    private LoginServer _login = null!;
    private SigningCredentials _key = null!;
    private int _said;

    public PlatformEdge Edge { get; private set; } = null!;

    public IMessenger Messenger => Edge.Services.GetRequiredService<IMessenger>();

    /// <summary>What an app says of itself to whom it speaks with, and the token that it does it with; both sides read it.</summary>
    /// <param name="change">Null in it takes a claim away.</param>
    /// <param name="forged">Signed with a key that nobody knows.</param>
    public void Grants(Action<JsonObject>? change = null, bool forged = false)
    {
        var key = forged ? _login.NewKey("k1", publish: false) : _key;
        // One side has the machine's clock, the other stands still.
        var now = TimeProvider.System.GetUtcNow() is var wall && wall > TestBot.Start ? wall : TestBot.Start;
        _login.Grant = (app, audience) =>
        {
            var claims = TokenClaims.Entra(app, Tenant, now);
            claims["aud"] = audience;
            return LoginServer.Sign(TokenClaims.Changed(claims, change), key);
        };
    }

    public static async Task<AgentsHost> StartAsync(TestBot bot)
    {
        var login = await LoginServer.StartAsync();
        var host = new AgentsHost { _login = login, _key = login.NewKey("k1") };
        host.Edge = await PlatformEdge.StartAsync(bot, host.UserAsync, _ => host.Settings(), host.Add, app => app.MapBotFramework());
        await host._agent.AskAsync("start", new JsonObject { ["login"] = host._login.Url, ["tenant"] = Tenant, ["appId"] = AppId, ["endpoint"] = host.Edge.Url + "/api/messages" });
        return host;
    }

    /// <summary>The user says it to the agent, which hands it on. Returns why we did not take it, null when we did.</summary>
    public Task<string?> SayAsync(string text) => HandOnAsync(new JsonObject { ["text"] = text });

    /// <summary>The user presses a button, in the way of clients that know no Action.Execute.</summary>
    public Task<string?> PressAsync(JsonNode button, string card)
    {
        var value = button["data"]?.DeepClone().AsObject() ?? [];
        value["verb"] = button["verb"]!.DeepClone();
        return HandOnAsync(new JsonObject { ["value"] = value, ["replyToId"] = card });
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await Edge.DisposeAsync();
        await _login.DisposeAsync();
    }

    private async Task<string?> HandOnAsync(JsonObject said)
    {
        // No digits: the library takes many a word with digits for a date.
        (said["type"], said["id"]) = ("message", "said-" + (char)('a' + _said++));
        (said["channelId"], said["serviceUrl"], said["locale"]) = ("msteams", Edge.PlatformUrl + "/apac/", "zh-CN");
        said["from"] = new JsonObject { ["id"] = "29:1abc", ["name"] = "赵磊", ["aadObjectId"] = "0f9a" };
        said["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SalesBot" };
        said["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = Tenant };
        return (string?)(await _agent.AskAsync("say", new JsonObject { ["activity"] = said }))["refused"];
    }

    private Dictionary<string, string?> Settings() => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [nameof(BotFrameworkOptions.AppId)] = AppId, [nameof(BotFrameworkOptions.TenantId)] = Tenant, [nameof(BotFrameworkOptions.AppPassword)] = "s", [nameof(BotFrameworkOptions.Retries)] = "0",
        [nameof(BotFrameworkOptions.OpenIdMetadata)] = _login.Metadata, [nameof(BotFrameworkOptions.EmulatorOpenIdMetadata)] = _login.Metadata,
    }.ToDictionary(s => BotFrameworkOptions.Section + ":" + s.Key, s => s.Value, StringComparer.Ordinal);

    private void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddBotFramework(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton(s => new ConnectorToken(s.GetRequiredService<IOptions<BotFrameworkOptions>>(), new LoginRoad(_login))));
    }

    /// <summary>The channel through which the agent's user speaks with it.</summary>
    private async Task UserAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.WriteAsync(Member);
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        Edge.Record(new PlatformEdge.Sent($"{http.Request.Method} {http.Request.Path}", http.Request.Headers.Authorization, JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject()));
        await http.Response.WriteAsync("""{"id":"card-a"}""");
    }
}
