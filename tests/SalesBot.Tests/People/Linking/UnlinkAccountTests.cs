using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People.Linking;

/// <summary>An account in a messenger is taken from its person again.</summary>
public sealed class UnlinkAccountTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private Talk _rep = null!, _admin = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        _bot.Messenger.Elsewhere = "feishu";
        (_rep, _admin) = (_bot.As("赵磊"), _bot.As("管理员"));
        await _rep.Says("我的待办");
        await using var db = _bot.Open();
        var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
        rep.Messenger = "feishu";
        db.PersonLinks.Add(new PersonLink { Channel = "feishu", UserId = "ou_1", PersonId = rep.Id, LinkedAt = TestBot.Start.AddDays(-3) });
        db.References.Add(new ConversationReference { Channel = "feishu", ConversationId = "oc_1", UserId = "ou_1", PersonId = rep.Id, LastSeenAt = TestBot.Start.AddDays(-3), Route = "{}" });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData("解除赵磊的飞书账号")]
    [InlineData("把赵磊的飞书解绑")]
    [InlineData("取消赵磊的飞书账号关联")]
    [InlineData("请解绑赵磊的账号")]
    [InlineData("麻烦断开赵磊的飞书")]
    public async Task An_administrator_takes_away_anybodys_after_a_yes(string said)
    {
        await _admin.Says(said);
        _admin.Hears("解除赵磊的飞书账号关联？", "无法使用机器人", "“test”应用");
        Assert.NotNull(await WhoseAsync());

        await _admin.Presses("解除关联");

        _admin.Hears("已解除赵磊的飞书账号关联");
        await _rep.IsTold("管理员 解除了您的飞书账号关联");
        Assert.Null(await WhoseAsync());
        Assert.Null(await _bot.Look(db => db.People.Where(p => p.Name == "赵磊").Select(p => p.Messenger).SingleAsync()));
        var entry = await _bot.Look(db => db.Audit.Include(a => a.Person).SingleAsync(a => a.Command == "unlink_account" && a.Changes.Contains("ou_1")));
        Assert.Equal("管理员", entry.Person!.Name);
    }

    [Theory]
    [InlineData("unlink 赵磊's Lark account")]
    [InlineData("please disconnect 赵磊 from feishu")]
    [InlineData("remove 赵磊's feishu account")]
    [InlineData("unbind 赵磊's account")]
    public async Task The_same_in_english(string said)
    {
        var admin = _admin.InEnglish();
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
        await _rep.Says(said);
        _rep.Hears("解除您的飞书账号关联？");

        await _rep.Presses("解除关联");

        _rep.Hears("已解除您的飞书账号关联");
        Assert.Null(await WhoseAsync());
    }

    [Fact]
    public async Task AL_11_what_was_waiting_for_the_account_goes_out_on_the_next_messenger_and_its_cards_change_no_more()
    {
        await using (var db = _bot.Open())
        {
            var seat = await db.References.FirstAsync(r => r.Channel == "feishu");
            OutboxMessage Waiting(string text, string? updates = null) => new() { PersonId = seat.PersonId!.Value, Reference = seat, UpdatesActivityId = updates, Content = text, CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start.AddMinutes(5) };
            db.Outbox.AddRange(Waiting("""{"Text":"an answer"}"""), Waiting("""{"Text":"decided","ComesAnew":true}""", "m1"), Waiting("""{"Text":"done","InPlace":true}""", "m3"), Waiting("""{"Text":"only renewed"}""", "m2"));
            db.SentCards.Add(new SentCard { Subject = "approval:P1", PersonId = seat.PersonId!.Value, Reference = seat, ActivityId = "m1", SentAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await _rep.Says("解绑飞书");
        await _rep.Presses("解除关联");
        await _bot.PassAsync(TimeSpan.FromMinutes(10));
        await _bot.DeliverAsync();

        Assert.Contains("此账号的关联已解除", Assert.Single(_bot.Messenger.In("oc_1")).Message.Content.Text, StringComparison.Ordinal);
        Assert.Equal<string>(["an answer", "decided", "done"], _bot.Messenger.To((await _bot.PersonAsync("赵磊")).Key).Select(m => m.Message.Content.Text).Where(t => t is "an answer" or "decided" or "done" or "only renewed"), StringComparer.Ordinal);
        Assert.Equal(0, await _bot.Look(db => db.SentCards.CountAsync(c => c.ActivityId == "m1")));
    }

    /// <summary>It was as inviting as any other yes.</summary>
    [Fact]
    public async Task The_button_that_takes_it_away_looks_like_it()
    {
        await _rep.Says("解绑我的飞书");

        var buttons = _rep.LastMessages[^1].Reply.Card!.Value.GetProperty("actions").EnumerateArray().Select(a => (a.GetProperty("title").GetString(), a.TryGetProperty("style", out var style) ? style.GetString() : null)).ToList();
        Assert.Equal(("解除关联", "destructive"), buttons[0]);
        Assert.NotEqual("destructive", buttons[^1].Item2);
    }

    /// <summary>It was left out: the bot said that there is no linked account.</summary>
    [Theory]
    [InlineData("outlook", "Outlook", "把赵磊的Outlook解绑")]
    [InlineData("m365extensions", "Microsoft 365", "解除赵磊的Microsoft 365账号")]
    [InlineData("telegram", "“telegram”应用", null)]
    public async Task An_account_in_whatever_channel_is_taken_away_by_its_name_or_its_button(string channel, string name, string? said)
    {
        await using (var db = _bot.Open())
        {
            var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
            db.PersonLinks.Add(new PersonLink { Channel = channel, UserId = "u_2", PersonId = rep.Id, LinkedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        if (said is null)
        {
            await _admin.Says("解绑赵磊的账号");
            _admin.Hears("要解除哪个账号");
            await _admin.Presses(name);
        }
        else
        {
            await _admin.Says(said);
        }

        _admin.Hears($"解除赵磊的{name}账号关联？");
        await _admin.Presses("解除关联");

        _admin.Hears($"已解除赵磊的{name}账号关联");
        Assert.Equal(["feishu"], await _bot.Look(db => db.PersonLinks.Where(l => l.EndedAt == null).Select(l => l.Channel).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_writes_there_is_a_stranger_until_an_invitation()
    {
        await _rep.Says("解绑飞书");
        await _rep.Presses("解除关联");
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
        var talk = byAdmin ? _admin : _rep;
        await talk.Says("解除赵磊的飞书账号");
        var (verb, data) = talk.LastMessages[^1].Buttons.Where(b => b.Verb == "unlink_account").Select(b => (b.Verb, b.Data)).Single();
        (string, string)[] yes = [.. data.Select(d => (d.Key, d.Value))];
        await talk.Forges(verb, yes);
        Assert.Null(await WhoseAsync());
        await SaysThereAsync("绑定 " + await CodeAsync());
        await _bot.PassAsync(TimeSpan.FromDays(20));

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
        var talk = byAdmin ? _admin : _rep;
        await talk.Says("解绑赵磊的飞书");
        await talk.Presses("解除关联");
        await _bot.DeliverAsync();

        var word = Assert.Single(_bot.Messenger.In("oc_1")).Message;
        Assert.Contains("此账号的关联已解除", word.Content.Text, StringComparison.Ordinal);
        Assert.Contains("告诉管理员", word.Content.Text, StringComparison.Ordinal);
        await using (var db = _bot.Open())
        {
            db.Outbox.Add(new OutboxMessage { Person = await db.People.FirstAsync(p => p.Name == "赵磊"), Content = """{"Text":"hello"}""", CreatedAt = TestBot.Start, NextAttemptAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await _bot.DeliverAsync();
        Assert.Single(_bot.Messenger.In("oc_1"));
    }

    /// <summary>The answer promised the next messenger just after the card had said that there is none.</summary>
    [Fact]
    public async Task What_is_said_of_waiting_messages_is_so_where_there_is_no_other_messenger()
    {
        await using (var db = _bot.Open())
        {
            var manager = await db.People.FirstAsync(p => p.Name == "王芳");
            db.PersonLinks.Add(new PersonLink { Channel = "dingtalk", UserId = "d_1", PersonId = manager.Id, LinkedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await _admin.Says("解绑王芳的钉钉");
        _admin.Hears("没有其他平台，消息暂存数小时");
        await _admin.Presses("解除关联");

        _admin.Hears("已解除王芳的钉钉账号关联。没有其他平台");
        _admin.DoesNotHear("下一个平台");
        await _admin.Says("解绑王芳的钉钉");
        _admin.Hears("王芳的账号都没有关联");
    }

    /// <summary>They stood in the account that was cut off, and opened for an hour.</summary>
    [Fact]
    public async Task Links_to_files_end_with_the_account()
    {
        await _rep.Says("导出我的商机");
        await using (var db = _bot.Open())
        {
            db.PreparedExports.Add(new SalesBot.Reports.Export.PreparedExport { Token = "x", Person = await db.People.FirstAsync(p => p.Name == "王芳"), CreatedAt = TestBot.Start, ExpiresAt = TestBot.Start.AddHours(1) });
            await db.SaveChangesAsync();
        }

        await _rep.Says("解绑我的飞书");
        await _rep.Presses("解除关联");

        Assert.Equal(["王芳"], await _bot.Look(db => db.PreparedExports.Where(e => e.ExpiresAt > _bot.Clock.Now).Select(e => e.Person.Name).ToListAsync()));
    }

    [Fact]
    public async Task Where_it_is_said_that_it_ends_nothing_is_told_beside_the_answer()
    {
        Assert.Contains("解除您的飞书账号关联？", await SaysThereAsync("解绑我的飞书"), StringComparison.Ordinal);
        Assert.Contains("已解除您的飞书账号关联", await SaysThereAsync("确认"), StringComparison.Ordinal);
        await _bot.DeliverAsync();

        Assert.Empty(_bot.Messenger.In("oc_1"));
        Assert.Null(await WhoseAsync());
    }

    /// <summary>Nobody could have linked anybody any more.</summary>
    [Fact]
    public async Task The_last_account_of_an_administrator_is_kept_until_there_is_another()
    {
        await using (var db = _bot.Open())
        {
            var admin = await db.People.FirstAsync(p => p.Name == "管理员");
            db.PersonLinks.Add(new PersonLink { Channel = "feishu", UserId = "ou_9", PersonId = admin.Id, LinkedAt = TestBot.Start });
            db.References.Add(new ConversationReference { Channel = "feishu", ConversationId = "oc_9", UserId = "ou_9", PersonId = admin.Id, LastSeenAt = TestBot.Start, Route = "{}" });
            await db.SaveChangesAsync();
        }

        Assert.Contains("没有其他管理员账号可用", await SaysThereAsync("解绑我的飞书", "9"), StringComparison.Ordinal);
        Assert.Contains("解除赵磊的飞书账号关联？", await SaysThereAsync("解绑赵磊的飞书", "9"), StringComparison.Ordinal);
        await _admin.Says("我的待办");

        Assert.Contains("解除您的飞书账号关联？", await SaysThereAsync("解绑我的飞书", "9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_takes_away_anothers()
    {
        await _bot.As("王芳").Says("解除赵磊的飞书账号");
        _bot.As("王芳").DoesNotHear("账号关联？");
        Assert.NotNull(await WhoseAsync());
        Assert.True(await _bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "unlink_account")));
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
        await _rep.Says(said);
        _rep.Hears(heard);
        _rep.DoesNotHear("解除您的飞书账号关联？");
        Assert.NotNull(await WhoseAsync());
    }

    private async Task<string?> WhoseAsync()
    {
        await using var db = _bot.Open();
        return await Seat.LinkedAsync(db, new Address("feishu", "oc_1", "ou_1", IsGroup: false, null, "{}"), CancellationToken.None) is { } id ? (await db.People.FirstAsync(p => p.Id == id)).Name : null;
    }

    private async Task<string> CodeAsync() =>
        System.Text.RegularExpressions.Regex.Match((await _admin.Says("邀请赵磊")).Last, "[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private async Task<string> SaysThereAsync(string text, string number = "1")
    {
        var turn = new Turn(TurnKind.Said, new Address("feishu", "oc_" + number, "ou_" + number, IsGroup: false, "zh-CN", "{}"), Guid.NewGuid().ToString("N"), _bot.Clock.Now) { Text = text };
        return string.Join('\n', (await _bot.Get<TurnRunner>().RunAsync(turn, CancellationToken.None)).Replies.Select(r => r.Text));
    }
}
