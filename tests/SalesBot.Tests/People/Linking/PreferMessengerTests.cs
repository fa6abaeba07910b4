using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People.Linking;

/// <summary>Somebody who uses two messengers says in which one to be told first (AL-11).</summary>
public sealed class PreferMessengerTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private Talk _rep = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        _bot.Messenger.Elsewhere = "feishu";
        _rep = _bot.As("赵磊");
        await _rep.Says("我的待办");
        await using var db = _bot.Open();
        var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
        db.References.Add(new ConversationReference { Channel = "feishu", ConversationId = "oc_1", UserId = "ou_1", PersonId = rep.Id, LastSeenAt = TestBot.Start.AddDays(-3), Route = "" });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task AL_11_what_is_told_unasked_goes_to_the_messenger_of_ones_choice_until_that_is_taken_back()
    {
        await TellAsync();
        Assert.Empty(_bot.Messenger.In("oc_1"));

        await _rep.Says("以后提醒都发到飞书");
        _rep.Hears("优先通知到", "飞书", "撤销");
        await TellAsync();
        Assert.Single(_bot.Messenger.In("oc_1"));

        await _rep.Says("撤销");
        await TellAsync();
        Assert.Single(_bot.Messenger.In("oc_1"));
    }

    [Fact]
    public async Task AL_11_what_the_chosen_messenger_refuses_goes_out_on_the_other()
    {
        await _rep.Says("reach me on lark first");
        _bot.Messenger.Fails = message => message.To.Channel == "feishu" ? Delivery.Refused("230013") : null;

        Assert.Equal(1, await TellAsync());
    }

    [Theory]
    [InlineData("消息优先发到钉钉", "还没有在钉钉里聊过")]
    [InlineData("send my alerts to slack from now on", "还没有在Slack里聊过")]
    [InlineData("以后用企业微信通知我", "还没有在企业微信里聊过")]
    public async Task A_messenger_where_one_never_was_cannot_be_chosen(string said, string heard)
    {
        await _rep.Says(said);
        _rep.Hears(heard);
        Assert.Null(await _bot.Look(db => db.People.Where(p => p.Name == "赵磊").Select(p => p.Messenger).SingleAsync()));
    }

    [Theory]
    [InlineData("我的提醒发到哪里")]
    [InlineData("where do my alerts go")]
    [InlineData("我的提醒都送达了吗")]
    [InlineData("有哪些通知没送到")]
    [InlineData("did all my alerts arrive?")]
    [InlineData("any messages that didn't reach me")]
    public async Task Where_one_is_reached_is_shown_with_what_did_not_arrive(string said)
    {
        await _rep.Says(said);
        _rep.Hears("最近七天没有未送达的消息");
        await using (var db = _bot.Open())
        {
            var seat = await db.References.FirstAsync(r => r.Channel == "feishu");
            db.Outbox.Add(new OutboxMessage { PersonId = seat.PersonId!.Value, Reference = seat, Content = "{}", State = OutboxState.Dead, CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await _rep.Says(said);
        _rep.Hears("发到您最近使用的平台", "飞书 · 上次使用", "最近七天有 1 条消息没有送达");

        await _rep.Presses("优先飞书");
        _rep.Hears("优先通知到", "飞书");
        await _rep.Says("发到我最近用的平台");
        await _rep.Says("消息都发到我最后用的那个");
        _rep.Hears("优先通知到");
        Assert.Null(await _bot.Look(db => db.People.Where(p => p.Name == "赵磊").Select(p => p.Messenger).SingleAsync()));
    }

    /// <summary>What died because there was no account at all, by mail, or in one that is linked no more, was counted nowhere; what was refused for hours was not either.</summary>
    [Theory]
    [InlineData(null, OutboxState.Dead, "没有可用的平台：最近七天有 1 条消息没有送达")]
    [InlineData("smtp", OutboxState.Dead, "邮箱：最近七天有 1 条消息没有送达")]
    [InlineData("dingtalk", OutboxState.Dead, "钉钉：最近七天有 1 条消息没有送达")]
    [InlineData("feishu", OutboxState.Waiting, "飞书：有 1 条消息尚未送达，仍在重试")]
    [InlineData(null, OutboxState.Waiting, "有 1 条消息尚未送达，仍在重试")]
    public async Task What_did_not_arrive_is_told_wherever_it_was_to_go(string? channel, object state, string heard)
    {
        await using (var db = _bot.Open())
        {
            var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
            var seat = channel is null ? null : await db.References.FirstOrDefaultAsync(r => r.Channel == channel) ?? new ConversationReference { Channel = channel, ConversationId = "x", UserId = "x", Route = "" };
            db.Outbox.Add(new OutboxMessage { Person = rep, Reference = seat, Content = """{"Text":"x"}""", State = (OutboxState)state, Attempts = 3, CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start.AddHours(6) });
            await db.SaveChangesAsync();
        }

        await _rep.Says("我的提醒都送达了吗");

        _rep.Hears(heard);
        _rep.DoesNotHear("没有未送达的消息");
    }

    [Theory]
    [InlineData("用飞书联系一下东岭阀门的袁总")]
    [InlineData("明天在飞书上跟东岭阀门开会")]
    [InlineData("remind me to send the quote to Lisa on Slack tomorrow")]
    public async Task Work_in_a_messenger_is_no_choice_of_one(string said)
    {
        await _rep.Says(said);
        Assert.Null(await _bot.Look(db => db.People.Where(p => p.Name == "赵磊").Select(p => p.Messenger).SingleAsync()));
        _rep.DoesNotHear("优先通知到", "还没有在");
    }

    private async Task<int> TellAsync()
    {
        await using (var db = _bot.Open())
        {
            var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
            db.Outbox.Add(new OutboxMessage { PersonId = rep.Id, Content = """{"Text":"hello"}""", CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        return await _bot.DeliverAsync();
    }
}
