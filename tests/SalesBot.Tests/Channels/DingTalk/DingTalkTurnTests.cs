using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.DingTalk;

/// <summary>What people say and press in DingTalk, posted to us.</summary>
public sealed class DingTalkTurnTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private DingTalkServer _dingtalk = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@EXAMPLE.com";
        await db.SaveChangesAsync();
        _dingtalk = await DingTalkServer.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _dingtalk.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_template_a_button_is_a_link_that_says_its_code()
    {
        Assert.Equal((200, ""), await _dingtalk.SayAsync("提醒我明天给凌云电缆打电话"));

        var (method, token, body) = await _dingtalk.SentAsync();
        Assert.Equal(("POST webhook", null, "markdown"), (method, token, (string?)body["msgtype"]));
        var link = Regex.Match((string)body["markdown"]!["text"]!, @"\[撤销\]\(dtmd://dingtalkclient/sendMessage\?content=(?<says>[^)]*)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(link.Success, (string)body["markdown"]!["text"]!);

        await _dingtalk.SayAsync(Uri.UnescapeDataString(link.Groups["says"].Value));
        await _dingtalk.SentAsync();
        await _dingtalk.StopAsync();
        await using var db = _bot.Open();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.UndoneAt != null));
        Assert.Equal(("dingtalk", "zhaolei", "赵磊"), await db.PersonLinks.Select(l => ValueTuple.Create(l.Channel, l.UserId, l.Person.Name)).SingleAsync());
        Assert.Equal("", _dingtalk.Logged);
    }

    [Fact]
    public async Task With_a_template_a_card_goes_out_whose_button_works_and_which_changes_in_place()
    {
        await AgainAsync(KeyValuePair.Create<string, string?>(DingTalkServer.Key("CardTemplateId"), "tpl.schema"));
        await _dingtalk.SayAsync("提醒我明天给凌云电缆打电话");
        var made = await NextAsync("POST v1.0/card/instances/createAndDeliver");
        Assert.Equal(("tpl.schema", "HTTP", "salesbot", "dtv1.card//IM_ROBOT.zhaolei"), ((string?)made["cardTemplateId"], (string?)made["callbackType"], (string?)made["callbackRouteKey"], (string?)made["openSpaceId"]));
        var button = JsonNode.Parse((string)made["cardData"]!["cardParamMap"]!["buttons"]!)!.AsArray().First(b => (string?)b!["text"] == "撤销")!;

        var (status, answer) = await _dingtalk.PressAsync((string)made["outTrackId"]!, (string)button["event"]!["params"]!["actionId"]!);
        Assert.Equal((200, """{"cardUpdateOptions":{"updateCardDataByKey":true,"updatePrivateDataByKey":true}}"""), (status, answer));

        var update = await NextAsync("PUT v1.0/card/instances");
        Assert.Equal((string?)made["outTrackId"], (string?)update["outTrackId"]);
        Assert.True((bool)update["cardUpdateOptions"]!["updateCardDataByKey"]!);
        await _dingtalk.StopAsync();
        await using var db = _bot.Open();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.UndoneAt != null));
    }

    [Fact]
    public async Task A_card_is_pressed_by_whom_it_was_shown_to_and_by_codes_that_it_has()
    {
        await AgainAsync(KeyValuePair.Create<string, string?>(DingTalkServer.Key("CardTemplateId"), "tpl.schema"));
        await _dingtalk.SayAsync("提醒我明天给凌云电缆打电话");
        var made = await NextAsync("POST v1.0/card/instances/createAndDeliver");
        var (card, code) = ((string)made["outTrackId"]!, (string)JsonNode.Parse((string)made["cardData"]!["cardParamMap"]!["buttons"]!)![0]!["event"]!["params"]!["actionId"]!);

        Assert.Equal(200, (await _dingtalk.PressAsync(card, code, "somebody")).Status);
        Assert.Equal(200, (await _dingtalk.PressAsync("another", code)).Status);
        Assert.Equal(200, (await _dingtalk.PressAsync(card, "#ZZZZ")).Status);
        Assert.Equal(200, (await _dingtalk.PressAsync(card, "提醒我明天给凌云电缆打电话")).Status);

        Assert.True(_dingtalk.NothingSent);
        Assert.Equal(200, (await _dingtalk.PressAsync(card, "#ZZZZZ")).Status);
        Assert.Contains("已失效", string.Join('\n', CardTexts.Strings((await _dingtalk.SentAsync()).Body)), StringComparison.Ordinal);

        await _dingtalk.StopAsync();
        Assert.True(_dingtalk.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal(1, await db.SeenMessages.CountAsync(s => s.Channel == "dingtalk"));
    }

    [Fact]
    public async Task A_message_that_comes_again_is_answered_once_and_done_once()
    {
        var said = _dingtalk.Said("提醒我明天给凌云电缆打电话").ToJsonString();
        await _dingtalk.PostAsync(said);
        Assert.Equal(200, (await _dingtalk.PostAsync(said, TimeSpan.FromSeconds(-3))).Status);

        await _dingtalk.SentAsync();
        await _dingtalk.StopAsync();
        Assert.True(_dingtalk.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal(1, await db.SeenMessages.CountAsync(s => s.Channel == "dingtalk"));
    }

    [Fact]
    public async Task When_the_address_of_the_message_has_run_out_the_API_answers_alone_and_in_a_group()
    {
        await _dingtalk.SayAsync("我的商机", """{"sessionWebhookExpiredTime":1}""");
        var (method, token, body) = await _dingtalk.SentAsync();
        Assert.Equal(("POST v1.0/robot/oToMessages/batchSend", "tok1", "sampleMarkdown", "zhaolei"), (method, token, (string?)body["msgKey"], (string?)body["userIds"]![0]));
        Assert.NotNull(JsonNode.Parse((string)body["msgParam"]!)!["text"]);

        await _dingtalk.SayAsync("我的商机", """{"sessionWebhookExpiredTime":1,"conversationType":"2","conversationId":"cid2"}""");
        (method, _, body) = await _dingtalk.SentAsync();
        Assert.Equal(("POST v1.0/robot/groupMessages/send", "cid2"), (method, (string?)body["openConversationId"]));
    }

    /// <summary>The signature does not cover the body: nobody has us post to an address of theirs.</summary>
    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("https://oapi.dingtalk.com.evil.example/x")]
    [InlineData("http://oapi.dingtalk.com/x")]
    [InlineData("https://user@oapi.dingtalk.com/x")]
    [InlineData("https://oapi.dingtalk.com:8443/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task An_address_that_is_not_DingTalks_is_not_answered(string webhook)
    {
        await _dingtalk.SayAsync("我的商机", new JsonObject { ["sessionWebhook"] = webhook }.ToJsonString());
        Assert.Equal("POST v1.0/robot/oToMessages/batchSend", (await _dingtalk.SentAsync()).Method);
    }

    [Theory]
    [InlineData("""{"msgtype":"picture","content":{"downloadCode":"F1"}}""", "picture.jpg")]
    [InlineData("""{"msgtype":"file","content":{"downloadCode":"F1","fileName":"方案.docx"}}""", "方案.docx")]
    [InlineData("""{"msgtype":"file","content":{"downloadCode":"F404","fileName":"x.pdf"}}""", "x.pdf")]
    [InlineData("""{"msgtype":"richText","content":{"richText":[{"text":"附件"},{"downloadCode":"F1","type":"picture"}]}}""", "picture.jpg")]
    public async Task A_file_is_fetched(string members, string name)
    {
        await _dingtalk.SayAsync("", members);
        Assert.Contains(name, string.Join('\n', CardTexts.Strings((await _dingtalk.SentAsync()).Body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"msgtype":"audio","content":{"downloadCode":"F1","recognition":"我的待办"}}""")]
    [InlineData("""{"text":null,"content":"我的待办"}""")]
    [InlineData("""{"msgtype":"richText","content":{"richText":[{"text":"我的"},{"text":"待办"}]}}""")]
    public async Task Words_come_in_several_places(string members)
    {
        await _dingtalk.SayAsync("", members);
        Assert.Contains("待办", string.Join('\n', CardTexts.Strings((await _dingtalk.SentAsync()).Body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errcode":0,"result":{"org_email":"nobody@example.com"}}""")]
    [InlineData("""{"errcode":0,"result":{}}""")]
    [InlineData("""{"errcode":0,"result":{"active":false,"org_email":"zhao.lei@example.com"}}""")]
    [InlineData("""{"errcode":60121,"errmsg":"x"}""")]
    [InlineData("<html>")]
    public async Task Whoever_is_nobody_here_is_told_whom_to_ask(string user)
    {
        _dingtalk.User = user;

        await _dingtalk.SayAsync("我的商机");

        Assert.Contains("管理员", string.Join('\n', CardTexts.Strings((await _dingtalk.SentAsync()).Body)), StringComparison.Ordinal);
        await using var db = _bot.Open();
        Assert.Equal(0, await db.PersonLinks.CountAsync());
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"  "}}""")]
    [InlineData("""{"msgtype":"unknown"}""")]
    [InlineData("""{"senderStaffId":null}""")]
    [InlineData("""{"conversationId":7}""")]
    [InlineData("""{"text":{"content":{"a":1}}}""")]
    public async Task What_needs_no_answer_is_left_alone(string members)
    {
        Assert.Equal((200, ""), await _dingtalk.SayAsync("我的商机", members));
        await NothingHappenedAsync();
        Assert.Equal("", _dingtalk.Logged);
    }

    [Fact]
    public async Task What_DingTalk_did_not_sign_lately_for_us_is_refused_and_leaves_one_line()
    {
        var body = _dingtalk.Said("提醒我明天给凌云电缆打电话").ToJsonString();
        var now = _dingtalk.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = DingTalkSignature.OfMessage(now, DingTalkServer.AppSecret);

        Assert.Equal(401, (await _dingtalk.PostRawAsync(body, now, sign[..^2] + "x=")).Status);
        Assert.Equal(401, (await _dingtalk.PostRawAsync(body, now, "")).Status);
        Assert.Equal(401, (await _dingtalk.PostRawAsync(body, "", sign)).Status);
        Assert.Equal(401, (await _dingtalk.PostRawAsync(body, now, DingTalkSignature.OfCard(now, DingTalkServer.AppSecret))).Status);
        Assert.Equal(401, (await _dingtalk.PostRawAsync(body, now, sign, "guessed")).Status);
        Assert.Equal(401, (await _dingtalk.PostAsync(body, TimeSpan.FromMinutes(61))).Status);
        Assert.Equal(401, (await _dingtalk.PostAsync(body, TimeSpan.FromMinutes(-61))).Status);
        // Somebody of another company in our group is left alone: refused, the message would only come again.
        Assert.Equal(200, (await _dingtalk.SayAsync("我的商机", """{"senderCorpId":"dingother"}""")).Status);
        Assert.Equal(401, (await _dingtalk.SayAsync("我的商机", """{"chatbotCorpId":"dingother"}""")).Status);
        Assert.Equal(401, (await _dingtalk.SayAsync("我的商机", """{"robotCode":"dingother"}""")).Status);
        Assert.Equal(401, (await _dingtalk.PressRawAsync(DingTalkServer.Pressed("c", "#K7FQ2").ToJsonString(), now, sign)).Status);
        Assert.Equal(413, (await _dingtalk.PostAsync(new string('x', 300_000))).Status);

        await NothingHappenedAsync();
        Assert.Equal(12, _dingtalk.Logged.Split('\n').Length);
        Assert.All(["凌云", DingTalkServer.AppSecret, DingTalkServer.PathSecret, "hook-secret"], secret => Assert.DoesNotContain(secret, _dingtalk.Logged, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"msgtype":"text"}""")]
    [InlineData("""{"msgId":7,"outTrackId":7}""")]
    public async Task What_is_signed_but_malformed_is_refused(string body)
    {
        var now = _dingtalk.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(400, (await _dingtalk.PostAsync(body)).Status);
        Assert.Equal(400, (await _dingtalk.PressRawAsync(body, now, DingTalkSignature.OfCard(now, DingTalkServer.CardSecret))).Status);
        await NothingHappenedAsync();
        Assert.Equal(2, _dingtalk.Logged.Split('\n').Length);
    }

    private async Task AgainAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        await _dingtalk.DisposeAsync();
        _dingtalk = await DingTalkServer.StartAsync(_bot, settings);
    }

    /// <summary>The next such call; others before it are passed over.</summary>
    private async Task<JsonObject> NextAsync(string method)
    {
        while (true)
        {
            if (await _dingtalk.SentAsync() is var sent && sent.Method == method)
            {
                return sent.Body;
            }
        }
    }

    private async Task NothingHappenedAsync()
    {
        await _dingtalk.StopAsync();
        Assert.True(_dingtalk.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal((0, 0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "dingtalk"), await db.PersonLinks.CountAsync(), await db.EdgeNotes.CountAsync()));
    }
}
