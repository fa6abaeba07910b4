using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>What is won or lost stays as it is until it is reopened.</summary>
public sealed class ClosedDealTests
{
    private static readonly (string Verb, (string, string)[] Slots)[] Changes =
    [
        ("update_amount", [("amount", "1")]), ("update_close_date", [("close_date", "2026-06-01")]), ("set_next_step", [("next_step", "回访"), ("date", "2026-03-20")]), ("move_stage", [("stage", "back")]),
        ("move_stage", [("stage", "proposal")]), ("win_deal", []), ("lose_deal", [("reason", "价格")]), ("request_skip", [("stage", "won"), ("reason", "急")]),
        ("explain_stall", [("reason", "等"), ("next_step", "打"), ("date", "2026-03-20")]),
    ];

    [Theory]
    [InlineData("win_deal", "赢单")]
    [InlineData("lose_deal", "丢单")]
    public async Task Every_change_of_a_closed_deal_says_that_it_is_closed_and_who_can_reopen_it(string closes, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges(closes, ("deal", "D3"), ("reason", "x"));
        var version = await VersionAsync(bot);

        foreach (var (verb, slots) in Changes)
        {
            await rep.Forges(verb, [("deal", "D3"), .. slots]);
            rep.Hears($"“凌云电缆能耗”已{said}（3月11日", "没有做任何改动", "请找王芳重新打开");
        }

        Assert.Equal(version, await VersionAsync(bot));
    }

    [Fact]
    public async Task A_manager_corrects_a_won_amount_and_reopens_with_the_button()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("win_deal", ("deal", "D3"));
        var manager = bot.As("王芳");

        await manager.Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));
        manager.Hears("已更正赢单金额", "¥1,450,000 → **¥1,500,000**");
        await manager.Forges("update_close_date", ("deal", "D3"), ("close_date", "2026-06-01"));
        manager.Hears("请先重新打开");
        await manager.Presses("重新打开到商务谈判");

        Assert.Equal((DealStatus.Open, "negotiation"), await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => new ValueTuple<DealStatus, string>(d.Status, d.Stage)).SingleAsync()));
    }

    [Fact]
    public async Task A_follow_up_of_a_won_deal_is_logged_and_its_next_step_is_a_to_do_only()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("win_deal", ("deal", "D3"));

        await rep.Forges("log_followup", ("deal", "D3"), ("content", "kick-off held"), ("next_step", "send the plan"), ("next_date", "2026-03-20"));

        rep.Hears("send the plan");
        Assert.Null(await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.NextStep).SingleAsync()));
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.Deal!.Key == "D3")));
    }

    private static Task<long> VersionAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Version).SingleAsync());

    [Theory]
    [InlineData("凌云电缆能耗恢复一下，没丢，他们说下半年再看")]
    [InlineData("凌云电缆能耗其实没丢，帮我恢复")]
    public async Task A_lost_deal_that_goes_on_is_open_again_and_nothing_is_logged(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("lose_deal", ("deal", "D3"), ("reason", "没预算"));
        await rep.Says("我的待办");

        await rep.Says(said);

        Assert.Equal((SalesBot.Deals.DealStatus.Open, 0), (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D3").Status)), await bot.Look(db => Task.FromResult(db.FollowUps.Count()))));
    }
}
