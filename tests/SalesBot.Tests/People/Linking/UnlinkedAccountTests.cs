using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People.Linking;

/// <summary>What an account that was taken from its person is told, and what becomes of what was on its way there.</summary>
public sealed class UnlinkedAccountTests : LinkedAccount
{
    [Fact]
    public async Task AL_11_what_was_waiting_for_the_account_goes_out_on_the_next_messenger_and_its_cards_change_no_more()
    {
        await using (var db = Bot.Open())
        {
            var seat = await db.References.FirstAsync(r => r.Channel == "feishu");
            OutboxMessage Waiting(string text, string? updates = null) => new() { PersonId = seat.PersonId!.Value, Reference = seat, UpdatesActivityId = updates, Content = text, CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start.AddMinutes(5) };
            db.Outbox.AddRange(Waiting("""{"Text":"an answer"}"""), Waiting("""{"Text":"decided","ComesAnew":true}""", "m1"), Waiting("""{"Text":"done","InPlace":true}""", "m3"), Waiting("""{"Text":"only renewed"}""", "m2"));
            db.SentCards.Add(new SentCard { Subject = "approval:P1", PersonId = seat.PersonId!.Value, Reference = seat, ActivityId = "m1", SentAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await Rep.Says("解绑飞书");
        await Rep.Presses("解除关联");
        await Bot.PassAsync(TimeSpan.FromMinutes(10));
        await Bot.DeliverAsync();

        Assert.Contains("此账号的关联已解除", Assert.Single(Bot.Messenger.In("oc_1")).Message.Content.Text, StringComparison.Ordinal);
        Assert.Equal<string>(["an answer", "decided", "done"], Bot.Messenger.To((await Bot.PersonAsync("赵磊")).Key).Select(m => m.Message.Content.Text).Where(t => t is "an answer" or "decided" or "done" or "only renewed"), StringComparer.Ordinal);
        Assert.Equal(0, await Bot.Look(db => db.SentCards.CountAsync(c => c.ActivityId == "m1")));
    }

    [Fact]
    public async Task Whoever_writes_there_is_a_stranger_until_an_invitation()
    {
        await Rep.Says("解绑飞书");
        await Rep.Presses("解除关联");
        Assert.Contains("请联系", await SaysThereAsync("我的商机"), StringComparison.Ordinal);

        await SaysThereAsync("绑定 " + await CodeAsync());

        Assert.DoesNotContain("请联系", await SaysThereAsync("我的商机"), StringComparison.Ordinal);
        Assert.NotNull(await WhoseAsync());
    }

    /// <summary>The button did it again at once, weeks after it had been read back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_yes_holds_once_also_after_a_new_invitation(bool byAdmin)
    {
        var talk = byAdmin ? Admin : Rep;
        await talk.Says("解除赵磊的飞书账号");
        var (verb, data) = talk.LastMessages[^1].Buttons.Where(b => b.Verb == "unlink_account").Select(b => (b.Verb, b.Data)).Single();
        (string, string)[] yes = [.. data.Select(d => (d.Key, d.Value))];
        await talk.Forges(verb, yes);
        Assert.Null(await WhoseAsync());
        await SaysThereAsync("绑定 " + await CodeAsync());
        await Bot.PassAsync(TimeSpan.FromDays(20));

        await talk.Forges(verb, yes);

        talk.Hears("没有重复执行");
        Assert.NotNull(await WhoseAsync());
    }

    /// <summary>Whoever held one account could cut off all the others, of which their owner heard nothing.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_account_that_is_cut_off_is_told_so_and_nothing_after_it(bool byAdmin)
    {
        var talk = byAdmin ? Admin : Rep;
        await talk.Says("解绑赵磊的飞书");
        await talk.Presses("解除关联");
        await Bot.DeliverAsync();

        var word = Assert.Single(Bot.Messenger.In("oc_1")).Message;
        Assert.Contains("此账号的关联已解除", word.Content.Text, StringComparison.Ordinal);
        Assert.Contains("告诉管理员", word.Content.Text, StringComparison.Ordinal);
        await using (var db = Bot.Open())
        {
            db.Outbox.Add(new OutboxMessage { Person = await db.People.FirstAsync(p => p.Name == "赵磊"), Content = """{"Text":"hello"}""", CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await Bot.DeliverAsync();
        Assert.Single(Bot.Messenger.In("oc_1"));
    }

    /// <summary>The answer promised the next messenger just after the card had said that there is none.</summary>
    [Fact]
    public async Task What_is_said_of_waiting_messages_is_so_where_there_is_no_other_messenger()
    {
        await using (var db = Bot.Open())
        {
            var manager = await db.People.FirstAsync(p => p.Name == "王芳");
            db.PersonLinks.Add(new PersonLink { Channel = "dingtalk", UserId = "d_1", PersonId = manager.Id, LinkedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await Admin.Says("解绑王芳的钉钉");
        Admin.Hears("没有其他平台，消息暂存数小时");
        await Admin.Presses("解除关联");

        Admin.Hears("已解除王芳的钉钉账号关联。没有其他平台");
        Admin.DoesNotHear("下一个平台");
        await Admin.Says("解绑王芳的钉钉");
        Admin.Hears("王芳的账号都没有关联");
    }

    /// <summary>They stood in the account that was cut off, and opened for an hour.</summary>
    [Fact]
    public async Task Links_to_files_end_with_the_account()
    {
        await Rep.Says("导出我的商机");
        await using (var db = Bot.Open())
        {
            db.PreparedExports.Add(new SalesBot.Reports.Export.PreparedExport { Token = "x", Person = await db.People.FirstAsync(p => p.Name == "王芳"), CreatedAt = TestBot.Start, ExpiresAt = TestBot.Start.AddHours(1) });
            await db.SaveChangesAsync();
        }

        await Rep.Says("解绑我的飞书");
        await Rep.Presses("解除关联");

        Assert.Equal(["王芳"], await Bot.Look(db => db.PreparedExports.Where(e => e.ExpiresAt > Bot.Clock.Now).Select(e => e.Person.Name).ToListAsync()));
    }

    [Fact]
    public async Task Where_it_is_said_that_it_ends_nothing_is_told_beside_the_answer()
    {
        Assert.Contains("解除您的飞书账号关联？", await SaysThereAsync("解绑我的飞书"), StringComparison.Ordinal);
        Assert.Contains("已解除您的飞书账号关联", await SaysThereAsync("确认"), StringComparison.Ordinal);
        await Bot.DeliverAsync();

        Assert.Empty(Bot.Messenger.In("oc_1"));
        Assert.Null(await WhoseAsync());
    }
}
