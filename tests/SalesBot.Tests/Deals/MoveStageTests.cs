using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class MoveStageTests
{
    [Fact]
    public async Task One_stage_on_is_a_receipt_with_history_and_undo()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("刘晨");

        await rep.Says("东岭泵业推到方案提交");

        rep.Hears("阶段已调整", "东岭泵业WMS", "需求确认 → **方案提交**", "建议补全：下一步");
        var deal = await Deal(bot, "D2");
        Assert.Equal(("proposal", TestBot.Start), (deal.Stage, deal.StageSince));
        Assert.Equal(("qualify", "proposal"), await bot.Look(db => db.StageChanges.Select(c => new ValueTuple<string?, string>(c.From, c.To)).FirstAsync()));

        await rep.Presses("撤销");
        Assert.Equal("qualify", (await Deal(bot, "D2")).Stage);
        Assert.False(await bot.Look(db => db.StageChanges.AnyAsync()));
    }

    [Fact]
    public async Task One_step_on_from_the_last_stage_is_asked_about_as_it_would_win_the_deal()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("凌云电缆能耗往前推一步");

        rep.Hears("对吗", "凌云电缆能耗", "成交归档").DoesNotHear("恭喜赢单");
        await rep.Says("对");
        rep.Hears("恭喜赢单");
    }

    [Fact]
    public async Task In_English_too()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says("move quarry to proposal");

        rep.Hears("Stage changed", "Quarry Stone EMS", "Qualify → **Proposal**");
    }

    [Fact]
    public async Task Skipping_is_refused_and_the_superior_may_allow_it_with_one_press()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("刘晨");

        await rep.Forges("move_stage", ("deal", "D2"), ("stage", "negotiation"));
        rep.Hears("不能跳过阶段", "下一阶段是“方案提交”", "推进到方案提交", "请王芳特批");
        Assert.Equal("qualify", (await Deal(bot, "D2")).Stage);

        await rep.Presses("请王芳特批");
        rep.Hears("为什么要跳过中间阶段");
        await rep.Forges("request_skip", ("deal", "D2"), ("stage", "negotiation"), ("reason", "老客户复购，方案沿用"));
        rep.Hears("已请 王芳 定夺");
        Assert.Equal("qualify", (await Deal(bot, "D2")).Stage);

        var manager = bot.As("王芳");
        await manager.IsTold("刘晨 申请把 东岭泵业WMS 从“需求确认”直接推进到“商务谈判”", "老客户复购，方案沿用");
        await manager.Presses("同意跳过");
        manager.Hears("阶段已调整", "老客户复购，方案沿用", "已告知：刘晨");
        await rep.IsTold("王芳 修改了您的商机", "东岭泵业WMS", "需求确认 → **商务谈判**");
        Assert.Equal("negotiation", (await Deal(bot, "D2")).Stage);
    }

    [Fact]
    public async Task A_manager_has_to_say_why_a_stage_is_skipped()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");

        await manager.Forges("move_stage", ("deal", "D2"), ("stage", "negotiation"));

        manager.Hears("请说明原因");
        Assert.Equal("qualify", (await Deal(bot, "D2")).Stage);
    }

    [Fact]
    public async Task A_lead_without_its_three_facts_stays_and_each_gap_has_its_button()
    {
        await using var bot = await TestBot.StartAsync();
        await Change(bot, "D1", d => (d.Stage, d.Amount, d.CloseDate) = ("lead", null, null));
        var rep = bot.As("赵磊");

        await rep.Forges("move_stage", ("deal", "D1"), ("stage", "next"));
        rep.Hears("还不能推进到“初步接触”，缺少：金额、预计成交日期", "改金额", "改成交日期");

        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "5000"));
        await rep.Forges("update_close_date", ("deal", "D1"), ("close_date", "2026-06-01"));
        await rep.Forges("move_stage", ("deal", "D1"), ("stage", "next"));
        rep.Hears("阶段已调整", "线索获取 → **初步接触**");
    }

    [Fact]
    public async Task A_stale_button_moves_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("show_deal", ("deal", "D1"));
        await rep.Presses("推进到商务谈判");
        await bot.As("王芳").Forges("move_stage", ("deal", "D1"), ("stage", "proposal"));
        await bot.As("王芳").Forges("move_stage", ("deal", "D1"), ("stage", "qualify"));

        await rep.Forges("move_stage", ("deal", "D1"), ("stage", "negotiation"), ("from", "proposal"));

        rep.Hears("现在处于“需求确认”", "没有做任何改动");
        Assert.Equal("qualify", (await Deal(bot, "D1")).Stage);
    }

    [Theory]
    [InlineData("proposal", "现在处于“方案提交”")]
    [InlineData("Limbo", "没有“Limbo”这个阶段")]
    public async Task Nowhere_to_go_is_said(string stage, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("move_stage", ("deal", "D1"), ("stage", stage));

        rep.Hears(answer);
    }

    [Fact]
    public async Task A_stage_that_was_taken_off_the_ladder_is_said_by_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("管理员").Forges("remove_stage", ("stage", "qualify"), ("to.qualify", "proposal"), ("reason", "不需要了"), ("confirm", "true"), (StaleYes.Base, "1"));

        (await bot.As("王芳").Forges("move_stage", ("deal", "D1"), ("stage", "qualify"))).Hears("没有“需求确认”这个阶段", "线索获取、初步接触、方案提交").DoesNotHear("qualify");
        (await bot.As("王芳").InEnglish().Forges("move_stage", ("deal", "D1"), ("stage", "qualify"))).Hears("no stage called “Qualify”");
    }

    [Fact]
    public async Task Winning_takes_the_amount_and_tells_the_superior()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("凌云签了 150万");

        rep.Hears("恭喜赢单", "凌云电缆能耗", "商务谈判 → **成交归档**", "¥1,450,000 → **¥1,500,000**", "建议补全：已批准的合同", "已告知：王芳");
        var deal = await Deal(bot, "D3");
        Assert.Equal((DealStatus.Won, TestBot.Start, 1_500_000m), (deal.Status, deal.ClosedAt, deal.Amount));
        await bot.As("王芳").IsTold("赵磊 赢单：凌云电缆能耗", "¥1,500,000");

        await rep.Says("凌云签了 150万");
        rep.DoesNotHear("恭喜赢单");
    }

    [Fact]
    public async Task Losing_needs_a_reason()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("lose_deal", ("deal", "D5"));
        rep.Hears("丢单的原因是什么");
        await rep.Forges("lose_deal", ("deal", "D5"), ("reason", "上了别家"));

        rep.Hears("已记为丢单", "上了别家", "方案提交 → **丢单**");
        Assert.Equal((DealStatus.Lost, "上了别家"), (await Deal(bot, "D5") is var d ? (d.Status, d.LostReason!) : default));

        await rep.Forges("move_stage", ("deal", "D5"), ("stage", "proposal"));
        rep.Hears("没有做任何改动");
        await bot.As("王芳").Forges("move_stage", ("deal", "D5"), ("stage", "proposal"));
        Assert.Equal((DealStatus.Open, null), (await Deal(bot, "D5") is var e ? (e.Status, e.ClosedAt) : default));
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_moves_and_the_other_hears_it()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = (bot.As("赵磊"), bot.As("王芳"));
        (string, string)[] press = [("deal", "D1"), ("stage", "negotiation"), ("from", "proposal")];

        await Task.WhenAll(rep.Forges("move_stage", press), manager.Forges("move_stage", press));

        Assert.Single(new[] { rep, manager }, t => t.Last.Contains("阶段已调整", StringComparison.Ordinal));
        Assert.Single(new[] { rep, manager }, t => t.Last.Contains("没有做任何改动", StringComparison.Ordinal));
        Assert.Equal(1, await bot.Look(db => db.StageChanges.CountAsync()));
    }

    private static Task<Deal> Deal(TestBot bot, string key) => bot.Look(db => db.Deals.FirstAsync(d => d.Key == key));

    private static async Task Change(TestBot bot, string key, Action<Deal> change)
    {
        await using var db = bot.Open();
        change(await db.Deals.FirstAsync(d => d.Key == key));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_stage_that_lies_behind_is_asked_about_before_the_deal_moves_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("凌云电缆能耗推进到方案提交");
        rep.Hears("对吗");
        Assert.Equal("negotiation", await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Stage).FirstAsync()));

        await rep.Presses("确认");
        Assert.Equal("proposal", await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Stage).FirstAsync()));
    }
}
