using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.DingTalk;

/// <summary>The same over a connection that the bot opens.</summary>
public sealed class DingTalkStreamTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private DingTalkServer _dingtalk = null!;

    public async Task InitializeAsync() => _dingtalk = await DingTalkServer.StartAsync(_bot = await TestBot.StartAsync(), KeyValuePair.Create<string, string?>(DingTalkServer.Key("Stream"), "true"));

    public async Task DisposeAsync()
    {
        await _dingtalk.DisposeAsync();
        await _bot.DisposeAsync();
    }

    /// <summary>The same frames before two clients: ours, and DingTalk's own dingtalk-stream.</summary>
    [NodeFact]
    public async Task DingTalks_own_client_opens_and_acknowledges_as_we_do()
    {
        JsonObject[] frames =
        [
            DingTalkServer.Frame("SYSTEM", "ping", "s1", """{"opaque":"ab\"c"}"""), DingTalkServer.Frame("EVENT", "org_dept_create", "e1", "{}"),
            DingTalkServer.Frame("CALLBACK", DingTalkFrames.Message, "m1", _dingtalk.Said("我的商机").ToJsonString()), DingTalkServer.Frame("CALLBACK", DingTalkFrames.Card, "c1", DingTalkServer.Pressed("card", "#K7FQ2").ToJsonString()),
        ];
        var theirs = await NodeScript.RunAsync("dingtalk-stream-client.cjs", new JsonObject { ["frames"] = new JsonArray([.. frames.Select(f => f.DeepClone())]), ["answer"] = JsonSerializer.SerializeToNode(DingTalkPress.Answer) }.ToJsonString());

        var socket = await _dingtalk.ConnectedAsync();
        foreach (var frame in frames)
        {
            await DingTalkServer.PushAsync(socket, frame.ToJsonString());
        }

        var ours = new List<JsonObject>();
        while (ours.Count < frames.Length)
        {
            ours.Add(await _dingtalk.AckAsync());
        }

        foreach (var ack in theirs.GetProperty("acks").EnumerateArray().Select(a => JsonNode.Parse(a.GetRawText())!.AsObject()))
        {
            var own = ours.First(o => (string?)o["headers"]!["messageId"] == (string?)ack["headers"]!["messageId"]);
            Assert.True(JsonNode.DeepEquals(Opened(ack), Opened(own)), $"{ack.ToJsonString()}\n{own.ToJsonString()}");
        }

        var (asked, opened) = (theirs.GetProperty("asked"), _dingtalk.Opened.First());
        Assert.EndsWith("/v1.0/gateway/connections/open", asked.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(asked.GetProperty("data").EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal), opened.Select(m => m.Key).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["CALLBACK /v1.0/card/instances/callback", "CALLBACK /v1.0/im/bot/messages/get"], opened["subscriptions"]!.AsArray().Select(s => $"{s!["type"]} {s["topic"]}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(opened["subscriptions"]!.AsArray(), s => Assert.Contains(asked.GetProperty("data").GetProperty("subscriptions").EnumerateArray(), t => t.GetProperty("topic").GetString() == (string?)s!["topic"] && t.GetProperty("type").GetString() == (string?)s["type"]));
    }

    [Fact]
    public async Task What_is_said_over_the_stream_is_answered_and_what_comes_again_is_not()
    {
        await using (var db = _bot.Open())
        {
            (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@example.com";
            await db.SaveChangesAsync();
        }

        var socket = await _dingtalk.ConnectedAsync();
        var said = _dingtalk.Said("提醒我明天给凌云电缆打电话").ToJsonString();
        await DingTalkServer.PushAsync(socket, DingTalkServer.Frame("CALLBACK", DingTalkFrames.Message, "m1", said).ToJsonString());
        Assert.Equal("m1", (string?)(await _dingtalk.AckAsync())["headers"]!["messageId"]);
        Assert.Equal("POST webhook", (await _dingtalk.SentAsync()).Method);
        await DingTalkServer.PushAsync(socket, DingTalkServer.Frame("CALLBACK", DingTalkFrames.Message, "m1", said).ToJsonString());
        await _dingtalk.AckAsync();

        await _dingtalk.StopAsync();
        Assert.True(_dingtalk.NothingSent);
        await using var after = _bot.Open();
        Assert.Equal(1, await after.SeenMessages.CountAsync(s => s.Channel == "dingtalk"));
    }

    [Fact]
    public async Task An_address_that_no_socket_can_open_is_logged_and_asked_for_again()
    {
        var socket = await _dingtalk.ConnectedAsync();
        _dingtalk.Endpoints.Enqueue("https://x.dingtalk.com/connect");
        _dingtalk.Endpoints.Enqueue("http://127.0.0.1:9/connect");
        await DingTalkServer.PushAsync(socket, DingTalkServer.Frame("SYSTEM", "disconnect", "s1", "{}").ToJsonString());

        await _dingtalk.ConnectedAsync();
        Assert.Empty(_dingtalk.Endpoints);
        Assert.Contains("badEndpoint", _dingtalk.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_ends_is_opened_again()
    {
        var socket = await _dingtalk.ConnectedAsync();
        await DingTalkServer.PushAsync(socket, DingTalkServer.Frame("SYSTEM", "disconnect", "s1", "{}").ToJsonString());
        socket = await _dingtalk.ConnectedAsync();
        socket.Abort();
        socket = await _dingtalk.ConnectedAsync();
        await DingTalkServer.PushAsync(socket, DingTalkServer.Frame("SYSTEM", "ping", "s2", "{}").ToJsonString());
        Assert.Equal("s2", (string?)(await _dingtalk.AckAsync())["headers"]!["messageId"]);
    }

    [Fact]
    public async Task What_is_foreign_or_no_frame_ends_nothing_and_writes_nothing()
    {
        var socket = await _dingtalk.ConnectedAsync();
        string[] wild =
        [
            "", "{", "[]", "null", """{"type":7}""", """{"type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get"}}""",
            DingTalkServer.Frame("CALLBACK", DingTalkFrames.Message, "w1", "no JSON").ToJsonString(), DingTalkServer.Frame("CALLBACK", "/v1.0/other", "w2", "{}").ToJsonString(),
            DingTalkServer.Frame("CALLBACK", DingTalkFrames.Message, "w3", _dingtalk.Said("提醒我明天给凌云电缆打电话", """{"senderCorpId":"dingother"}""").ToJsonString()).ToJsonString(),
            DingTalkServer.Frame("CALLBACK", DingTalkFrames.Card, "w4", """{"outTrackId":"c","userId":"u","content":"{\"cardPrivateData\":{\"actionIds\":[7]}}"}""").ToJsonString(),
        ];
        foreach (var frame in wild)
        {
            await DingTalkServer.PushAsync(socket, frame);
        }

        await DingTalkServer.PushAsync(socket, DingTalkServer.Frame("SYSTEM", "ping", "s2", "{}").ToJsonString());
        var heard = new List<string?>();
        while (!heard.Contains("s2", StringComparer.Ordinal))
        {
            heard.Add((string?)(await _dingtalk.AckAsync())["headers"]!["messageId"]);
        }

        await _dingtalk.StopAsync();
        Assert.True(_dingtalk.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal((0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "dingtalk")));
        Assert.Contains("otherCompany", _dingtalk.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain("凌云", _dingtalk.Logged, StringComparison.Ordinal);
    }

    /// <summary>With the data, which is JSON in a text, opened.</summary>
    private static JsonObject Opened(JsonObject ack)
    {
        var copy = ack.DeepClone().AsObject();
        copy["data"] = JsonNode.Parse((string)copy["data"]!);
        return copy;
    }
}
