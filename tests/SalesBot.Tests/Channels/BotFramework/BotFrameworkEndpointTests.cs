using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Tests.Channels.BotFramework.Authentication;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>Activities in, and what left the building.</summary>
public sealed class BotFrameworkEndpointTests : IAsyncLifetime
{
    private const string Press = """{"type":"invoke","name":"adaptiveCard/action","replyToId":"card-1","value":{"action":{"type":"Action.Execute","verb":"approve","data":{"approval":"A1","comment":"好"}},"trigger":"manual"}}""";
    private const string Card = """{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Execute","title":"撤销","verb":"undo"}]}""";

    private EdgeServer _edge = null!;

    public async Task InitializeAsync() => _edge = await EdgeServer.StartAsync();

    public Task DisposeAsync() => _edge.DisposeAsync().AsTask();

    /// <summary>The press was answered with the bare name of a file that nobody offered, and the whole answer in one with an offer after all.</summary>
    [Theory]
    [InlineData("true", "x.csv", true)]
    [InlineData("false", "https://bot.example/export/1", false)]
    public async Task Where_no_files_are_offered_every_kind_of_answer_has_the_link(string setting, string pressed, bool offered)
    {
        await using var edge = await EdgeServer.StartAsync("Development", ("OfferFiles", setting));
        edge.Bot = _ => new TurnAnswer([new RenderedReply("https://bot.example/export/1", JsonElement.Parse("{}")) { File = new OfferedFile("x.csv", 10, "k", "3 rows") }]);

        var (_, press) = await edge.PostAsync(Press);
        var (_, whole) = await edge.PostAsync("""{"text":"hi","deliveryMode":"expectReplies"}""");

        Assert.Equal(pressed, (string?)press!["value"]);
        Assert.Equal(offered, whole!.ToJsonString().Contains("file.consent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_a_sentence_at_the_service_url()
    {
        var answer = await _edge.PostAsync("""{"text":"东岭阀门 120万"}""");

        Assert.Equal((200, null), answer);
        var call = Assert.Single(_edge.Connector.Calls);
        Assert.Equal("POST /apac/v3/conversations/a%3A1/activities/17", $"{call.Method} {call.Target}");
        Assert.Null(call.Authorization);
        Same(
            $$"""
            {"type":"message","text":"东岭阀门 120万","textFormat":"plain","locale":"zh-CN","inputHint":"acceptingInput","replyToId":"17","channelId":"msteams","serviceUrl":"{{_edge.Connector.ServiceUrl}}",
             "from":{"id":"28:bot","name":"SalesBot"},"recipient":{"id":"29:1abc","name":"赵磊","aadObjectId":"0f9a"},
             "conversation":{"id":"a:1","conversationType":"personal","tenantId":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"} }
            """,
            call.Body);
    }

    [Fact]
    public async Task Sends_a_card_with_its_summary_and_suggestions()
    {
        _edge.Bot = _ => new TurnAnswer([new RenderedReply("已记下", JsonElement.Parse(Card)) { QuickReplies = [.. Enumerable.Range(1, 8).Select(i => new QuickReply("t" + i, "s" + i))] }]);

        await _edge.PostAsync("""{"text":"x"}""");

        var body = Assert.Single(_edge.Connector.Calls).Body!;
        Assert.Equal("已记下", (string?)body["summary"]);
        Assert.Null(body["text"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body["attachments"]![0]!["contentType"]);
        Assert.Equal("Action.Submit", (string?)body["attachments"]![0]!["content"]!["actions"]![0]!["fallback"]!["type"]);
        Assert.Equal(6, body["suggestedActions"]!["actions"]!.AsArray().Count);
        Same("""{"type":"imBack","title":"t1","value":"s1"}""", body["suggestedActions"]!["actions"]![0]);
        Assert.Equal("29:1abc", (string?)body["suggestedActions"]!["to"]![0]);
    }

    [Fact]
    public async Task Answers_a_press_with_the_card_that_takes_its_place()
    {
        _edge.Bot = _ => new TurnAnswer([new RenderedReply("done", JsonElement.Parse(Card)) { InPlace = true }, new RenderedReply("and this")]);

        var (status, body) = await _edge.PostAsync(Press);

        Assert.Equal(200, status);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive", "AdaptiveCard"), ((int)body!["statusCode"]!, (string?)body["type"], (string?)body["value"]!["type"]));
        Assert.Equal("and this", (string?)Assert.Single(_edge.Connector.Calls).Body!["text"]);
        var press = Assert.Single(_edge.Turns).Press!;
        Assert.Equal(("approve", "A1", "好", "card-1"), (press.Verb, press.Data.Text("approval"), press.Data.Text("comment"), press.CardActivityId));
    }

    [Fact]
    public async Task Answers_a_press_with_a_sentence_and_posts_nothing()
    {
        var (status, body) = await _edge.PostAsync(Press);

        Assert.Equal(200, status);
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"approve"}""", body);
        Assert.Empty(_edge.Connector.Calls);
    }

    [Fact]
    public async Task Posts_a_new_card_below_and_says_so_at_the_old_one()
    {
        _edge.Bot = _ => new TurnAnswer([new RenderedReply("receipt", JsonElement.Parse(Card))]);

        var (_, body) = await _edge.PostAsync(Press);

        Assert.Equal("receipt", (string?)body!["value"]);
        Assert.Equal("receipt", (string?)Assert.Single(_edge.Connector.Calls).Body!["summary"]);
    }

    [Theory]
    [InlineData("""{"value":null}""", "BadRequest")]
    [InlineData("""{"value":{}}""", "BadRequest")]
    [InlineData("""{"value":"x"}""", "BadRequest")]
    [InlineData("""{"value":{"action":null}}""", "BadRequest")]
    [InlineData("""{"value":{"action":{"type":"Action.Execute"}}}""", "BadRequest")]
    [InlineData("""{"value":{"action":{"type":"Action.Submit","verb":"x"}}}""", "NotSupported")]
    public async Task Says_what_is_wrong_with_a_press(string members, string code)
    {
        var activity = JsonNode.Parse(members)!.AsObject();
        (activity["type"], activity["name"]) = ("invoke", "adaptiveCard/action");

        var (status, body) = await _edge.PostAsync(activity.ToJsonString());

        Assert.Equal((400, 400, code), (status, (int)body!["statusCode"]!, (string?)body["value"]!["code"]));
        Assert.Equal("application/vnd.microsoft.error", (string?)body["type"]);
        Assert.Empty(_edge.Turns);
    }

    [Fact]
    public async Task Does_not_know_other_invokes() => Assert.Equal((501, null), await _edge.PostAsync("""{"type":"invoke","name":"signin/verifyState","value":{}}"""));

    [Fact]
    public async Task Updates_the_card_of_a_submitted_button_or_answers_below_it()
    {
        _edge.Bot = _ => new TurnAnswer([new RenderedReply("done") { InPlace = true }]);
        await _edge.PostAsync("""{"value":{"verb":"approve"},"replyToId":"card-1"}""");
        _edge.Connector.Plan(405);
        await _edge.PostAsync("""{"id":"18","value":{"verb":"approve"},"replyToId":"card-1"}""");

        Assert.Equal(
            "PUT card-1;PUT card-1;POST 18",
            string.Join(';', _edge.Connector.Calls.Select(c => $"{c.Method} {c.Target[(c.Target.LastIndexOf('/') + 1)..]}")));
    }

    [Fact]
    public async Task Gives_all_replies_in_the_answer_when_that_is_asked_for()
    {
        var (status, body) = await _edge.PostAsync("""{"text":"hi","deliveryMode":"expectReplies"}""");
        var (_, pressed) = await _edge.PostAsync(Press.Replace("\"type\":\"invoke\"", "\"type\":\"invoke\",\"deliveryMode\":\"expectReplies\"", StringComparison.Ordinal));
        var (_, ignored) = await _edge.PostAsync("""{"type":"typing","deliveryMode":"expectReplies"}""");

        Assert.Equal(200, status);
        var reply = Assert.Single(body!["activities"]!.AsArray())!;
        Assert.Equal(("hi", "17", "28:bot", "29:1abc", "acceptingInput"), ((string?)reply["text"], (string?)reply["replyToId"], (string?)reply["from"]!["id"], (string?)reply["recipient"]!["id"], (string?)reply["inputHint"]));
        Assert.Equal("approve", (string?)pressed!["body"]!["value"]);
        Same("""{"activities":[]}""", ignored);
        Assert.Empty(_edge.Connector.Calls);
    }

    [Fact]
    public async Task Greets_a_newcomer_once()
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        _edge.Bot = turn => new TurnAnswer([new RenderedReply("welcome")]) { Repeated = !heard.Add(turn.ActivityId) };

        await _edge.PostAsync("""{"type":"conversationUpdate","id":"1","membersAdded":[{"id":"28:bot"},{"id":"29:1abc","aadObjectId":"0f9a"}]}""");
        await _edge.PostAsync("""{"type":"installationUpdate","id":"2","action":"add"}""");
        await _edge.PostAsync("""{"type":"conversationUpdate","id":"3","membersAdded":[{"id":"28:bot"}]}""");

        Assert.Equal("welcome", (string?)Assert.Single(_edge.Connector.Calls).Body!["text"]);
        Assert.All(_edge.Turns, t => Assert.Equal(TurnKind.Joined, t.Kind));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("installationUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    [InlineData("trace")]
    [InlineData("somethingNew")]
    public async Task Ignores_what_needs_no_answer(string type)
    {
        Assert.Equal((200, null), await _edge.PostAsync($$"""{"type":"{{type}}","text":"x","reactionsAdded":[{"type":"like"}]}"""));
        Assert.Empty(_edge.Turns);
    }

    [Fact]
    public async Task Answers_a_repeated_delivery_once()
    {
        var first = true;
        _edge.Bot = _ => (new TurnAnswer([new RenderedReply("done")]) { Repeated = !first }, first = false).Item1;

        await _edge.PostAsync("""{"text":"x"}""");
        await _edge.PostAsync("""{"text":"x"}""");
        await _edge.PostAsync("""{"text":"x","id":"18"}""");

        Assert.Equal(2, _edge.Connector.Calls.Count);
    }

    [Fact]
    public async Task Posts_the_answer_of_a_turn_whose_process_died()
    {
        _edge.Bot = _ => new TurnAnswer([new RenderedReply("done")]) { Repeated = true };

        await _edge.PostAsync("""{"text":"x"}""");

        Assert.Single(_edge.Connector.Calls);
    }

    [Theory]
    [InlineData("", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("""{"type":"message"}""", "application/json", 400)]
    [InlineData("""{"type":"message","text":{"a":1}}""", "application/json", 400)]
    [InlineData("type=message", "application/x-www-form-urlencoded", 415)]
    [InlineData("""{"type":"message"}""", "text/plain", 415)]
    public async Task Refuses_what_is_no_activity(string body, string contentType, int status) => Assert.Equal((status, null), await _edge.PostRawAsync(body, contentType));

    [Fact]
    public async Task Refuses_what_is_too_long_or_too_deep()
    {
        Assert.Equal(413, (await _edge.PostRawAsync($$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""", "application/json")).Status);
        Assert.Equal(400, (await _edge.PostRawAsync("""{"type":"message","value":""" + new string('[', 5000) + new string(']', 5000) + "}", "application/json")).Status);
    }

