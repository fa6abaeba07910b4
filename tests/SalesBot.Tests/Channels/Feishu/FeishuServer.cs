using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>What Feishu sends and answers, at the edge for Feishu.</summary>
internal sealed class FeishuServer : IAsyncDisposable
{
    public const string Key = "salesbot-encrypt-key";
    public const string Token = "vtok-5f0c";
    public const string App = "cli_test";
    public const string Secret = "the-app-secret";
    public const string Tenant = "tk";

    private PlatformEdge _edge = null!;
    private int _number;
    private int _posted;

    public DateTimeOffset Now => _edge.Now;

    public string Logged => _edge.Logged;

    /// <summary>What the contact API says of each user; any other is unknown.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal) { ["ou_1"] = """{"enterprise_email":"","email":"Zhao.Lei@example.com","status":{"is_activated":true,"is_frozen":false}}""" };

    /// <summary>Encrypts and signs as Feishu does: a moment, a nonce and the event in, the body and its signature out.</summary>
    public Func<string, string, string, Task<(string Body, string Signature)>> Seal { get; init; } = SealAsync;

    /// <summary>What lies with Feishu, by key.</summary>
    public Dictionary<string, (string Type, byte[] Content)> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>What Feishu answers to messages instead, once each.</summary>
    public ConcurrentQueue<(int Status, string Body, string? Reset)> Planned { get; } = new();

    /// <summary>What Feishu answers when it is asked who the bot, or the tenant, is.</summary>
    public string Self { get; set; } = """{"code":0,"bot":{"open_id":"ou_bot","app_name":"SalesBot","activate_status":2}}""";

    public string Company { get; set; } = """{"code":0,"data":{"tenant":{"tenant_key":"tk","name":"Acme"}}}""";

    /// <summary>Ends when Feishu says who the tenant is.</summary>
    public Task Asleep { get; set; } = Task.CompletedTask;

    public int TokensGiven { get; private set; }

    /// <summary>The last token, which is the only one that Feishu takes.</summary>
    public string AccessToken => "t-g" + TokensGiven;

    /// <summary>From now on Feishu takes none that it gave.</summary>
    public bool ForgetsTokens { get; set; }

    public FeishuMessenger Messenger => _edge.Services.GetRequiredService<FeishuMessenger>();

    public FeishuSelf Who => _edge.Services.GetRequiredService<FeishuSelf>();

    public bool NothingSent => _edge.NothingSent;

    public static async Task<FeishuServer> StartAsync(TestBot bot, params (string Key, string Value)[] settings)
    {
        var server = new FeishuServer();
        server._edge = await PlatformEdge.StartAsync(
            bot, server.AnswerAsync, feishu => Settings(feishu, settings),
            builder =>
            {
                builder.Services.AddFeishu(builder.Configuration);
                builder.Services.AddSingleton<IMessenger>(bot.Messenger);
            },
            app => app.MapFeishu());
        return server;
    }

    /// <summary>Feishu alone, beside a service that runs elsewhere and is told of it by <see cref="Settings"/>.</summary>
    public async Task<FeishuServer> StandAsync()
    {
        _edge = await PlatformEdge.BesideAsync(AnswerAsync);
        return this;
    }

    public PlatformEdge Edge => _edge;

    public static IEnumerable<KeyValuePair<string, string?>> Settings(string feishu, params IEnumerable<(string Key, string Value)> more) => new[]
    {
        ("AppId", App), ("AppSecret", Secret), ("VerificationToken", Token), ("EncryptKey", Key), ("ApiUrl", feishu + "/"), ("Pace", "00:00:00"), ("Retries", "0"),
    }.Concat(more).Select(s => KeyValuePair.Create("SalesBot:Channels:Feishu:" + s.Item1, (string?)s.Item2));

