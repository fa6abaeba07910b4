using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People.Linking;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>An administrator links whom the bot does not find by the e-mail address.</summary>
public sealed class InvitationTests
{
    [Theory]
    [InlineData("邀请赵磊", false)]
    [InlineData("给赵磊生成一个绑定码", false)]
    [InlineData("把赵磊的飞书账号重新关联一下", false)]
    [InlineData("invite 赵磊", true)]
    [InlineData("make a link code for 赵磊", true)]
    public async Task Whoever_says_the_word_is_the_person_from_then_on_and_it_holds_once(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");
        var card = (await admin.Says(said)).Last;
        var code = Code(card);
        Assert.True(code.Length == 14, card);

        Assert.Contains("请联系", await SaysAsync(bot, "U7", "我的待办"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("赵磊", await SaysAsync(bot, "U7", (english ? "link " : "绑定 ") + code.ToLowerInvariant()), StringComparison.Ordinal);
        Assert.DoesNotContain("请联系", await SaysAsync(bot, "U7", "我的待办"), StringComparison.Ordinal);

        Assert.Contains("无效", await SaysAsync(bot, "U8", "绑定 " + code), StringComparison.Ordinal);
        Assert.Equal(["U7"], await bot.Look(db => db.PersonLinks.Where(l => l.Person.Name == "赵磊" && l.Channel == "slack").Select(l => l.UserId).ToListAsync()));
    }

    [Fact]
    public async Task A_new_code_voids_the_one_before_and_a_week_ends_it()
    {
        await using var bot = await TestBot.StartAsync();
        var first = Code((await bot.As("管理员").Says("邀请赵磊")).Last);
        var second = Code((await bot.As("管理员").Says("邀请赵磊")).Last);

        Assert.Contains("无效", await SaysAsync(bot, "U7", first), StringComparison.Ordinal);
        bot.Clock.Advance(InvitationCode.Life + TimeSpan.FromMinutes(1));
        Assert.Contains("无效", await SaysAsync(bot, "U7", second), StringComparison.Ordinal);
        Assert.Empty(await bot.Look(db => db.PersonLinks.Where(l => l.UserId == "U7").ToListAsync()));
    }

    [Fact]
    public async Task An_account_that_is_linked_to_the_wrong_person_is_linked_anew()
    {
        await using var bot = await TestBot.StartAsync();
        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请王芳")).Last));
        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请赵磊")).Last));

        Assert.Equal("赵磊", await bot.Look(db => db.PersonLinks.Where(l => l.UserId == "U7").Select(l => l.Person.Name).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_invites()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("邀请王芳")).Hears("管理员");
        Assert.Empty(await bot.Look(db => db.Invitations.ToListAsync()));
    }

    [Fact]
    public async Task What_is_said_in_an_account_that_is_linked_anew_answers_no_question_of_the_person_before_who_is_told_nothing_there()
    {
        await using var bot = await TestBot.StartAsync();
        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请王芳")).Last));
        await SaysAsync(bot, "U7", "我的待办");
        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请赵磊")).Last));

        Assert.Equal("赵磊", await bot.Look(db => db.References.Where(r => r.UserId == "U7").Select(r => r.Person!.Name).SingleAsync()));
        Assert.Null(await bot.Look(db => db.References.Where(r => r.UserId == "U7").Select(r => r.Focus).SingleAsync()));
    }

    /// <summary>The cards of who had it were shown anew there, with that person's rights.</summary>
    [Fact]
    public async Task AL_11_an_account_that_is_given_to_somebody_else_shows_nothing_of_who_had_it()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Messenger.Elsewhere = "slack";
        await bot.As("王芳").Says("我的待办");
        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请王芳")).Last));
        await SaysAsync(bot, "U7", "我的待办");
        await using (var db = bot.Open())
        {
            var seat = await db.References.SingleAsync(r => r.UserId == "U7");
            OutboxMessage Waiting(string text, string? updates = null) => new() { PersonId = seat.PersonId!.Value, Reference = seat, UpdatesActivityId = updates, Content = text, CreatedAt = bot.Clock.Now, NextAttemptAt = bot.Clock.Now };
            db.Outbox.AddRange(Waiting("""{"Text":"an answer"}"""), Waiting("""{"Text":"decided","ComesAnew":true}""", "m1"), Waiting("""{"Text":"only renewed"}""", "m2"));
            db.SentCards.Add(new SentCard { Subject = "approval:P1", PersonId = seat.PersonId!.Value, Reference = seat, ActivityId = "m1", SentAt = bot.Clock.Now });
            await db.SaveChangesAsync();
        }

        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请赵磊")).Last));
        await bot.DeliverAsync();

        Assert.Empty(bot.Messenger.In("DU7"));
        Assert.Equal<string>(["an answer", "decided"], bot.Messenger.To((await bot.PersonAsync("王芳")).Key).Select(m => m.Message.Content.Text).Where(t => t is "an answer" or "decided" or "only renewed"), StringComparer.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.SentCards.CountAsync()));
    }

    [Fact]
    public async Task What_only_looks_like_a_code_is_read_as_anything_else()
    {
        await using var bot = await TestBot.StartAsync();
        await SaysAsync(bot, "U7", Code((await bot.As("管理员").Says("邀请赵磊")).Last));

        Assert.DoesNotContain("绑定码", await SaysAsync(bot, "U7", "Acme-Beta-Test"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AB2C-DE3F-GH4J", true)]
    [InlineData("绑定 ab2c-de3f-gh4j。", true)]
    [InlineData("link “AB2C-DE3F-GH4J”", true)]
    [InlineData("合同 AB2C-DE3F-GH4J 到期了", false)]
    [InlineData("AB2C-DE3F", false)]
    [InlineData("AB1C-DE3F-GH4J", false)]
    public void Only_a_message_that_is_nothing_but_a_code_is_one(string said, bool isCode) => Assert.Equal(isCode ? "AB2C-DE3F-GH4J" : null, InvitationCode.In(said)?.Code);

    private static string Code(string text) => System.Text.RegularExpressions.Regex.Match(text, "[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static async Task<string> SaysAsync(TestBot bot, string user, string text)
    {
        var turn = new Turn(TurnKind.Said, new Address("slack", "D" + user, user, IsGroup: false, "zh-CN", "{}"), Guid.NewGuid().ToString("N"), bot.Clock.Now) { Text = text };
        return string.Join('\n', (await bot.Get<TurnRunner>().RunAsync(turn, CancellationToken.None)).Replies.Select(r => r.Text));
    }
}
