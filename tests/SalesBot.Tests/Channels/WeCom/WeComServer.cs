using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.WeCom;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.WeCom;

/// <summary>What WeCom sends and answers, at the edge for WeCom.</summary>
internal sealed class WeComServer : IAsyncDisposable
{
    public const string Corp = "ww1234567890abcdef";
    public const string Token = "SalesBotToken01";
    public const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string Secret = "the-secret-of-the-app-0123456789";

    private PlatformEdge _edge = null!;
    private int _number;

    /// <summary>Beside a service each code is one of its own and good once.</summary>
    private readonly ConcurrentDictionary<string, bool> _codes = new(StringComparer.Ordinal);

    public static CallbackCipher Cipher { get; } = new(Token, Key, Corp);

    public DateTimeOffset Now => _edge.Now;

    public string Logged => _edge.Logged;

    public bool NothingSent => _edge.NothingSent;

    public WeComMessenger Messenger => _edge.Services.GetRequiredService<WeComMessenger>();

    /// <summary>What <c>user/get</c> says of everybody.</summary>
    public string User { get; set; } = """{"errcode":0,"userid":"zhaolei","status":1,"email":"","biz_mail":"Zhao.Lei@example.com"}""";

    /// <summary>What it says of one of them instead.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Seals and signs as WeCom does: a moment, a nonce and the message in, the sealed text and its signature out.</summary>
    public Func<string, string, string, Task<(string Sealed, string Signature)>> Seal { get; init; } = SealAsync;

    /// <summary>What WeCom answers to a message or an update instead, once each.</summary>
    public ConcurrentQueue<string> Planned { get; } = new();

    /// <summary>No code is good any more.</summary>
    public bool RefuseUpdates { get; set; }

    /// <summary>The tokens that were given out.</summary>
    public int Tokens { get; set; }

    /// <summary>How often <c>user/get</c> was asked.</summary>
    public int Asked { get; private set; }

