using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>Whole ways through Feishu: what is said is written, what is pressed changes its card, and what is decided there is seen elsewhere.</summary>
public sealed class FeishuTalkTests : FeishuCompany
{
    [Fact]
    public async Task A_to_do_is_noted_by_a_sentence_and_taken_back_by_its_button_and_the_card_changes_in_place()
    {
        await Feishu.SayAsync("提醒我明天给凌云电缆打电话");
        var posted = (await Feishu.SentAsync()).Body;
        Assert.Equal(1, await Bot.Look(db => db.Todos.CountAsync(t => t.Owner.Name == "赵磊" && t.Title.Contains("打电话"))));

        Assert.Equal((200, "{}"), await Feishu.PressAsync(FeishuServer.Button(posted, "撤销"), "om_sent"));

        var (method, _, body) = await Feishu.SentAsync();
        Assert.Equal("PATCH im/v1/messages/om_sent", method);
        Assert.Equal("content", Assert.Single(body).Key);
        Assert.True((bool?)FeishuServer.Card(body)["config"]!["update_multi"]);
        Assert.DoesNotContain(CardTexts.Objects(FeishuServer.Card(body)), n => (string?)n["text"]?["content"] == "撤销" && (string?)n["tag"] == "button");
        Assert.Equal(1, await Bot.Look(db => db.Audit.CountAsync(a => a.UndoneAt != null)));
    }

    [Fact]
    public async Task An_approval_that_is_decided_in_Feishu_changes_its_card_there_and_on_the_submitters_other_messenger()
    {
        Feishu.Users["ou_legal"] = """{"enterprise_email":"zheng.wen@example.com","status":{"is_activated":true}}""";
        await Feishu.SayAsync("你好", user: "ou_legal");
        await Feishu.SentAsync();
        var rep = Bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await rep.Presses("查看审批");
        rep.Hears("待 郑文 处理");
        await Feishu.DeliverAsync();
        var (sent, _, asked) = await Feishu.SentAsync();
        Assert.Equal(("POST im/v1/messages?receive_id_type=chat_id", "oc_ou_legal"), (sent, (string?)asked["receive_id"]));
        var approve = FeishuServer.Button(asked, "批准");
        Assert.Equal("submit", (string?)approve["form_action_type"]);
        var reason = CardTexts.Objects(FeishuServer.Card(asked)).Single(n => (string?)n["tag"] == "input");

        Assert.Equal((200, "{}"), await Feishu.PressAsync(approve, "om_sent", new JsonObject { [(string)reason["name"]!] = "条款没问题" }.ToJsonString(), "ou_legal"));

        var (method, _, decided) = await Feishu.SentAsync();
        Assert.Equal("PATCH im/v1/messages/om_sent", method);
        Assert.Contains("条款没问题", (string)decided["content"]!, StringComparison.Ordinal);
        Assert.Equal((ApprovalStatus.Approved, "郑文"), await Bot.Look(db => db.Approvals.Select(a => ValueTuple.Create(a.Status, a.DecidedBy!.Name)).SingleAsync()));
        await Feishu.DeliverAsync();
        var update = Assert.Single(Bot.Messenger.To((await Bot.PersonAsync("赵磊")).Key), m => m.Message.UpdatesActivityId is not null);
        Assert.Contains("条款没问题", (await rep.SeenAsync()).Last(h => h.ActivityId == update.ActivityId).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("待 郑文 处理", StringComparison.Ordinal));
    }

    /// <summary>Feishu leaves out, or leaves empty, what was not filled in: both are an empty field, and a refusal wants its reason.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Text_reason":""}""")]
    public async Task A_field_that_was_left_empty_is_asked_for(string form)
    {
        Feishu.Users["ou_legal"] = """{"enterprise_email":"zheng.wen@example.com","status":{"is_activated":true}}""";
        await Feishu.SayAsync("你好", user: "ou_legal");
        await Feishu.SentAsync();
        await Bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await Feishu.DeliverAsync();

        await Feishu.PressAsync(FeishuServer.Button((await Feishu.SentAsync()).Body, "拒绝"), "om_sent", form, "ou_legal");

        Assert.Contains("请说明拒绝的原因", (string)(await Feishu.SentAsync()).Body["content"]!, StringComparison.Ordinal);
        Assert.Equal(ApprovalStatus.Pending, await Bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }
}
