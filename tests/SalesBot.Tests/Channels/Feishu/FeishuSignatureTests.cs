using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.Feishu;

public sealed class FeishuSignatureTests
{
    private const string Challenge = "MDEyMzQ1Njc4OWFiY2RlZtl6UWOc93H6zotOS/obWgbr0idkDYe3H2f1IweojBdqpu3eMwR9oWH+CNmPQ5pG6YnsHfcKwPeUvefXG3Bi8gDG9o1n3V/sLAJw1zKs9GSX";

    [Theory]
    [InlineData("test key", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=", "hello world")]
    [InlineData(FeishuServer.Key, Challenge, """{"challenge":"ajls384kdjxxxx","token":"vtok","type":"url_verification"}""")]
    public void The_known_vectors_are_read(string key, string encrypted, string plain) => Assert.Equal(plain, Encoding.UTF8.GetString(FeishuCipher.Decrypt(key, encrypted)!));

    [Fact]
    public void The_known_signature_comes_out() => Assert.Equal(
        "238714e63575338de6551480cc8af1c6005e0ed4adf673c1f26a86155a670d61",
        FeishuSignature.Of(FeishuServer.Key, "1760000001", "nonce-1", Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Challenge}}"}""")));

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZg==")]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZtl6UWOc93H6zotOS/obWgbr0idkDYe3H2f1IweojBdqpu3eMwR9oWH+CNmPQ5pG6Q==")]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZtl6UWOc93H6zotOS/obWgbr0idkDYe3H2f1IweojBdqpu3eMwR9oWH+CNmPQ5pG6YnsHfcKwPeUvefXG3Bi8gDG9o1n3V/sLAJw1zKs9GSY")]
    public void What_was_cut_or_changed_is_not_read(string encrypted) => Assert.Null(FeishuCipher.Decrypt(FeishuServer.Key, encrypted));

    [Theory]
    [InlineData("1760000301", "stale")]
    [InlineData("1759999699", "stale")]
    [InlineData("", "noTimestamp")]
    [InlineData("-1", "noTimestamp")]
    [InlineData("1760000000.5", "noTimestamp")]
    [InlineData("9223372036854775807", "stale")]
    [InlineData("1760000300", null)]
    [InlineData("1759999700", null)]
    public void A_moment_that_is_none_of_now_is_refused(string timestamp, string? fault) => Assert.Equal(fault, Fault(timestamp, "n", FeishuSignature.Of(FeishuServer.Key, timestamp, "n", "{}"u8), "{}"));

    /// <summary>The same requests before two judges: ours, and Feishu's own SDK, for events and for cards.</summary>
    [NodeFact]
    public async Task Feishus_own_handlers_judge_as_we_do_and_read_the_same()
    {
        var body = FeishuServer.Encrypt("""{"schema":"2.0","header":{"event_id":"e1","event_type":"im.message.receive_v1","token":"vtok-5f0c"},"event":{"text":"赵磊：东岭阀门 120万 ✓"}}""");
        var good = FeishuSignature.Of(FeishuServer.Key, "1760000000", "n1", Encoding.UTF8.GetBytes(body));
        (string Timestamp, string Nonce, string Signature, string Body)[] cases =
        [
            ("1760000000", "n1", good, body), ("1760000000", "n1", good[..^1] + (good[^1] == '0' ? '1' : '0'), body), ("1760000001", "n1", good, body), ("1760000000", "n2", good, body), ("1760000000", "n1", "", body),
            ("1760000000", "n1", good, FeishuServer.Encrypt("{}")), ("1760000000", "n1", FeishuSignature.Of("another-key", "1760000000", "n1", Encoding.UTF8.GetBytes(body)), body),
            ("1760000000", "n1", FeishuSignature.Of(FeishuServer.Key, "1760000000", "n1", Encoding.UTF8.GetBytes(FeishuServer.Encrypt("{}", "another-key"))), FeishuServer.Encrypt("{}", "another-key")),
        ];

        var theirs = (await AskAsync([.. cases.Select(c => new JsonObject { ["timestamp"] = c.Timestamp, ["nonce"] = c.Nonce, ["signature"] = c.Signature, ["body"] = c.Body })])).GetProperty("answers").EnumerateArray().ToList();

        // The last one is signed well and encrypted with another key, which their handler for cards passes on as nothing.
        Assert.Equal([true, false, false, false, false, false, false, true], cases.Select(c => Fault(c.Timestamp, c.Nonce, c.Signature, c.Body) is null));
        Assert.Equal([true, false, false, false, false, false, false, false], theirs.Select(t => Heard(t, "event")));
        Assert.Equal([true, false, false, false, false, false, false, false], theirs.Select(t => Heard(t, "card")));
        Assert.Null(FeishuCipher.Open(FeishuServer.Key, Encoding.UTF8.GetBytes(cases[^1].Body)).Json);
        Assert.Equal("赵磊：东岭阀门 120万 ✓", theirs[0].GetProperty("event").GetProperty("text").GetString());
    }

    private static bool Heard(JsonElement answer, string handler) => answer.GetProperty(handler) is { ValueKind: JsonValueKind.Object } heard && heard.TryGetProperty("text", out _);

    private static Task<JsonElement> AskAsync(JsonNode[] requests) => NodeScript.RunAsync(
        "judge-feishu.cjs", new JsonObject { ["encryptKey"] = FeishuServer.Key, ["verificationToken"] = FeishuServer.Token, ["requests"] = new JsonArray(requests) }.ToJsonString());

    private static string? Fault(string timestamp, string nonce, string signature, string body) => FeishuSignature.Fault(
        new FeishuOptions { EncryptKey = FeishuServer.Key }, new SignedHeaders(timestamp, nonce, signature), Encoding.UTF8.GetBytes(body), DateTimeOffset.FromUnixTimeSeconds(1_760_000_000));
}
