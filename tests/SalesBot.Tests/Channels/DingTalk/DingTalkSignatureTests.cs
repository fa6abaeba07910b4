using System.Text.Json.Nodes;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.DingTalk;

public sealed class DingTalkSignatureTests
{
    [Theory]
    [InlineData("1577262236757", "this is a secret", "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=")]
    [InlineData("1760000000000", "SECabc123DEF456", "drznkAkSvnfzduHhZMc8ikECkH28XJkeslBTULkNxb8=")]
    [InlineData("1760000000001", "钥匙-ключ", "N8wQ5eWJoN3tLFaVTyv2MWY8VUXLEBr6sSUAsgqw2V8=")]
    public void The_known_vectors_of_messages_come_out(string timestamp, string secret, string sign) => Assert.Equal(sign, DingTalkSignature.OfMessage(timestamp, secret));

    [Theory]
    [InlineData("1760000000000", "example-secret", "46RabBiW+J6qxJt6/Ohz6e7Ylq6C+VBy32qM4vb2CKY=")]
    [InlineData("1577262236757", "card-api-secret-2", "e/j5jGiP+cIU1MSlc3MHE4dm4fBP/DSEexWzkP2TSV4=")]
    public void The_known_vectors_of_cards_come_out(string timestamp, string secret, string sign) => Assert.Equal(sign, DingTalkSignature.OfCard(timestamp, secret));

    [NodeFact]
    public async Task Another_robot_signs_as_we_do()
    {
        (string Timestamp, string Secret)[] cases = [("1760000000000", "s"), ("1", "SEC+/=%&"), ("1760000000002", "销售 ✓")];
        var theirs = await NodeScript.RunAsync("judge-dingtalk.cjs", new JsonArray([.. cases.Select(c => new JsonObject { ["timestamp"] = c.Timestamp, ["secret"] = c.Secret })]).ToJsonString());
        Assert.Equal(cases.Select(c => DingTalkSignature.OfMessage(c.Timestamp, c.Secret)), theirs.EnumerateArray().Select(s => s.GetString()!), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("1760003600000", null)]
    [InlineData("1759996400000", null)]
    [InlineData("1760003600001", "stale")]
    [InlineData("1759996399999", "stale")]
    [InlineData("9223372036854775807", "stale")]
    [InlineData("", "noTimestamp")]
    [InlineData("-1", "noTimestamp")]
    [InlineData("1760000000000.5", "noTimestamp")]
    [InlineData(null, "noTimestamp")]
    public void A_moment_that_is_none_of_this_hour_is_refused(string? timestamp, string? fault) => Assert.Equal(
        fault, DingTalkSignature.Fault(timestamp, timestamp is null ? null : DingTalkSignature.OfCard(timestamp, "s"), t => DingTalkSignature.OfCard(t, "s"), DateTimeOffset.FromUnixTimeSeconds(1_760_000_000)));
}
