using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Which record a sentence means, on which day, and which it leaves alone.</summary>
public sealed class MeantRecordTests
{
    [Theory]
    [InlineData("东岭阀门的演示改期到下周四下午2点")]
    [InlineData("周总出差到30号")]
    [InlineData("东岭阀门的技术评审会推迟到4月2号")]
    [InlineData("move the 东岭阀门 workshop to next thursday 2pm")]
    [InlineData("周国平 is away till the 30th")]
    public async Task Appointments_and_absences_move_no_deal(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);
        await rep.Says("东岭阀门MES");

        Assert.Equal(new DateOnly(2026, 4, 12), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).SingleAsync()));
        Assert.Null(await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).SingleAsync()));
    }

    [Theory]
    [InlineData("东岭阀门MES推到4月底")]
    [InlineData("东岭阀门MES评审会延后了，签单推到4月底")]
    [InlineData("push 东岭阀门MES to end of april")]
    public async Task A_deal_still_moves(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(new DateOnly(2026, 4, 30), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).SingleAsync()));
    }

    [Theory]
    [InlineData("等技术答疑", "等技术答疑往后推到周五吧", "2026-03-13")]
    [InlineData("等图纸", "图纸推迟到下周一好了", "2026-03-16")]
    [InlineData("Send contract draft", "push contract draft to friday", "2026-03-13")]
    [InlineData("ROI sheet for Neil", "so the roi sheet can wait til apr 7", "2026-04-07")]
    [InlineData("整理接口说明", "接口说明挪到下周一", "2026-03-16")]
    public async Task A_to_do_called_by_its_own_words_moves_and_no_deal(string title, string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("set_next_step", ("deal", "D1"), ("next_step", title), ("date", "2026-03-12"));

        await rep.Says(said);

        var moved = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(moved, await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
        Assert.Equal((new DateOnly(2026, 4, 12), moved), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => new ValueTuple<DateOnly?, DateOnly?>(d.CloseDate, d.NextStepOn)).SingleAsync()));
    }

    [Theory]
    [InlineData("凌云电缆能耗其实没丢，恢复一下")]
    [InlineData("重新打开凌云电缆能耗")]
    [InlineData("凌云那单没丢")]
    [InlineData("reopen 凌云电缆能耗")]
    [InlineData("the 凌云电缆能耗 deal was not lost, put it back")]
    public async Task What_was_not_lost_is_open_again_whatever_was_done_since(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("lose_deal", ("deal", "D3"), ("reason", "价格"));
        await rep.Says("东岭阀门MES金额改成70万");

        (await rep.Says(said)).Hears("凌云电缆能耗");

        Assert.Equal((DealStatus.Open, 700_000m), await bot.Look(async db => (await db.Deals.Where(d => d.Key == "D3").Select(d => d.Status).SingleAsync(), await db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync())));
    }

    [Fact]
    public async Task A_loss_of_long_ago_is_opened_by_who_leads_and_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("lose_deal", ("deal", "D3"), ("reason", "价格"));
        bot.Clock.Advance(TimeSpan.FromDays(3));

        (await bot.As("赵磊").Says("重新打开凌云电缆能耗")).Hears("王芳");
        Assert.Equal(DealStatus.Lost, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Status).SingleAsync()));

        (await bot.As("王芳").Says("凌云电缆能耗其实没丢，恢复一下")).Hears("凌云电缆能耗");
        Assert.Equal("negotiation", await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Stage).SingleAsync()));
    }

    [Fact]
    public async Task An_undo_says_what_it_took_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES金额改成70万");

        (await rep.Says("撤销")).Hears("已撤销", "修改商机金额");
    }

    [Theory]
    [InlineData("凌云那单八成没戏")]
    [InlineData("凌云电缆能耗多半是丢了")]
    [InlineData("凌云电缆能耗 is probably lost")]
    [InlineData("lost 凌云电缆能耗? no, just delayed")]
    [InlineData("might have lost 凌云电缆能耗 on price")]
    public async Task What_is_only_thought_likely_ends_no_deal(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says(said);
        await rep.Says("价格");

        Assert.Equal(DealStatus.Open, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("凌云电缆能耗丢了，价格太高")]
    [InlineData("lost 凌云电缆能耗, price")]
    public async Task What_is_lost_is_lost(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(DealStatus.Lost, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("下周拜访计划：周一东岭阀门 周二凌云 周三百川", "2026-03-16", "2026-03-17", "2026-03-18")]
    [InlineData("visits next week: mon 东岭阀门, tue 凌云, wed 百川", "2026-03-16", "2026-03-17", "2026-03-18")]
    public async Task A_plan_of_days_and_names_is_a_to_do_for_each(string said, params string[] days)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        var made = await bot.Look(db => db.Todos.OrderBy(t => t.DueOn).Select(t => new { t.Customer!.Key, t.DueOn }).ToListAsync());
        Assert.Equal("C1 C3 C5", string.Join(' ', made.Select(todo => todo.Key)));
        Assert.Equal(string.Join(' ', days), string.Join(' ', made.Select(todo => todo.DueOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("东岭阀门 凌云电缆 百川水务 都打过电话了 没人接")]
    [InlineData("东岭阀门、凌云电缆、百川水务都发过邮件了")]
    public async Task Several_who_were_all_reached_have_a_report_each(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(["C1", "C3", "C5"], await bot.Look(db => db.FollowUps.OrderBy(f => f.Customer!.Key).Select(f => f.Customer!.Key).ToListAsync()));
    }

    [Theory]
    [InlineData("拜访了东岭阀门，他们想4月2号做个演示")]
    [InlineData("visited 东岭阀门, they want a demo on apr 2")]
    public async Task A_day_to_come_is_no_visit_of_last_year(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        var (at, next) = await bot.Look(db => db.FollowUps.Select(f => new ValueTuple<DateTimeOffset, DateOnly?>(f.HappenedAt, f.NextStepOn)).SingleAsync());
        Assert.Equal((2026, 3, new DateOnly(2026, 4, 2)), (at.Year, at.Month, next));
    }

    [Theory]
    [InlineData("东岭阀门的技术交流会定在25号下午3点", 25)]
    [InlineData("the 东岭阀门 demo for the plant is on the 21st 3pm", 21)]
    public async Task An_appointment_is_a_to_do_on_its_day_and_replaces_no_step(string said, int day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("set_next_step", ("deal", "D1"), ("next_step", "修改报价"), ("date", "2026-03-19"));

        await rep.Says(said);

        Assert.Equal("修改报价", await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).SingleAsync()));
        Assert.Equal((new DateOnly(2026, 3, day), 0), await bot.Look(async db => (await db.Todos.Where(t => t.Title != "修改报价").Select(t => t.DueOn).SingleAsync(), await db.FollowUps.CountAsync())));
        Assert.False(await bot.Look(db => db.Todos.AnyAsync(t => t.Title.EndsWith(" is"))));
    }

    [Fact]
    public async Task A_word_of_a_won_deal_is_no_deal_while_others_are_open()
    {
        await using var bot = await TestBot.StartAsync();
        await ExtraDeal.AddAsync(bot, "Quarry Stone gateway pilot", "C8", DealStatus.Won);

        await bot.As("Kevin Doyle").InEnglish().Says("called Quarry Stone, pilot scope is fine for them");

        Assert.Equal("D7", await bot.Look(db => db.FollowUps.Select(f => f.Deal!.Key).SingleAsync()));
    }

    [Fact]
    public async Task What_a_deal_costs_now_makes_no_second_one()
    {
        await using var bot = await TestBot.StartAsync();
        await ExtraDeal.AddAsync(bot, "Quarry Stone spares", "C8", DealStatus.Open);

        await bot.As("Kevin Doyle").InEnglish().Says("the spares deal with Quarry is now 26.5k");

        Assert.Equal((6, 26_500m), await bot.Look(async db => (await db.Deals.CountAsync(), await db.Deals.Where(d => d.Key == "DX").Select(d => d.Amount).SingleAsync())));
    }

    [Theory]
    [InlineData("give the Quarry demo to 赵磊")]
    [InlineData("Quarry的拜访交给赵磊")]
    public async Task A_demo_that_goes_to_a_colleague_takes_no_customer_along(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("孙丽").Says(said);

        Assert.Equal("Kevin Doyle", await bot.Look(db => db.Customers.Where(c => c.Key == "C8").Select(c => c.Owner!.Name).SingleAsync()));
    }
}
