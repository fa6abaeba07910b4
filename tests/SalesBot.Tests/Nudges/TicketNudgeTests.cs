using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;
using SalesBot.Tickets;

namespace SalesBot.Tests.Nudges;

/// <summary>Tickets that nobody says anything of (CU-14).</summary>
public sealed class TicketNudgeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CU_14_a_ticket_without_a_word_is_told_to_who_has_it_and_then_to_their_superior(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (success, director) = english ? (bot.As("林小雨").InEnglish(), bot.As("何建国").InEnglish()) : (bot.As("林小雨"), bot.As("何建国"));
        await success.Says("help");
        await director.Says("help");
        await AddAsync(bot, "H1", "C1", "扫码枪连不上", urgent: false);

        await bot.RoundsAsync(TimeSpan.FromDays(4.9));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "ticket", ToldAt: not null });
        await bot.RoundsAsync(TimeSpan.FromDays(0.2));

        await success.IsTold(english ? "1 ticket is open and waiting" : "1 个工单还没有处理", "东岭阀门", english ? "open for 5 days · 扫码枪连不上" : "已开 5 天 · 扫码枪连不上", english ? "If nothing has been done about it by Thu 19 Mar, Jack He will be told." : "到 3月19日 周四 仍未处理的，会告知 何建国。");
        await success.Presses(english ? "Open" : "打开");
        success.Hears("扫码枪连不上");
        await bot.RoundsAsync(TimeSpan.FromDays(3));
        await director.IsTold(english ? "Rain Lin had 3 days to act and did not, so you are told now" : "已告诉 林小雨，3 天没有处理", english ? "with Rain Lin" : "处理人 林小雨");
    }

    [Fact]
    public async Task CU_14_an_urgent_one_is_told_after_a_day_and_a_contact_that_is_logged_or_its_end_clears_it()
    {
        await using var bot = await TestBot.StartAsync();
        await AddAsync(bot, "H1", "C1", "产线停了", urgent: true);
        await AddAsync(bot, "H2", "C3", "看板数据延迟", urgent: true);
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        await bot.As("林小雨").IsTold("2 个工单还没有处理", "产线停了", "看板数据延迟", "紧急");

        await bot.As("赵磊").Says("刚给东岭阀门周总打了电话，工程师下午到");
        await bot.As("林小雨").Says("关闭凌云电缆的工单，已重启服务");
        await bot.RoundAsync();

        Assert.All((await bot.FoundAsync()).Where(f => f.Rule == "ticket"), f => Assert.NotNull(f.ClearedAt));
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        Assert.Equal("H1", Assert.Single(await bot.FoundAsync(), f => f is { Rule: "ticket", ClearedAt: null }).SubjectKey);
    }

    [Fact]
    public async Task CU_14_one_that_nobody_has_is_told_to_who_has_the_customer()
    {
        await using var bot = await TestBot.StartAsync();
        await AddAsync(bot, "H1", "C1", "产线停了", urgent: true);
        await bot.Look(db => db.Tickets.ExecuteUpdateAsync(set => set.SetProperty(t => t.AssigneeId, (long?)null)));

        await bot.RoundsAsync(TimeSpan.FromDays(1));

        await bot.As("赵磊").IsTold("1 个工单还没有处理", "处理人 待分配");
    }

    [Theory]
    [InlineData("工单提醒改成3天", "3 天")]
    [InlineData("set the ticket alert to 3 days", "3 days")]
    public async Task AL_04_its_days_are_laid_down_like_those_of_other_rules_and_tried_before(string said, string days)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        admin = char.IsAscii(said[0]) ? admin.InEnglish() : admin;

        (await admin.Says(said)).Hears(days);
    }

    private static Task AddAsync(TestBot bot, string key, string customer, string content, bool urgent) => bot.Look(async db =>
    {
        var (success, rep) = (db.People.First(p => p.Name == "林小雨"), db.People.First(p => p.Name == "赵磊"));
        db.Add(new ServiceTicket { Key = key, Customer = db.Customers.First(c => c.Key == customer), Content = content, Urgent = urgent, Reporter = rep, Assignee = success, CreatedAt = TestBot.Start });
        return await db.SaveChangesAsync();
    });
}
