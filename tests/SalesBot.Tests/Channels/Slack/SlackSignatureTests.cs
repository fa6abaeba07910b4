using System.Text;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.Slack;

public sealed class SlackSignatureTests
{
    private const string VendorBody = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private const string Chinese = "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22approve%22%2C%22value%22%3A%22%E6%89%B9%E5%87%86%22%7D%5D%7D";

    [Theory]
    [InlineData(SlackServer.Secret, "1531420618", VendorBody, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("slack-secret-1", "1760000000", """{"type":"url_verification","token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}""", "v0=ffe4fe4a9269737c11c39b6bdea7781af5dfa9e2da87aa5b46f0641898fa0596")]
    [InlineData("slack-secret-1", "1760000001", Chinese, "v0=08711feef079db9e52638f81b8766b10711b8dd7c5f68672304b3eb3b633e285")]
    public void The_known_vectors_come_out(string secret, string timestamp, string body, string signature)
    {
        Assert.Equal(signature, SlackSignature.Of(secret, timestamp, Encoding.UTF8.GetBytes(body)));
        Assert.Null(Fault(secret, timestamp, signature, body, 0));
    }

    /// <summary>The same requests before two judges: ours, and Slack's own @slack/bolt.</summary>
    [NodeFact]
    public async Task Bolt_judges_as_we_do()
    {
        const long Now = 1_760_000_000;
        var body = """{"type":"event_callback","event":{"text":"赵磊：东岭阀门 120万 ✓"}}""";
        var good = SlackSignature.Of(SlackServer.Secret, "1760000000", Encoding.UTF8.GetBytes(body));
        (string Timestamp, string Signature, string Body)[] cases =
        [
            ("1760000000", good, body), ("1760000000", good, body + " "), ("1760000001", good, body), ("1760000000", good[..^1] + "x", body), ("1760000000", "v1" + good[2..], body), ("1760000000", "v0=", body),
            ("1759999700", SlackSignature.Of(SlackServer.Secret, "1759999700", Encoding.UTF8.GetBytes(body)), body), ("1759999699", SlackSignature.Of(SlackServer.Secret, "1759999699", Encoding.UTF8.GetBytes(body)), body),
            ("1760000000", SlackSignature.Of("another-secret-0123456789", "1760000000", Encoding.UTF8.GetBytes(body)), body),
        ];
        var question = new JsonObject
        {
            ["secret"] = SlackServer.Secret, ["now"] = Now * 1000,
            ["requests"] = new JsonArray([.. cases.Select(c => new JsonObject { ["timestamp"] = c.Timestamp, ["signature"] = c.Signature, ["body"] = c.Body })]),
        };

        var theirs = await NodeScript.RunAsync("judge-slack.cjs", question.ToJsonString());

        Assert.Equal(theirs.EnumerateArray().Select(v => v.GetBoolean()), cases.Select(c => Fault(SlackServer.Secret, c.Timestamp, c.Signature, c.Body, Now) is null));
        Assert.Equal([true, false, false, false, false, false, true, false, false], theirs.EnumerateArray().Select(v => v.GetBoolean()));
    }

    /// <summary>Bolt lets these in; a request signed for tomorrow would be good for replays until then.</summary>
    [Theory]
    [InlineData("1760000301", "stale")]
    [InlineData("", "noTimestamp")]
    [InlineData("-1", "noTimestamp")]
    [InlineData("1760000000.5", "noTimestamp")]
    [InlineData("9223372036854775807", "stale")]
    public void A_moment_that_is_none_of_now_is_refused(string timestamp, string fault) =>
        Assert.Equal(fault, Fault(SlackServer.Secret, timestamp, SlackSignature.Of(SlackServer.Secret, timestamp, "{}"u8), "{}", 1_760_000_000));

    private static string? Fault(string secret, string timestamp, string signature, string body, long now) =>
        SlackSignature.Fault(secret, timestamp, signature, Encoding.UTF8.GetBytes(body), DateTimeOffset.FromUnixTimeSeconds(now == 0 ? long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture) : now));
}
