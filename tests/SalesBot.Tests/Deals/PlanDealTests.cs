using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class PlanDealTests
{
    [Fact]
    public async Task A_day_that_is_over_is_no_close_date_and_no_next_step()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("update_close_date", ("deal", "D1"), ("close_date", "2026-03-10"));
        rep.Hears("已经过去");
        await rep.Forges("set_next_step", ("deal", "D1"), ("next_step", "打电话"), ("date", "2026-03-10"));
        rep.Hears("已经过去");
        await rep.Forges("update_close_date", ("deal", "D1"), ("close_date", "32.13."));
        rep.Hears("没能把“32.13.”读成日期");

        Assert.Equal(new DateOnly(2026, 4, 12), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).FirstAsync()));
    }

    [Fact]
    public async Task A_next_step_is_a_to_do_of_the_owner_and_moves_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("刘晨");

        await rep.Forges("set_next_step", ("deal", "D2"), ("next_step", "约现场勘察"), ("date", "2026-03-13"));
        rep.Hears("下一步已定", "东岭泵业WMS", "约现场勘察", "3月13日 周五");
        Assert.Equal(("约现场勘察", new DateOnly(2026, 3, 13), "P3"), await Step(bot));

        // Both the deal's step and its to-do changed; the receipt says what changed once.
        var manager = bot.As("王芳");
        await manager.Forges("set_next_step", ("deal", "D2"), ("next_step", "改为线上会议"), ("date", "2026-03-16"), ("time", "14:00"));
        manager.Hears("下一步", "约现场勘察 → **改为线上会议**").DoesNotHear("待办").DoesNotHear("截止");
        Assert.Equal(("改为线上会议", new DateOnly(2026, 3, 16), "P3"), await Step(bot));
        await rep.IsTold("王芳 修改了您的商机", "约现场勘察 → **改为线上会议**");
    }

    [Fact]
    public async Task Somebody_elses_deal_is_not_there()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        foreach (var (verb, slots) in new (string, (string, string)[])[]
        {
            ("update_close_date", [("deal", "D2"), ("close_date", "2026-06-01")]), ("set_next_step", [("deal", "D2"), ("next_step", "x"), ("date", "2026-06-01")]),
            ("move_stage", [("deal", "D2"), ("stage", "next")]), ("win_deal", [("deal", "D2")]), ("lose_deal", [("deal", "D2"), ("reason", "x")]),
        })
        {
            await rep.Forges(verb, slots);
            rep.Hears("没有找到");
        }

        Assert.Equal(1, await bot.Look(db => db.Deals.Where(d => d.Key == "D2").Select(d => d.Version).FirstAsync()));
    }

    private static Task<(string, DateOnly?, string)> Step(TestBot bot) =>
        bot.Look(async db => await db.Todos.Where(t => t.Kind == TodoKind.NextStep && t.Deal!.Key == "D2").Select(t => new ValueTuple<string, DateOnly?, string>(t.Title, t.DueOn, t.Owner.Key)).SingleAsync());
}
