using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People.Linking;

/// <summary>An account in a messenger is taken from its person again.</summary>
public sealed class UnlinkAccountTests : LinkedAccount
{
    [Theory]
    [InlineData("解除赵磊的飞书账号")]
    [InlineData("把赵磊的飞书解绑")]
    [InlineData("取消赵磊的飞书账号关联")]
    [InlineData("请解绑赵磊的账号")]
    [InlineData("麻烦断开赵磊的飞书")]
    public async Task An_administrator_takes_away_anybodys_after_a_yes(string said)
    {
        await Admin.Says(said);
        Admin.Hears("解除赵磊的飞书账号关联？", "无法使用机器人", "“test”应用");
        Assert.NotNull(await WhoseAsync());

        await Admin.Presses("解除关联");

        Admin.Hears("已解除赵磊的飞书账号关联");
        await Rep.IsTold("管理员 解除了您的飞书账号关联");
        Assert.Null(await WhoseAsync());
        Assert.Null(await Bot.Look(db => db.People.Where(p => p.Name == "赵磊").Select(p => p.Messenger).SingleAsync()));
        var entry = await Bot.Look(db => db.Audit.Include(a => a.Person).SingleAsync(a => a.Command == "unlink_account" && a.Changes.Contains("ou_1")));
        Assert.Equal("管理员", entry.Person!.Name);
    }

    [Theory]
    [InlineData("unlink 赵磊's Lark account")]
    [InlineData("please disconnect 赵磊 from feishu")]
    [InlineData("remove 赵磊's feishu account")]
    [InlineData("unbind 赵磊's account")]
    public async Task The_same_in_english(string said)
    {
        var admin = Admin.InEnglish();
        await admin.Says(said);
        admin.Hears("Unlink Ray Zhao’s Feishu account?", "I do not know the account");

        await admin.Says("yes");

        admin.Hears("Unlinked: Ray Zhao’s Feishu account");
        Assert.Null(await WhoseAsync());
    }

    [Theory]
    [InlineData("解绑我的飞书")]
    [InlineData("我的飞书账号解除绑定")]
    [InlineData("断开和飞书的连接")]
    [InlineData("我的飞书不想绑定了")]
    [InlineData("unlink my feishu")]
    [InlineData("disconnect me from lark please")]
    public async Task Ones_own_is_taken_away_by_oneself(string said)
    {
        await Rep.Says(said);
        Rep.Hears("解除您的飞书账号关联？");

        await Rep.Presses("解除关联");

        Rep.Hears("已解除您的飞书账号关联");
        Assert.Null(await WhoseAsync());
    }

    /// <summary>It was as inviting as any other yes.</summary>
    [Fact]
    public async Task The_button_that_takes_it_away_looks_like_it()
    {
        await Rep.Says("解绑我的飞书");

        var buttons = Rep.LastMessages[^1].Reply.Card!.Value.GetProperty("actions").EnumerateArray().Select(a => (a.GetProperty("title").GetString(), a.TryGetProperty("style", out var style) ? style.GetString() : null)).ToList();
        Assert.Equal(("解除关联", "destructive"), buttons[0]);
        Assert.NotEqual("destructive", buttons[^1].Item2, StringComparer.Ordinal);
    }

    /// <summary>It was left out: the bot said that there is no linked account.</summary>
    [Theory]
    [InlineData("outlook", "Outlook", "把赵磊的Outlook解绑")]
    [InlineData("m365extensions", "Microsoft 365", "解除赵磊的Microsoft 365账号")]
    [InlineData("telegram", "“telegram”应用", null)]
    public async Task An_account_in_whatever_channel_is_taken_away_by_its_name_or_its_button(string channel, string name, string? said)
    {
        await using (var db = Bot.Open())
        {
            var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
            db.PersonLinks.Add(new PersonLink { Channel = channel, UserId = "u_2", PersonId = rep.Id, LinkedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        if (said is null)
        {
            await Admin.Says("解绑赵磊的账号");
            Admin.Hears("要解除哪个账号");
            await Admin.Presses(name);
        }
        else
        {
            await Admin.Says(said);
        }

        Admin.Hears($"解除赵磊的{name}账号关联？");
        await Admin.Presses("解除关联");

        Admin.Hears($"已解除赵磊的{name}账号关联");
        await Admin.Forges("unlink_account", ("person", (await Bot.PersonAsync("赵磊")).Key), ("messenger", channel));
        Admin.Hears($"赵磊的{name}账号没有关联");
        Assert.Equal(["feishu"], await Bot.Look(db => db.PersonLinks.Where(l => l.EndedAt == null).Select(l => l.Channel).ToListAsync()));
    }

    /// <summary>Nobody could have linked anybody any more.</summary>
    [Fact]
    public async Task The_last_account_of_an_administrator_is_kept_until_there_is_another()
    {
        await using (var db = Bot.Open())
        {
            var admin = await db.People.FirstAsync(p => p.Name == "管理员");
            db.PersonLinks.Add(new PersonLink { Channel = "feishu", UserId = "ou_9", PersonId = admin.Id, LinkedAt = TestBot.Start });
            db.References.Add(new ConversationReference { Channel = "feishu", ConversationId = "oc_9", UserId = "ou_9", PersonId = admin.Id, LastSeenAt = TestBot.Start, Route = "{}" });
            await db.SaveChangesAsync();
        }

        Assert.Contains("没有其他管理员账号可用", await SaysThereAsync("解绑我的飞书", "9"), StringComparison.Ordinal);
        Assert.Contains("解除赵磊的飞书账号关联？", await SaysThereAsync("解绑赵磊的飞书", "9"), StringComparison.Ordinal);
        await Admin.Says("我的待办");

        Assert.Contains("解除您的飞书账号关联？", await SaysThereAsync("解绑我的飞书", "9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_takes_away_anothers()
    {
        await Bot.As("王芳").Says("解除赵磊的飞书账号");
        Bot.As("王芳").DoesNotHear("账号关联？");
        Assert.NotNull(await WhoseAsync());
        Assert.True(await Bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "unlink_account")));
    }

    [Theory]
    [InlineData("解绑我的钉钉", "钉钉账号没有关联")]
    [InlineData("disconnect my slack", "Slack账号没有关联")]
    [InlineData("不用解绑我的飞书", "")]
    [InlineData("怎么解绑我的飞书？", "")]
    [InlineData("能不能不要断开飞书", "")]
    [InlineData("明天在飞书上跟东岭阀门开会", "")]
    [InlineData("取消明天的飞书会议", "")]
    [InlineData("以后提醒都发到飞书", "")]
    [InlineData("remind me to disconnect the demo machine at 东岭阀门 tomorrow", "")]
    public async Task What_is_not_linked_or_not_meant_changes_nothing(string said, string heard)
    {
        await Rep.Says(said);
        Rep.Hears(heard);
        Rep.DoesNotHear("解除您的飞书账号关联？");
        Assert.NotNull(await WhoseAsync());
    }
}