    public static async Task<WeComServer> StartAsync(TestBot bot, params IEnumerable<KeyValuePair<string, string?>> more)
    {
        var server = new WeComServer();
        server._edge = await PlatformEdge.StartAsync(
            bot, server.AnswerAsync, url => Settings(url).Concat(more).GroupBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Last()),
            builder => builder.Services.AddWeCom(builder.Configuration), app => app.MapWeCom());
        return server;
    }

    /// <summary>WeCom alone, beside a service that runs elsewhere and is told of it by <see cref="Settings"/>.</summary>
    public async Task<WeComServer> StandAsync()
    {
        _edge = await PlatformEdge.BesideAsync(AnswerAsync);
        return this;
    }

    public PlatformEdge Edge => _edge;

    public static IEnumerable<KeyValuePair<string, string?>> Settings(string url) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["SalesBot:Channels:WeCom:CorpId"] = Corp, ["SalesBot:Channels:WeCom:AgentId"] = "1000002", ["SalesBot:Channels:WeCom:Secret"] = Secret, ["SalesBot:Channels:WeCom:Token"] = Token,
        ["SalesBot:Channels:WeCom:EncodingAesKey"] = Key, ["SalesBot:Channels:WeCom:ApiUrl"] = url + "/cgi-bin/", ["SalesBot:Channels:WeCom:Pace"] = "00:00:00", ["SalesBot:Channels:WeCom:Retries"] = "0",
    };

    public static string Said(string text, string id, string user = "zhaolei", string agent = "1000002", string corp = Corp) =>
        $"<xml><ToUserName><![CDATA[{corp}]]></ToUserName><FromUserName><![CDATA[{user}]]></FromUserName><CreateTime>1348831860</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId><AgentID>{agent}</AgentID></xml>";

    public static string Event(string name, string more = "", string user = "zhaolei") =>
        $"<xml><ToUserName><![CDATA[{Corp}]]></ToUserName><FromUserName><![CDATA[{user}]]></FromUserName><CreateTime>1348831861</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event>{more}<AgentID>1000002</AgentID></xml>";

    public Task<(int Status, string Body)> SayAsync(string text, string user = "zhaolei") => PushAsync(Said(text, (9000 + Interlocked.Increment(ref _number)).ToString(CultureInfo.InvariantCulture), user));

    /// <summary>Presses a button of a card that was sent.</summary>
    public Task<(int Status, string Body)> PressAsync(string key, string task, string code, string user = "zhaolei")
    {
        _codes[code] = true;
        return PushAsync(Event("template_card_event", $"<EventKey><![CDATA[{key}]]></EventKey><TaskId><![CDATA[{task}]]></TaskId><CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA[{code}]]></ResponseCode>", user));
    }

    /// <summary>Seals and signs as WeCom does.</summary>
    public async Task<(int Status, string Body)> PushAsync(string xml, TimeSpan ago = default, string? nonce = null)
    {
        var timestamp = (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        nonce ??= "n" + Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        var (sealedText, signature) = await Seal(timestamp, nonce, xml);
        return await PostRawAsync(Envelope(sealedText), Query(signature, timestamp, nonce));
    }

    public Task<(int Status, string Body)> PushSealedAsync(string sealedText, TimeSpan ago = default, string? nonce = null)
    {
        var timestamp = (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        nonce ??= "n" + Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        return PostRawAsync(Envelope(sealedText), Query(Cipher.Sign(timestamp, nonce, sealedText), timestamp, nonce));
    }

    public static string Envelope(string sealedText) => $"<xml><ToUserName><![CDATA[{Corp}]]></ToUserName><AgentID>1000002</AgentID><Encrypt><![CDATA[{sealedText}]]></Encrypt></xml>";

    public static string Query(string signature, string timestamp, string nonce) => $"?msg_signature={WebUtility.UrlEncode(signature)}&timestamp={WebUtility.UrlEncode(timestamp)}&nonce={WebUtility.UrlEncode(nonce)}";

    public Task<(int Status, string Body)> PostRawAsync(string body, string query) => _edge.PostAsync(WeComCallback.Path + query, body, "text/xml");

    public Task<(int Status, string Body)> GetAsync(string query) => _edge.GetAsync(WeComCallback.Path + query);

    public SalesBot.Conversation.Outbox Outbox => _edge.Services.GetRequiredService<SalesBot.Conversation.Outbox>();

    public Task<PlatformEdge.Sent> SentAsync() => _edge.SentAsync();

    public Task StopAsync() => _edge.StopAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    private static Task<(string Sealed, string Signature)> SealAsync(string timestamp, string nonce, string xml)
    {
        var sealedText = Cipher.Seal(Encoding.UTF8.GetBytes(xml));
        return Task.FromResult((sealedText, Cipher.Sign(timestamp, nonce, sealedText)));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var (query, method) = (http.Request.Query, http.Request.Path.Value!["/cgi-bin/".Length..]);
        if (method != "gettoken" && query["access_token"] != $"tok{Tokens}")
        {
            await http.Response.WriteAsync("""{"errcode":40014,"errmsg":"invalid access_token"}""");
            return;
        }

        switch (method)
        {
            case "gettoken":
                await http.Response.WriteAsync(query["corpid"] == Corp && query["corpsecret"] == Secret ? $$"""{"errcode":0,"errmsg":"ok","access_token":"tok{{++Tokens}}","expires_in":7200}""" : """{"errcode":40001,"errmsg":"x"}""");
                break;
            case "user/get":
                Asked++;
                await http.Response.WriteAsync(Users.GetValueOrDefault(query["userid"].ToString(), User));
                break;
            case "agent/get":
                await http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok","agentid":1000002,"name":"销售助手"}""");
                break;
            case "media/get" when query["media_id"] == "M1":
                http.Response.ContentType = "image/png";
                http.Response.Headers.ContentDisposition = "attachment; filename=\"site.png\"";
                await http.Response.Body.WriteAsync(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
                break;
            case "media/get":
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("""{"errcode":40007,"errmsg":"invalid media_id"}""");
                break;
            default:
                using (var reader = new StreamReader(http.Request.Body))
                {
                    var body = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
                    var code = _edge.IsBeside ? "send-code-" + Guid.NewGuid().ToString("N") : "send-code";
                    _codes[code] = true;
                    var planned = method == "message/update_template_card" && (RefuseUpdates || (_edge.IsBeside && !_codes.TryRemove((string)body["response_code"]!, out _))) ? """{"errcode":41061,"errmsg":"x"}""" : Planned.TryDequeue(out var next) ? next : null;
                    await http.Response.WriteAsync(planned ?? $$"""{"errcode":0,"errmsg":"ok","invaliduser":"","msgid":"m{{Interlocked.Increment(ref _number)}}"{{(body["template_card"] is not null && method == "message/send" ? ",\"response_code\":\"" + code + "\"" : "")}}}""");
                    _edge.Record(new PlatformEdge.Sent(method, query["access_token"], body));
                }

                break;
        }
    }
}
