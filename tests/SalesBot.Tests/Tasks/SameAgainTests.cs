using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Language;

namespace SalesBot.Tests.Tasks;

/// <summary>Words that only move or point are no to-do; "same time" and "as well" are of the one that was just added, moved or ticked.</summary>
public sealed class SameAgainTests
{
    private static readonly (string, string, string, string?, string?)[] Kevins =
        [("Kevin Doyle", "Badge list for Nora", "2026-03-12", "14:00", "D7"), ("Kevin Doyle", "Turnstile count", "2026-03-13", null, "D7"), ("Kevin Doyle", "Legal pages", "2026-03-12", null, null), ("Kevin Doyle", "call her", "2026-03-20", null, "D7")];

    private static readonly (string, string, string, string?, string?)[] Zhaos =
        [("赵磊", "催接线图", "2026-03-12", "14:00", "D5"), ("赵磊", "清点网关", "2026-03-13", null, "D3"), ("赵磊", "问钱工反馈", "2026-03-12", null, null)];

    [Theory]
    [InlineData("move it to monday, same time", true)]
    [InlineData("can we do thursday instead, same time", true)]
    [InlineData("do it on the 20th", true)]
    [InlineData("推到下周一，时间不变", false)]
    [InlineData("我们改到周五，还是那个时间", false)]
    public async Task Nothing_but_words_that_move_is_no_to_do(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Equal((english ? Kevins : Zhaos).Length, (await bot.OnListAsync()).Count);
    }

    [Theory]
    [InlineData("remind me thursday 2pm to send the gate plan", "move it to friday, same time", "send the gate plan 2026-03-13 14:00", true)]
    [InlineData("remind me thursday 2pm to send the gate plan", "can we do monday instead, same time", "send the gate plan 2026-03-16 14:00", true)]
    [InlineData("提醒我周四下午两点去百川交资料", "改到周五，时间不变", "2026-03-13 14:00", false)]
    public async Task What_was_just_added_moves_and_keeps_its_hour(string added, string said, string now, bool english)
    {
        await using var bot = await TestPlans.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(added);
        await rep.Says(said);
        Assert.EndsWith(now, Assert.Single(await bot.OnListAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push the badge list to monday", "and the turnstile count too", "Turnstile count 2026-03-16", true)]
    [InlineData("push the badge list to monday", "same for the legal pages", "Legal pages 2026-03-16", true)]
    [InlineData("badge list is done", "the turnstile count as well", "Turnstile count 2026-03-13 ✓", true)]
    [InlineData("把催接线图推到下周一", "清点网关的也一样", "清点网关 2026-03-16", false)]
    [InlineData("把催接线图推到下周一", "网关清点也是", "清点网关 2026-03-16", false)]
    public async Task As_well_is_the_act_before_of_another_one(string first, string said, string now, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(first);
        await rep.Says(said);
        Assert.Contains(now, await bot.OnListAsync(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("turnstile count is done", "no, turnstile count isn't done yet, it goes to monday too", "Turnstile count 2026-03-16", true)]
    [InlineData("网关清点完了", "不对，清点网关还没做，改到下周一", "清点网关 2026-03-16", false)]
    public async Task What_is_not_done_after_all_is_open_again_on_that_day_and_no_deal_moves(string first, string said, string now, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        var close = await bot.Look(db => db.Deals.OrderBy(deal => deal.Id).Select(deal => deal.CloseDate).ToListAsync());
        await rep.Says(first);
        await rep.Says(said);
        Assert.Contains(now, await bot.OnListAsync(), StringComparer.Ordinal);
        Assert.Equal(close, await bot.Look(db => db.Deals.OrderBy(deal => deal.Id).Select(deal => deal.CloseDate).ToListAsync()));
    }

    [Fact]
    public async Task The_call_of_the_person_who_is_named_gets_its_hour()
    {
        await using var bot = await TestPlans.StartAsync(Kevins);
        await bot.As("Kevin Doyle").InEnglish().Says("call nora is at 10 on the 20th");
        var list = await bot.OnListAsync();
        Assert.Equal(4, list.Count);
        Assert.Contains("call her 2026-03-20 10:00", list, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("remind me on friday to ask Nora about the gate", "ask Nora about the gate", true)]
    [InlineData("remind me friday to move the badge printer", "move the badge printer", true)]
    [InlineData("提醒我周五问清楚底价", "问清楚底价", false)]
    public async Task What_names_a_deed_is_added(string said, string title, bool english)
    {
        await using var bot = await TestPlans.StartAsync();
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Contains(title, Assert.Single(await bot.OnListAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("东岭阀门MES下一步换成送资料过去，日期3月19号", "送资料过去")]
    [InlineData("东岭阀门MES下一步改成周四送资料过去", "送资料过去")]
    public async Task What_a_step_is_changed_to_is_without_the_words_of_changing(string said, string step)
    {
        await using var bot = await TestPlans.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(step, await bot.Look(db => db.Deals.Where(deal => deal.Key == "D1").Select(deal => deal.NextStep).SingleAsync()));
    }

    [Theory]
    [InlineData("东岭阀门的待办")]
    [InlineData("看一下下周二的日程")]
    public async Task A_look_while_a_day_is_asked_is_no_answer(string look)
    {
        await using var bot = await TestPlans.StartAsync(Zhaos);
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步送资料");
        await rep.Says(look);
        Assert.DoesNotContain("待办", await bot.Look(db => db.Deals.Where(deal => deal.Key == "D1").Select(deal => deal.NextStep).SingleAsync()) ?? "", StringComparison.Ordinal);
        var list = await bot.OnListAsync();
        Assert.All(Zhaos, plan => Assert.Contains(list, row => row.StartsWith($"{plan.Item2} {plan.Item3}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_close_day_of_another_deal_takes_back_no_tick()
    {
        await using var bot = await TestPlans.StartAsync(Zhaos);
        var rep = bot.As("赵磊");
        await rep.Says("网关清点完了");
        await rep.Says("不对 东岭阀门MES预计成交改成4月24号");
        Assert.Contains("清点网关 2026-03-13 ✓", await bot.OnListAsync(), StringComparer.Ordinal);
        Assert.Equal(new DateOnly(2026, 4, 24), await bot.Look(db => db.Deals.Where(deal => deal.Key == "D1").Select(deal => deal.CloseDate).SingleAsync()));
    }

    [Fact]
    public async Task A_deal_that_is_left_alone_until_a_day_moves_no_other_to_do()
    {
        await using var bot = await TestPlans.StartAsync(Zhaos);
        var rep = bot.As("赵磊");
        await rep.Says("我的待办");
        await rep.Says("5月20号再联系，之前别催我能耗这个商机");
        Assert.Contains("催接线图 2026-03-12 14:00", await bot.OnListAsync(), StringComparer.Ordinal);
        Assert.Contains("问钱工反馈 2026-03-12", await bot.OnListAsync(), StringComparer.Ordinal);
    }
}