    [Fact]
    public async Task Lets_only_programs_on_this_machine_in_without_an_app_id()
    {
        Assert.Equal(401, (await _edge.PostAsync("""{"text":"x"}""", ("Origin", "https://evil.example"))).Status);

        await using var live = await EdgeServer.StartAsync("Production");
        Assert.Equal(401, (await live.PostAsync("""{"text":"x"}""")).Status);
        Assert.Empty(live.Turns);
    }

    [Fact]
    public async Task Never_speaks_to_a_foreign_host_for_practice()
    {
        Assert.Equal(200, (await _edge.PostAsync("""{"type":"typing","serviceUrl":"https://evil.example/"}""")).Status);
        var route = """{"serviceUrl":"https://evil.example/","conversation":{"id":"c"},"channelId":"msteams"}""";

        var delivery = await _edge.Messenger.SendAsync(new Outgoing(new Address("msteams", "c", "u", IsGroup: false, Locale: null, route), new RenderedReply("x")), default);

        Assert.Equal((DeliveryOutcome.RetryLater, "0 untrustedHost"), (delivery.Outcome, delivery.Reason));
    }

    [Fact]
    public async Task Demands_a_valid_token_once_there_is_an_app_id()
    {
        await using var login = await LoginServer.StartAsync();
        var key = login.NewKey("k1");
        await using var edge = await EdgeServer.StartAsync(
            "Development", ("AppId", "11111111-2222-3333-4444-555555555555"), ("TenantId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), ("AppPassword", "s"), ("OpenIdMetadata", login.Metadata));
        edge.Bot = _ => new TurnAnswer([]);
        var claims = new JsonObject
        {
            ["iss"] = "https://api.botframework.com", ["aud"] = "11111111-2222-3333-4444-555555555555", ["serviceurl"] = edge.Connector.ServiceUrl,
            ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        };
        var token = ("Authorization", "Bearer " + LoginServer.Sign(claims, key));

        Assert.Equal(401, (await edge.PostAsync("""{"text":"x"}""")).Status);
        Assert.Equal(401, (await edge.PostAsync("""{"text":"x","serviceUrl":"http://127.0.0.1:1/"}""", token)).Status);
        Assert.Equal(403, (await edge.PostAsync("""{"text":"x","conversation":{"id":"a:1","tenantId":"bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee"}}""", token)).Status);
        Assert.Empty(edge.Turns);
        Assert.Equal(200, (await edge.PostAsync("""{"text":"x"}""", token)).Status);
        Assert.Null(Assert.Single(edge.Turns).PersonKey);
    }

    /// <summary>Where the machine has much to do, a turn may take longer than the channel waits.</summary>
    [Fact]
    public async Task A_turn_that_takes_too_long_is_acknowledged_and_answered_later()
    {
        var awake = new TaskCompletionSource();
        await using var edge = await EdgeServer.StartImpatientAsync();
        edge.Awake = awake.Task;

        Assert.Equal((200, null), await edge.PostAsync("""{"text":"x"}"""));
        Assert.Empty(edge.Connector.Calls);

        awake.SetResult();
        await edge.StopAsync();
        Assert.Equal("x", (string?)Assert.Single(edge.Connector.Calls).Body!["text"]);
    }

    [Fact]
    public async Task Does_not_start_on_settings_that_cannot_work()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => EdgeServer.StartAsync("Production", ("AppId", "my-bot")));

        Assert.Contains("SalesBot:Channels:Teams:AppId", fault.Message, StringComparison.Ordinal);
    }

    private static void Same(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
