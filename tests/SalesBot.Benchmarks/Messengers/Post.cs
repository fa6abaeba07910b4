using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Server.Channels.Slack;
using SalesBot.Server.Channels.WeCom;

namespace SalesBot.Benchmarks.Messengers;

/// <summary>What a messenger posts when somebody says something.</summary>
/// <param name="Deadline">Within which it wants to be acknowledged (PROTOCOLS.md); of several, the shortest.</param>
/// <param name="Request">Of a person's number and what that person says, with an id.</param>
internal sealed record Post(string Messenger, TimeSpan Deadline, Func<string, string, string, HttpRequestMessage> Request)
{
    private const string SlackSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Corp = "ww1234567890abcdef";
    private const string WeComToken = "SalesBotToken01";
    private const string WeComKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string FeishuKey = "salesbot-encrypt-key";
    private const string AppSecret = "the-secret-of-the-app-0123456789";
    private const string PathSecret = "nobodycanguessthis0123456789";

    private static readonly byte[] FeishuCipherKey = SHA256.HashData(Encoding.UTF8.GetBytes(FeishuKey));
    private static readonly CallbackCipher Cipher = new(WeComToken, WeComKey, Corp);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static string Seconds => Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>How the service is told of them, by environment variables. Everything else is as it ships.</summary>
    public static IReadOnlyDictionary<string, string> Settings(string platforms) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Slack:BotToken"] = "xoxb-1-x", ["Slack:SigningSecret"] = SlackSecret, ["Slack:ApiUrl"] = platforms + "/api/",
        ["Feishu:AppId"] = "cli_bench", ["Feishu:AppSecret"] = AppSecret, ["Feishu:VerificationToken"] = "vtok", ["Feishu:EncryptKey"] = FeishuKey, ["Feishu:ApiUrl"] = platforms + "/",
        ["WeCom:CorpId"] = Corp, ["WeCom:AgentId"] = "1000002", ["WeCom:Secret"] = AppSecret, ["WeCom:Token"] = WeComToken, ["WeCom:EncodingAesKey"] = WeComKey, ["WeCom:ApiUrl"] = platforms + "/cgi-bin/",
        ["DingTalk:CorpId"] = Corp, ["DingTalk:AppKey"] = "dingkey1", ["DingTalk:AppSecret"] = AppSecret, ["DingTalk:PathSecret"] = PathSecret, ["DingTalk:Stream"] = "false",
        ["DingTalk:ApiUrl"] = platforms + "/", ["DingTalk:OldApiUrl"] = platforms + "/",
    }.ToDictionary(s => "SalesBot__Channels__" + s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);

    public static IReadOnlyList<Post> All(string platforms) =>
    [
        new("Teams", TimeSpan.FromSeconds(10), (who, text, id) => Json(
            BotFrameworkEndpoint.Path, new { type = "message", id, channelId = "msteams", serviceUrl = platforms + "/", from = new { id = "U" + who }, recipient = new { id = "bot" }, conversation = new { id = "a" + who, conversationType = "personal" }, locale = "zh-CN", text })),
        new("Slack", TimeSpan.FromSeconds(3), (who, text, id) =>
        {
            var body = JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["type"] = "event_callback", ["team_id"] = "T1", ["event_id"] = id, ["event"] = new { type = "message", channel_type = "im", channel = "D" + who, user = "U" + who, text, ts = "1.1" },
            });
            var timestamp = Seconds;
            return Signed(SlackEvents.Path, body, "application/json", ("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", SlackSignature.Of(SlackSecret, timestamp, Encoding.UTF8.GetBytes(body))));
        }),
        new("Feishu", TimeSpan.FromSeconds(3), (who, text, id) =>
        {
            var body = Encrypted(JsonSerializer.Serialize(new
            {
                schema = "2.0",
                header = new { event_id = id, token = "vtok", event_type = "im.message.receive_v1", tenant_key = "tk", app_id = "cli_bench" },
                @event = new
                {
                    sender = new { sender_id = new { open_id = "ou_" + who }, sender_type = "user", tenant_key = "tk" },
                    message = new { message_id = "om_" + id, chat_id = "oc_" + who, chat_type = "p2p", message_type = "text", content = JsonSerializer.Serialize(new { text }) },
                },
            }));
            var timestamp = Seconds;
            return Signed(
                FeishuEvents.Path, body, "application/json", ("X-Lark-Request-Timestamp", timestamp), ("X-Lark-Request-Nonce", id), ("X-Lark-Signature", FeishuSignature.Of(FeishuKey, timestamp, id, Encoding.UTF8.GetBytes(body))));
        }),
        new("WeCom", TimeSpan.FromSeconds(5), (who, text, id) =>
        {
            var (sealedText, timestamp) = (Cipher.Seal(Encoding.UTF8.GetBytes($"<xml><ToUserName>{Corp}</ToUserName><FromUserName>w{who}</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>{text}</Content><MsgId>{id}</MsgId><AgentID>1000002</AgentID></xml>")), Seconds);
            return Signed(
                $"{WeComCallback.Path}?msg_signature={Cipher.Sign(timestamp, id, sealedText)}&timestamp={timestamp}&nonce={id}", $"<xml><ToUserName>{Corp}</ToUserName><AgentID>1000002</AgentID><Encrypt>{sealedText}</Encrypt></xml>", "text/xml");
        }),
        new("DingTalk", TimeSpan.FromSeconds(2), (who, text, id) =>
        {
            var request = Json("/api/dingtalk/robot/" + PathSecret, new
            {
                conversationId = "cid" + who, conversationType = "1", msgId = id, senderStaffId = "d" + who, senderCorpId = Corp, chatbotCorpId = Corp, robotCode = "dingkey1", sessionWebhook = $"{platforms}/webhook/{who}",
                sessionWebhookExpiredTime = Now.AddYears(1).ToUnixTimeMilliseconds(), msgtype = "text", text = new { content = text },
            });
            var timestamp = Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("timestamp", timestamp);
            request.Headers.TryAddWithoutValidation("sign", DingTalkSignature.OfMessage(timestamp, AppSecret));
            return request;
        }),
    ];

    private static string Encrypted(string plain)
    {
        using var aes = Aes.Create();
        aes.Key = FeishuCipherKey;
        return JsonSerializer.Serialize(new { encrypt = Convert.ToBase64String([.. aes.IV, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(plain), aes.IV)]) });
    }

    private static HttpRequestMessage Json(string path, object body) => Signed(path, JsonSerializer.Serialize(body), "application/json");

    private static HttpRequestMessage Signed(string path, string body, string type, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
