using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.Feishu;

public sealed class FeishuMessengerTests : FeishuCompany
{
    private static readonly JsonElement Card = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"东岭 & 阀门"}],"actions":[{"type":"Action.Execute","title":"撤销","verb":"undo"}]}""");

    private static Address Chat => FeishuRoute.From("oc_1", "ou_1", isGroup: false, message: null)!;

    private static Address Group => FeishuRoute.From("oc_2", "ou_1", isGroup: true, "om_asked")!;

    [Theory]
    [InlineData(400, """{"code":99991400,"msg":"frequency"}""", "7", "RetryLater", "99991400", 7)]
    [InlineData(429, """{"code":99991400,"msg":"frequency"}""", "3.5", "RetryLater", "99991400", 3.5)]
    [InlineData(400, """{"code":230020,"msg":"frequency"}""", null, "RetryLater", "230020", 20)]
    [InlineData(400, """{"code":230049,"msg":"being sent"}""", null, "RetryLater", "230049", 20)]
    [InlineData(503, "oops", null, "RetryLater", "ServiceUnavailable", 20)]
    [InlineData(400, """{"code":99991672,"msg":"no scope"}""", null, "RetryLater", "99991672", 20)]
    [InlineData(400, """{"code":230002,"msg":"not in the group of 东岭"}""", null, "Refused", "230002", 0)]
    [InlineData(400, """{"code":230013,"msg":"no availability"}""", null, "Refused", "230013", 0)]
    [InlineData(200, "<html>", null, "Refused", "OK", 0)]
    public async Task What_Feishu_refuses_is_tried_later_or_given_up(int status, string body, string? reset, string outcome, string reason, double seconds)
    {
        Feishu.Planned.Enqueue((status, body, reset));

        var delivery = await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply("x")), default);

        Assert.Equal((outcome, reason, seconds), (delivery.Outcome.ToString(), delivery.Reason, delivery.RetryAfter?.TotalSeconds ?? 0));
        Assert.Equal($"feishu does not take im.message.create: {status} {reason}", Feishu.Logged);
    }

    [Theory]
    [InlineData("您好，东岭阀门 *1* 家", "text")]
    [InlineData("A <at user_id=\"all\"></at> & B", "post")]
    [InlineData("[东岭](https://evil)", "post")]
    public async Task What_looks_like_a_mention_or_a_link_is_only_text(string text, string kind)
    {
        Assert.Equal("om_sent", (await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply(text)), default)).ActivityId);

        var body = (await Feishu.SentAsync()).Body;
        var content = JsonNode.Parse((string)body["content"]!)!;
        Assert.Equal((kind, text), ((string?)body["msg_type"], (string?)(kind == "text" ? content["text"] : content["zh_cn"]!["content"]![0]![0]!["text"])));
    }

    [Fact]
    public async Task A_message_is_named_the_same_however_often_it_is_tried_and_otherwise_than_any_other()
    {
        async Task<string?> NamedAsync(Outgoing message)
        {
            await Feishu.Messenger.SendAsync(message, default);
            return (string?)(await Feishu.SentAsync()).Body["uuid"];
        }

        var message = new Outgoing(Chat, new RenderedReply("x")) { Once = "7:1" };
        string?[] names = [await NamedAsync(message), await NamedAsync(message), await NamedAsync(message with { Once = "8:1" }), await NamedAsync(message with { Content = new RenderedReply("y") })];
        Assert.Equal(names[0], names[1]);
        Assert.Equal(3, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Equal(32, name!.Length));
        Assert.Null(await NamedAsync(message with { Once = null }));
    }

    [Fact]
    public async Task An_answer_that_cannot_replace_its_card_comes_below_and_an_update_without_one_is_given_up()
    {
        Feishu.Planned.Enqueue((400, """{"code":230031}""", null));
        Assert.Equal(DeliveryOutcome.Accepted, (await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply("done"), "om_9", "ev1"), default)).Outcome);
        Assert.Equal(("PATCH im/v1/messages/om_9", "POST im/v1/messages?receive_id_type=chat_id"), ((await Feishu.SentAsync()).Method, (await Feishu.SentAsync()).Method));

        // A card can be changed for 14 days; a decision then comes by itself.
        Feishu.Planned.Enqueue((400, """{"code":230031}""", null));
        Assert.Equal(DeliveryOutcome.Accepted, (await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply("done") { ComesAnew = true }, "om_9"), default)).Outcome);
        Assert.Equal(("PATCH im/v1/messages/om_9", "POST im/v1/messages?receive_id_type=chat_id"), ((await Feishu.SentAsync()).Method, (await Feishu.SentAsync()).Method));

        Feishu.Planned.Enqueue((400, """{"code":230031}""", null));
        Assert.Equal(DeliveryOutcome.Refused, (await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply("done"), "om_9"), default)).Outcome);
        await Feishu.SentAsync();
        Assert.True(Feishu.NothingSent);
    }

    [Fact]
    public async Task An_answer_to_a_message_that_is_gone_stands_by_itself_and_a_card_that_is_refused_becomes_its_text()
    {
        Feishu.Planned.Enqueue((400, """{"code":230011}""", null));
        Feishu.Planned.Enqueue((400, """{"code":230099}""", null));
        Assert.Equal(DeliveryOutcome.Accepted, (await Feishu.Messenger.SendAsync(new Outgoing(Group, new RenderedReply("done", Card), ReplyToId: "om_asked"), default)).Outcome);

        Assert.Equal("POST im/v1/messages/om_asked/reply", (await Feishu.SentAsync()).Method);
        var (method, _, body) = await Feishu.SentAsync();
        Assert.Equal(("POST im/v1/messages?receive_id_type=chat_id", "interactive"), (method, (string?)body["msg_type"]));
        Assert.Equal(("text", "oc_2"), ((string?)(body = (await Feishu.SentAsync()).Body)["msg_type"], (string?)body["receive_id"]));
    }

    [Fact]
    public async Task What_comes_unasked_in_a_group_answers_nobody() =>
        Assert.Equal("POST im/v1/messages?receive_id_type=chat_id", await MethodAsync(new Outgoing(Group, new RenderedReply("done"))));

    [Fact]
    public async Task Check_says_who_let_us_in_or_why_nobody_did()
    {
        Assert.Equal((true, "Check.feishu_fine"), await TryAsync());
        Feishu.Company = """{"code":99991672}""";
        await using var silent = await FeishuServer.StartAsync(Bot);
        silent.Company = Feishu.Company;
        Assert.Equal((false, "Check.feishu_whose"), await TryAsync(silent));
        Feishu.Self = """{"code":230006}""";
        Assert.Equal((false, "Check.feishu_fails"), await TryAsync());

        async Task<(bool, string)> TryAsync(FeishuServer? server = null) => await (server ?? Feishu).Who.TryAsync(default) is var (good, word) ? (good, word.Key) : default;
    }

    /// <summary>Feishu's own client and ours make the same calls of the same recorder.</summary>
    [NodeFact]
    public async Task Feishus_own_client_calls_as_we_do()
    {
        var heard = new List<(string Call, string? Authorization, JsonNode? Body)>();
        await using var recorder = await LocalServer.StartAsync(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            heard.Add(($"{http.Request.Method} {http.Request.Path.Value!["/open-apis/".Length..]}{http.Request.QueryString}", http.Request.Headers.Authorization, body.Length == 0 ? null : JsonNode.Parse(body)));
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"code":0,"msg":"ok","tenant_access_token":"t-g1","expire":7200,"data":{"message_id":"om_sent"}}""");
        });
        await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply("已记下", Card)) { Once = "1" }, default);
        await Feishu.Messenger.SendAsync(new Outgoing(Chat, new RenderedReply("已记下", Card), "om_9"), default);
        await Feishu.Messenger.SendAsync(new Outgoing(Group, new RenderedReply("已记下"), ReplyToId: "om_asked"), default);
        PlatformEdge.Sent[] ours = [await Feishu.SentAsync(), await Feishu.SentAsync(), await Feishu.SentAsync()];

        await NodeScript.RunAsync("feishu-client.cjs", new JsonObject
        {
            ["url"] = recorder.Url, ["appId"] = FeishuServer.App, ["appSecret"] = FeishuServer.Secret,
            ["calls"] = new JsonArray(
                new JsonObject { ["method"] = "im.message.create", ["payload"] = new JsonObject { ["params"] = new JsonObject { ["receive_id_type"] = "chat_id" }, ["data"] = ours[0].Body.DeepClone() } },
                new JsonObject { ["method"] = "im.message.patch", ["payload"] = new JsonObject { ["path"] = new JsonObject { ["message_id"] = "om_9" }, ["data"] = ours[1].Body.DeepClone() } },
                new JsonObject { ["method"] = "im.message.reply", ["payload"] = new JsonObject { ["path"] = new JsonObject { ["message_id"] = "om_asked" }, ["data"] = ours[2].Body.DeepClone() } },
                new JsonObject { ["method"] = "contact.user.get", ["payload"] = new JsonObject { ["path"] = new JsonObject { ["user_id"] = "ou_1" }, ["params"] = new JsonObject { ["user_id_type"] = "open_id" } } },
                new JsonObject { ["method"] = "tenant.tenant.query", ["payload"] = new JsonObject() }),
        }.ToJsonString());

        Assert.Equal(("POST auth/v3/tenant_access_token/internal", $$"""{"app_id":"{{FeishuServer.App}}","app_secret":"{{FeishuServer.Secret}}"}"""), (heard[0].Call, heard[0].Body!.ToJsonString()));
        Assert.All(ours.Zip(heard.Skip(1)), pair =>
        {
            Assert.Equal((pair.First.Method, pair.First.Authorization), (pair.Second.Call, pair.Second.Authorization));
            Assert.True(JsonNode.DeepEquals(pair.First.Body, pair.Second.Body), pair.Second.Body?.ToJsonString());
        });
        Assert.Equal("GET contact/v3/users/ou_1?user_id_type=open_id GET tenant/v2/tenant/query", string.Join(' ', heard.Skip(4).Select(h => h.Call)));
    }

    private async Task<string> MethodAsync(Outgoing message)
    {
        await Feishu.Messenger.SendAsync(message, default);
        return (await Feishu.SentAsync()).Method;
    }
}
