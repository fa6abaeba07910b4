using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Slack;

public sealed class SlackMessengerTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private SlackServer _slack = null!;

    public async Task InitializeAsync() => _slack = await SlackServer.StartAsync(_bot = await TestBot.StartAsync());

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData(200, """{"ok":false,"error":"ratelimited"}""", "RetryLater", "ratelimited")]
    [InlineData(429, "", "RetryLater", "TooManyRequests")]
    [InlineData(503, "oops", "RetryLater", "ServiceUnavailable")]
    [InlineData(200, """{"ok":false,"error":"invalid_auth"}""", "RetryLater", "invalid_auth")]
    [InlineData(200, """{"ok":false,"error":"channel_not_found"}""", "Refused", "channel_not_found")]
    [InlineData(200, "<html>", "Refused", "OK")]
    public async Task What_Slack_refuses_is_tried_later_or_given_up(int status, string body, string outcome, string reason)
    {
        _slack.Planned.Enqueue((status, body));

        var delivery = await _slack.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x")), default);

        Assert.Equal((outcome, reason), (delivery.Outcome.ToString(), delivery.Reason));
        Assert.DoesNotContain("xoxb", _slack.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_a_mention_or_a_link_is_only_text()
    {
        var delivery = await _slack.Messenger.SendAsync(new Outgoing(To, new RenderedReply("A & B <!channel> *x*")), default);

        var (_, _, body) = await _slack.SentAsync();
        Assert.Equal(("77.1", "A &amp; B &lt;!channel&gt; *x*", "False"), (delivery.ActivityId, (string?)body["text"], body["mrkdwn"]!.ToString().Replace("false", "False", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_cannot_replace_its_card_comes_below_and_an_update_without_one_is_given_up()
    {
        _slack.Planned.Enqueue((200, """{"ok":false,"error":"message_not_found"}"""));
        Assert.Equal(DeliveryOutcome.Accepted, (await _slack.Messenger.SendAsync(new Outgoing(To, new RenderedReply("done"), "9.9", "Ev1"), default)).Outcome);
        Assert.Equal(("chat.update", "chat.postMessage"), ((await _slack.SentAsync()).Method, (await _slack.SentAsync()).Method));

        _slack.Planned.Enqueue((200, """{"ok":false,"error":"edit_window_closed"}"""));
        Assert.Equal(DeliveryOutcome.Accepted, (await _slack.Messenger.SendAsync(new Outgoing(To, new RenderedReply("done") { ComesAnew = true }, "9.9"), default)).Outcome);
        Assert.Equal(("chat.update", "chat.postMessage"), ((await _slack.SentAsync()).Method, (await _slack.SentAsync()).Method));

        _slack.Planned.Enqueue((200, """{"ok":false,"error":"message_not_found"}"""));
        Assert.Equal(DeliveryOutcome.Refused, (await _slack.Messenger.SendAsync(new Outgoing(To, new RenderedReply("done"), "9.9"), default)).Outcome);
    }

    /// <summary>Slack's own client and ours make the same call to the same recorder.</summary>
    [NodeFact]
    public async Task Slacks_own_client_calls_as_we_do()
    {
        var heard = new List<(string Path, string? Authorization, IDictionary<string, string> Arguments)>();
        await using var recorder = await LocalServer.StartAsync(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            heard.Add((http.Request.Path, http.Request.Headers.Authorization, QueryHelpers.ParseQuery(await reader.ReadToEndAsync()).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal)));
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"ok":true,"ts":"77.1"}""");
        });
        var card = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"东岭 & 阀门"}],"actions":[{"type":"Action.Execute","title":"撤销","verb":"undo"}]}""");
        await _slack.Messenger.SendAsync(new Outgoing(To, new RenderedReply("已记下", card)), default);
        var (method, authorization, body) = await _slack.SentAsync();

        var theirs = await NodeScript.RunAsync("slack-client.cjs", new JsonObject
        {
            ["url"] = recorder.Url + "/api/", ["token"] = SlackServer.Token, ["calls"] = new JsonArray(new JsonObject { ["method"] = method, ["arguments"] = body.DeepClone() }),
        }.ToJsonString());

        Assert.Equal("77.1", theirs[0].GetString());
        var call = Assert.Single(heard);
        Assert.Equal(("/api/" + method, authorization), (call.Path, call.Authorization));
        Assert.Equal(body.Select(m => m.Key).Order(StringComparer.Ordinal), call.Arguments.Keys.Order(StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(body["blocks"], JsonNode.Parse(call.Arguments["blocks"])), call.Arguments["blocks"]);
    }

    private static Address To => SlackRoute.From("D1", thread: null, "U1", "zh-CN")!;
}