    /// <summary>Encrypts as Feishu does.</summary>
    public static string Encrypt(string plain, string key = Key)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        aes.IV = MD5.HashData(Encoding.UTF8.GetBytes(plain));
        return new JsonObject { ["encrypt"] = Convert.ToBase64String([.. aes.IV, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(plain), aes.IV)]) }.ToJsonString(FeishuClient.Wire);
    }

    /// <summary>Encrypts and signs as Feishu does, and posts.</summary>
    public async Task<(int Status, string Body)> PostAsync(string plain, TimeSpan ago = default)
    {
        var (timestamp, nonce) = (Timestamp(ago), "n" + Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture));
        var (body, signature) = await Seal(timestamp, nonce, plain);
        return await PostRawAsync(body, timestamp, nonce, signature);
    }

    public Task<(int Status, string Body)> PostSignedAsync(string body, TimeSpan ago = default)
    {
        var (timestamp, nonce) = (Timestamp(ago), "n" + ++_number);
        return PostRawAsync(body, timestamp, nonce, FeishuSignature.Of(Key, timestamp, nonce, Encoding.UTF8.GetBytes(body)));
    }

    public string Timestamp(TimeSpan ago = default) => (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public Task<(int Status, string Body)> PostRawAsync(string body, string timestamp, string nonce, string signature) => _edge.PostAsync(
        FeishuEvents.Path, body, "application/json", ("X-Lark-Request-Timestamp", timestamp), ("X-Lark-Request-Nonce", nonce), ("X-Lark-Signature", signature));

    public Task<(int Status, string Body)> PostUnsignedAsync(string body) => _edge.PostAsync(FeishuEvents.Path, body, "application/json");

    /// <summary>An event in its envelope.</summary>
    public JsonObject Event(string type, JsonNode said, string? id = null) => new()
    {
        ["schema"] = "2.0",
        ["header"] = new JsonObject { ["event_id"] = id ?? "ev-" + ++_number, ["token"] = Token, ["create_time"] = "1760000000000", ["event_type"] = type, ["tenant_key"] = Tenant, ["app_id"] = App },
        ["event"] = said,
    };

    /// <summary>What somebody says in the direct chat; <paramref name="members"/> change the message.</summary>
    public JsonObject Message(string text, string members = "{}", string user = "ou_1")
    {
        var message = new JsonObject
        {
            ["message_id"] = "om_" + ++_number, ["create_time"] = "1760000000000", ["chat_id"] = "oc_" + user, ["chat_type"] = "p2p", ["message_type"] = "text", ["content"] = new JsonObject { ["text"] = text }.ToJsonString(),
        };
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            message[name] = value?.DeepClone();
        }

        return Event("im.message.receive_v1", new JsonObject { ["sender"] = new JsonObject { ["sender_id"] = new JsonObject { ["open_id"] = user }, ["sender_type"] = "user", ["tenant_key"] = Tenant }, ["message"] = message });
    }

    public Task<(int Status, string Body)> SayAsync(string text, string members = "{}", string user = "ou_1") => PostAsync(Message(text, members, user).ToJsonString());

    /// <summary>Presses a button of a card in the direct chat.</summary>
    public Task<(int Status, string Body)> PressAsync(JsonNode button, string card, string form = "{}", string user = "ou_1", string? chat = null) => PostAsync(Event("card.action.trigger", new JsonObject
    {
        ["operator"] = new JsonObject { ["tenant_key"] = Tenant, ["open_id"] = user }, ["token"] = "c-1",
        ["action"] = new JsonObject { ["value"] = button["behaviors"]![0]!["value"]!.DeepClone(), ["tag"] = "button", ["timezone"] = "Asia/Shanghai", ["name"] = "b1", ["form_value"] = JsonNode.Parse(form) },
        ["host"] = "im_message", ["context"] = new JsonObject { ["open_message_id"] = card, ["open_chat_id"] = chat ?? "oc_" + user },
    }).ToJsonString());

    /// <summary>The card that a message holds.</summary>
    public static JsonObject Card(JsonObject body) => JsonNode.Parse((string)body["content"]!)!.AsObject();

    public static JsonNode Button(JsonObject body, string title) => CardTexts.Objects(Card(body)).First(n => (string?)n["tag"] == "button" && (string?)n["text"]!["content"] == title);

    /// <summary>The next message that the bot sent to Feishu.</summary>
    public Task<PlatformEdge.Sent> SentAsync() => _edge.SentAsync();

    /// <summary>Posts what waits in the outbox, to whatever messenger.</summary>
    public Task<int> DeliverAsync() => _edge.Services.GetRequiredService<Outbox>().DeliverDueAsync(_edge.Bot.Clock.Now, CancellationToken.None);

    public Task StopAsync() => _edge.StopAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    private static Task<(string Body, string Signature)> SealAsync(string timestamp, string nonce, string plain)
    {
        var body = Encrypt(plain);
        return Task.FromResult((body, FeishuSignature.Of(Key, timestamp, nonce, Encoding.UTF8.GetBytes(body))));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var (text, path, authorization) = (await reader.ReadToEndAsync(), http.Request.Path.Value!["/open-apis/".Length..], (string?)http.Request.Headers.Authorization);
        if (path == "auth/v3/tenant_access_token/internal")
        {
            var asked = JsonNode.Parse(text)!;
            TokensGiven++;
            await http.Response.WriteAsync((string?)asked["app_id"] == App && (string?)asked["app_secret"] == Secret ? $$"""{"code":0,"msg":"ok","tenant_access_token":"{{AccessToken}}","expire":7200}""" : """{"code":10014,"msg":"app secret invalid"}""");
        }
        else if (ForgetsTokens || authorization != "Bearer " + AccessToken)
        {
            ForgetsTokens = false;
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync("""{"code":99991663,"msg":"Invalid access token for authorization."}""");
        }
        else if (path.Split('/') is [.., "resources", var key])
        {
            http.Response.StatusCode = Files.ContainsKey(key) ? 200 : 400;
            http.Response.ContentType = Files.TryGetValue(key, out var file) ? file.Type : "application/json";
            await http.Response.Body.WriteAsync(file.Content ?? """{"code":234003,"msg":"File not in msg."}"""u8.ToArray());
        }
        else if (path.StartsWith("im/v1/messages", StringComparison.Ordinal))
        {
            // One beside a service gives each message a name of its own.
            var id = http.Request.Method == "PATCH" ? path.Split('/')[^1] : _edge.IsBeside ? "om_sent" + ++_posted : "om_sent";
            var (status, answer, reset) = Planned.TryDequeue(out var planned) ? planned : (200, $$$"""{"code":0,"msg":"success","data":{"message_id":"{{{id}}}"}}""", null);
            http.Response.StatusCode = status;
            if (reset is not null)
            {
                http.Response.Headers["x-ogw-ratelimit-reset"] = reset;
            }

            await http.Response.WriteAsync(answer);
            _edge.Record(new PlatformEdge.Sent($"{http.Request.Method} {path}{http.Request.QueryString}", authorization, JsonNode.Parse(text)!.AsObject()) { Id = id });
        }
        else
        {
            await (path == "tenant/v2/tenant/query" ? Asleep : Task.CompletedTask);
            await http.Response.WriteAsync(path switch
            {
                "bot/v3/info" => Self,
                "tenant/v2/tenant/query" => Company,
                _ when Users.TryGetValue(path.Split('/')[^1], out var user) => $$$"""{"code":0,"msg":"success","data":{"user":{{{user}}}}}""",
                _ => """{"code":41050,"msg":"no user authority error"}""",
            });
        }
    }
}
