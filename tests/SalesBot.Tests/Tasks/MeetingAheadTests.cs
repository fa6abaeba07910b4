using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>A meeting or a call with a day or an hour to come is a to-do of that day; one that was is a follow-up.</summary>
public sealed class MeetingAheadTests
{
    [Theory]
    [InlineData("meeting with Quarry Stone thursday 10 to 11 at their plant", "2026-03-12")]
    [InlineData("lunch with Quarry Stone friday", "2026-03-13")]
    [InlineData("talk to Quarry Stone again on 7 september", "2026-09-07")]
    [InlineData("call with Quarry Stone 11pm today", "2026-03-11")]
    [InlineData("周四10点跟周总开会", "2026-03-12")]
    [InlineData("周五中午跟东岭阀门吃饭", "2026-03-13")]
    [InlineData("今晚11点给周总打电话", "2026-03-11")]
    public async Task What_is_still_to_come_is_a_to_do_of_its_day(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As(said[0] > 0x2E80 ? "赵磊" : "Kevin Doyle").Says(said);
        var todo = await bot.Look(db => db.Todos.Include(t => t.Customer).SingleAsync());
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), todo.DueOn);
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Theory]
    [InlineData("had lunch with 东岭阀门 today, they liked it")]
    [InlineData("met 周总 yesterday, he wants a demo")]
    [InlineData("昨天跟东岭阀门开了会")]
    [InlineData("刚给周总打了电话 方案认可")]
    public async Task What_was_is_a_follow_up(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(1, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task Right_after_a_report_what_is_planned_with_another_customer_is_no_step_of_the_first()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("had a call with 东岭阀门 today, they like it");
        await rep.Says("call 凌云电缆 monday");
        Assert.Equal("C3", await bot.Look(db => db.Todos.Where(t => t.DueOn == new DateOnly(2026, 3, 16)).Select(t => t.Customer!.Key).SingleAsync()));
    }

    [Fact]
    public async Task A_visit_keeps_its_day_and_its_reminder_comes_the_day_before()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        (await rep.Says("visit 东岭阀门 on monday at 11, remind me the day before")).Hears("Mon 16 Mar 11:00", "I remind you Sun 15 Mar 11:00");
        Assert.Equal(new DateOnly(2026, 3, 16), await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task Without_an_hour_the_reminder_is_a_to_do_of_the_day_before()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").InEnglish().Says("visit 东岭阀门 on monday, remind me the day before");
        Assert.Equal([new DateOnly(2026, 3, 15), new DateOnly(2026, 3, 16)], await bot.Look(db => db.Todos.OrderBy(t => t.DueOn).Select(t => t.DueOn!.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_to_do_for_the_team_is_one_for_each_and_for_a_rep_none()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says("提醒团队周五前更新商机")).Hears("已给 2 人加待办");
        Assert.Equal(["P2", "P3"], await bot.Look(db => db.Todos.OrderBy(t => t.OwnerId).Select(t => t.Owner!.Key).ToListAsync()));
        (await bot.As("赵磊").InEnglish().Says("remind the team to update their deals by friday noon")).Hears("You lead nobody here");
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync()));
    }
}
