using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Tests.Channels.BotFramework.Schema;

public sealed class ActivityTests
{
    /// <summary>As Teams sends it, with members that SalesBot has no use for.</summary>
    private const string FromTeams = """
        {"text":"<at>SalesBot</at> 东岭 120万","textFormat":"plain","type":"message","timestamp":"2026-03-18T07:05:09.1234567Z",
         "localTimestamp":"2026-03-18T15:05:09.1234567+08:00","localTimezone":"Asia/Shanghai","id":"1710745509123","channelId":"msteams",
         "serviceUrl":"https://smba.trafficmanager.net/apac/","from":{"id":"29:1abc","name":"赵磊","aadObjectId":"0f9a","userPrincipalName":"zl@x.cn"},
         "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"t-1","id":"19:abc@thread.tacv2;messageid=1710"},
         "recipient":{"id":"28:bot","name":"SalesBot"},
         "entities":[{"mentioned":{"id":"28:bot","name":"SalesBot"},"text":"<at>SalesBot</at>","type":"mention"},
                     {"locale":"zh-CN","country":"CN","platform":"Web","timezone":"Asia/Shanghai","type":"clientInfo"}],
         "channelData":{"teamsChannelId":"19:abc","tenant":{"id":"t-1"}},"locale":"zh-CN","somethingNew":{"deep":[1,"2"]}}
        """;

    [Fact]
    public void Passes_through_what_it_does_not_know()
    {
        var read = JsonSerializer.Deserialize(FromTeams, BotFrameworkJson.Wire.Activity)!;
        var written = JsonSerializer.Serialize(read, BotFrameworkJson.Wire.Activity);

        var expected = JsonNode.Parse(FromTeams)!;
        expected["timestamp"] = "2026-03-18T07:05:09.123Z";
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(written)), written);
        Assert.Contains("赵磊", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("12")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("null")]
    public void Takes_a_message_whose_timestamp_is_no_time(string timestamp)
    {
        var read = JsonSerializer.Deserialize($$"""{"timestamp":{{timestamp}},"text":"hi"}""", BotFrameworkJson.Wire.Activity)!;

        Assert.Null(read.Timestamp);
        Assert.Equal("hi", read.Text);
    }

    [Fact]
    public void Reads_names_in_any_case_and_writes_no_nulls()
    {
        var read = JsonSerializer.Deserialize("""{"Type":"message","TEXT":"hi","value":null}""", BotFrameworkJson.Wire.Activity)!;

        Assert.Equal("""{"type":"message","text":"hi"}""", JsonSerializer.Serialize(read, BotFrameworkJson.Wire.Activity));
    }

    [Fact]
    public void Keeps_what_is_needed_to_speak_again()
    {
        var reference = JsonSerializer.Deserialize(FromTeams, BotFrameworkJson.Wire.Activity)!.Reference()!;
        var kept = JsonSerializer.Deserialize(JsonSerializer.Serialize(reference, BotFrameworkJson.Wire.ConversationReference), BotFrameworkJson.Wire.ConversationReference)!;
        var message = kept.Message();

        Assert.Equal("1710745509123", kept.ActivityId);
        Assert.Equal("28:bot", message.From!.Id);
        Assert.Equal("29:1abc", message.Recipient!.Id);
        Assert.Equal("19:abc@thread.tacv2;messageid=1710", message.Conversation!.Id);
        Assert.Equal("https://smba.trafficmanager.net/apac/", message.ServiceUrl);
    }

    [Theory]
    [InlineData("""{"serviceUrl":"https://x/","channelId":"msteams"}""")]
    [InlineData("""{"conversation":{"id":"c"},"channelId":"msteams"}""")]
    [InlineData("""{"conversation":{},"serviceUrl":"https://x/","channelId":"msteams"}""")]
    public void Has_no_reference_without_a_conversation_and_its_service(string json) =>
        Assert.Null(JsonSerializer.Deserialize(json, BotFrameworkJson.Wire.Activity)!.Reference());
}
