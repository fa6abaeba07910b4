using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Tests.Documents;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>What people say and press in Feishu.</summary>
public sealed class FeishuTurnTests : FeishuCompany
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_challenge_is_answered_with_a_signature_and_without(bool signed)
    {
        var challenge = new JsonObject { ["type"] = "url_verification", ["token"] = FeishuServer.Token, ["challenge"] = "ajls" }.ToJsonString();

        Assert.Equal((200, """{"challenge":"ajls"}"""), signed ? await Feishu.PostAsync(challenge) : await Feishu.PostUnsignedAsync(FeishuServer.Encrypt(challenge)));
        Assert.Equal((200, """{"challenge":"ajls"}"""), await Feishu.PostUnsignedAsync(challenge));
        Assert.Equal("", Feishu.Logged);
        Assert.Equal(0, Feishu.TokensGiven);
    }

    [Fact]
    public async Task Whoever_has_the_address_of_one_person_is_that_person_and_is_answered_in_the_chat()
    {
        Assert.Equal((200, "{}"), await Feishu.SayAsync("今天和东岭阀门的周总通了电话，对方对报价有兴趣"));

        var (method, authorization, body) = await Feishu.SentAsync();
        Assert.Equal(("POST im/v1/messages?receive_id_type=chat_id", "Bearer t-g1", "oc_ou_1", "interactive"), (method, authorization, (string?)body["receive_id"], (string?)body["msg_type"]));
        Assert.Contains("东岭阀门", (string)body["content"]!, StringComparison.Ordinal);
        await using var db = Bot.Open();
        Assert.Equal(("feishu", "ou_1", "赵磊"), await db.PersonLinks.Select(l => ValueTuple.Create(l.Channel, l.UserId, l.Person.Name)).SingleAsync());
        Assert.Equal("", Feishu.Logged);
    }

    /// <summary>What Feishu's own SDK would take is made there, and taken here.</summary>
    [NodeFact]
    public async Task What_Feishus_own_cipher_and_check_make_is_understood()
    {
        var request = new JsonObject { ["timestamp"] = Feishu.Timestamp(), ["nonce"] = "sdk-1", ["plain"] = Feishu.Message("我的商机").ToJsonString() };
        var made = await NodeScript.RunAsync("judge-feishu.cjs", new JsonObject { ["encryptKey"] = FeishuServer.Key, ["verificationToken"] = FeishuServer.Token, ["requests"] = new JsonArray(request) }.ToJsonString());
        var (theirs, posted) = (made.GetProperty("answers")[0].GetProperty("event"), made.GetProperty("answers")[0].GetProperty("request"));
        Assert.Equal("ou_1", theirs.GetProperty("sender").GetProperty("sender_id").GetProperty("open_id").GetString());

        Assert.Equal((200, "{}"), await Feishu.PostRawAsync(Text("body"), Text("timestamp"), Text("nonce"), Text("signature")));

        var (_, _, body) = await Feishu.SentAsync();
        Assert.Contains("东岭阀门MES", (string)body["content"]!, StringComparison.Ordinal);

        string Text(string member) => posted.GetProperty(member).GetString()!;
    }

    [Fact]
    public async Task A_message_that_comes_again_is_answered_once_and_done_once()
    {
        var message = Feishu.Message("提醒我明天给凌云电缆打电话");
        await Feishu.PostAsync(message.ToJsonString());
        // Another try of Feishu's, and the same message in another event.
        Assert.Equal(200, (await Feishu.PostAsync(message.ToJsonString(), TimeSpan.FromSeconds(-3))).Status);
        message["header"]!["event_id"] = "ev-again";
        Assert.Equal(200, (await Feishu.PostAsync(message.ToJsonString())).Status);

        await Feishu.SentAsync();
        await Feishu.StopAsync();
        Assert.True(Feishu.NothingSent);
        Assert.Equal(1, await Bot.Look(db => db.SeenMessages.CountAsync(s => s.Channel == "feishu")));
    }

    [Fact]
    public async Task In_a_group_the_bot_answers_to_its_name_and_to_the_message()
    {
        const string Named = """{"chat_type":"group","chat_id":"oc_group","message_id":"om_77","mentions":[{"key":"@_user_1","id":{"open_id":"ou_bot"},"name":"SalesBot"}]}""";
        Assert.Equal(200, (await Feishu.SayAsync("@_user_1 我的商机", Named)).Status);

        var (method, _, body) = await Feishu.SentAsync();
        Assert.Equal("POST im/v1/messages/om_77/reply", method);
        Assert.Null(body["receive_id"]);
        Assert.Equal(("oc_group", true), await Bot.Look(db => db.References.Where(r => r.Channel == "feishu").Select(r => ValueTuple.Create(r.ConversationId, r.IsGroup)).SingleAsync()));
    }

    [Theory]
    [InlineData("text", """{"text":"@_user_1  提醒@_user_2 明天给凌云电缆打电话"}""", "提醒刘晨 明天给凌云电缆打电话")]
    [InlineData("text", """{"text":"@_all @_user_10 好"}""", "@_user_10 好")]
    [InlineData("post", """{"title":"周报","content":[[{"tag":"at","user_id":"@_user_1"},{"tag":"text","text":"和"},{"tag":"a","text":"凌云","href":"https://x"}],[{"tag":"text","text":"谈了"},{"tag":"emotion","emoji_type":"OK"}]]}""", "周报\n 和凌云\n谈了")]
    [InlineData("post", """{"content":7}""", "")]
    [InlineData("text", """{"text":7}""", "")]
    public void Names_stand_for_their_keys_and_the_bots_own_goes(string kind, string content, string said)
    {
        var message = new JsonObject
        {
            ["message_type"] = kind, ["content"] = content,
            ["mentions"] = JsonNode.Parse("""[{"key":"@_user_1","id":{"open_id":"ou_bot"},"name":"SalesBot"},{"key":"@_user_2","id":{"open_id":"ou_2"},"name":"刘晨"}]"""),
        };
        Assert.Equal(said.Replace("@_user_10", "", StringComparison.Ordinal).Trim(), FeishuMessage.Read(JsonElement.Parse(message.ToJsonString()))!.Said("ou_bot").Replace("\n  ", "\n ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"chat_type":"group","chat_id":"oc_g"}""")]
    [InlineData("""{"chat_type":"group","chat_id":"oc_g","mentions":[{"key":"@_user_1","id":{"open_id":"ou_2"},"name":"刘晨"}]}""")]
    [InlineData("""{"chat_id":null}""")]
    [InlineData("""{"chat_id":"oc/../x"}""")]
    [InlineData("""{"message_id":null}""")]
    [InlineData("""{"message_type":"sticker","content":"{\"file_key\":\"x\"}"}""")]
    [InlineData("""{"content":"{\"text\":\"  \"}"}""")]
    [InlineData("""{"content":"nonsense"}""")]
    [InlineData("""{"content":null}""")]
    public async Task What_was_not_said_to_the_bot_is_left_alone(string members)
    {
        Assert.Equal((200, "{}"), await Feishu.SayAsync("提醒我明天给凌云电缆打电话", members));
        await NothingHappenedAsync();
        Assert.Equal("", Feishu.Logged);
    }

    [Theory]
    [InlineData("app")]
    [InlineData("anonymous")]
    public async Task What_a_bot_says_is_left_alone(string sender)
    {
        var message = Feishu.Message("提醒我明天给凌云电缆打电话");
        message["event"]!["sender"]!["sender_type"] = sender;

        Assert.Equal((200, "{}"), await Feishu.PostAsync(message.ToJsonString()));
        Assert.Equal((200, "{}"), await Feishu.PostAsync(Feishu.Event("im.message.message_read_v1", new JsonObject()).ToJsonString()));
        await NothingHappenedAsync();
    }

    [Theory]
    [InlineData("""{"email":"nobody@example.com","status":{"is_activated":true}}""")]
    [InlineData("""{"status":{"is_activated":true}}""")]
    [InlineData("""{"email":"zhao.lei@example.com","status":{"is_activated":false}}""")]
    [InlineData("""{"email":"zhao.lei@example.com","status":{"is_activated":true,"is_frozen":true}}""")]
    [InlineData("""{"email":"zhao.lei@example.com","status":{"is_activated":true,"is_resigned":true}}""")]
    [InlineData("""{"email":"zhao.lei@example.com"}""")]
    [InlineData("""{"email":"zhao.lei@example.com","enterprise_email":"zheng.wen@example.com","status":{"is_activated":true}}""")]
    public async Task Whoever_is_nobody_here_is_told_whom_to_ask(string user)
    {
        Feishu.Users["ou_1"] = user;

        await Feishu.SayAsync("我的商机");

        var (_, _, body) = await Feishu.SentAsync();
        Assert.Contains("管理员", (string?)body["content"], StringComparison.Ordinal);
        Assert.Equal(0, await Bot.Look(db => db.PersonLinks.CountAsync()));
    }

    [Fact]
    public async Task Who_opens_the_chat_for_the_first_time_is_greeted_once()
    {
        JsonNode Entered(string? last) => new JsonObject { ["chat_id"] = "oc_ou_1", ["operator_id"] = new JsonObject { ["open_id"] = "ou_1" }, ["last_message_id"] = last };
        await Feishu.PostAsync(Feishu.Event("im.chat.access_event.bot_p2p_chat_entered_v1", Entered(null)).ToJsonString());
        await Feishu.PostAsync(Feishu.Event("im.chat.access_event.bot_p2p_chat_entered_v1", Entered(null)).ToJsonString());
        await Feishu.PostAsync(Feishu.Event("im.chat.access_event.bot_p2p_chat_entered_v1", Entered("om_1")).ToJsonString());

        Assert.Contains("赵磊", (string?)(await Feishu.SentAsync()).Body["content"], StringComparison.Ordinal);
        await Feishu.StopAsync();
        Assert.True(Feishu.NothingSent);
        await using var restarted = await FeishuServer.StartAsync(Bot);
        Assert.Equal((200, "{}"), await restarted.PostAsync(restarted.Event("im.chat.access_event.bot_p2p_chat_entered_v1", Entered("")).ToJsonString()));
        await restarted.StopAsync();
        Assert.True(restarted.NothingSent);
    }

    [Theory]
    [InlineData("tk", 1)]
    [InlineData("another", 0)]
    public async Task Who_adds_the_bot_to_a_group_is_greeted_there_unless_of_another_company(string tenant, int greetings)
    {
        var added = new JsonObject { ["chat_id"] = "oc_group", ["operator_id"] = new JsonObject { ["open_id"] = "ou_1" }, ["operator_tenant_key"] = tenant };
        Assert.Equal((200, "{}"), await Feishu.PostAsync(Feishu.Event("im.chat.member.bot.added_v1", added).ToJsonString()));

        await Feishu.StopAsync();
        Assert.Equal(greetings == 0, Feishu.NothingSent);
        Assert.Equal(greetings, await Bot.Look(db => db.References.CountAsync(r => r.Channel == "feishu" && r.IsGroup && r.ConversationId == "oc_group")));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end()
    {
        Feishu.Files["file_v3_9"] = ("application/octet-stream", new byte[11 * 1024 * 1024]);
        await Feishu.SayAsync("", """{"message_type":"file","content":"{\"file_key\":\"file_v3_9\",\"file_name\":\"大.pdf\"}"}""");
        Assert.Contains("10 MB", (string)(await Feishu.SentAsync()).Body["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_fetched_with_the_message_and_one_that_cannot_be_is_said()
    {
        Feishu.Files["file_v3_1"] = ("application/octet-stream", Papers.Pdf("x").Content.ToArray());
        Assert.Equal((200, "{}"), await Feishu.SayAsync("", """{"message_type":"file","content":"{\"file_key\":\"file_v3_1\",\"file_name\":\"调研表.pdf\"}"}"""));
        var kept = (string)(await Feishu.SentAsync()).Body["content"]!;
        await Feishu.SayAsync("", """{"message_type":"image","content":"{\"image_key\":\"img_v3_2\"}"}""");
        var lost = (string)(await Feishu.SentAsync()).Body["content"]!;

        Assert.Contains("调研表.pdf", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("调研表.pdf", lost, StringComparison.Ordinal);
        Assert.Equal("feishu does not take im.messageResource.get: 400 234003", Feishu.Logged);
    }

    [Fact]
    public async Task A_token_that_Feishu_takes_no_more_is_renewed_once()
    {
        await Feishu.SayAsync("我的商机");
        await Feishu.SentAsync();
        Feishu.ForgetsTokens = true;

        await Feishu.SayAsync("我的待办");

        Assert.Equal("Bearer t-g2", (await Feishu.SentAsync()).Authorization);
    }

    [Theory]
    [InlineData("""{"v":"no value of ours"}""")]
    [InlineData("""{"v":"~%%%"}""")]
    [InlineData("""{"v":"null"}""")]
    [InlineData("""{"v":7}""")]
    [InlineData("""{}""")]
    [InlineData("\"text\"")]
    public async Task A_button_that_is_none_of_ours_does_nothing(string value)
    {
        var button = new JsonObject { ["behaviors"] = new JsonArray(new JsonObject { ["value"] = JsonNode.Parse(value) }) };
        Assert.Equal((200, "{}"), await Feishu.PressAsync(button, "om_1"));
        await NothingHappenedAsync();
    }
}
