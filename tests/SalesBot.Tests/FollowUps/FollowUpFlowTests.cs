using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tasks;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>The standard flow of follow-up work, said in one line each (FU-01, FU-04, FU-05, FU-07, FU-09).</summary>
public sealed class FollowUpFlowTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FU_01_who_how_what_and_what_comes_next_are_one_line_and_the_next_step_is_asked_for(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("刚拜访完东岭阀门周总 方案认可 下周四上午10点带技术再去")).Hears("跟进已记录", "周国平", "拜访", "方案认可", "带技术再去", "3月19日 周四 10:00", "撤销");
        var logged = await bot.Look(db => db.FollowUps.SingleAsync());
        Assert.Equal(("visit", "周国平", new DateOnly(2026, 3, 19)), (logged.Method, logged.With, logged.NextStepOn));

        (await rep.Says("给凌云打了电话 财务还没排款")).Hears("跟进已记录", "下一步做什么");
        (await rep.Says("周五再打一次")).Hears("3月13日");
        (await bot.As("Kevin Doyle").InEnglish().Says("Called Quarry, they like the price, demo next Tuesday at 2pm")).Hears("Follow-up logged", "Quarry", "Tue 17 Mar 14:00");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_04_three_facts_are_enough_and_what_is_missing_is_a_list_with_a_day(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("新商机 恒力化工 80万 12月20日");
        rep.Hears("恒力化工", "还没有");
        await rep.Presses("一并新建");
        rep.Hears("✓", "恒力化工", "¥800,000", "待补全：联系人、下一步", "已列入待办", "3月16日");
        var todo = await bot.Look(db => db.Todos.SingleAsync());
        Assert.Equal((TodoKind.Complete, new DateOnly(2026, 3, 16)), (todo.Kind, todo.DueOn));
        (await rep.Says("我的待办")).Hears("补全 恒力化工 的信息");

        await rep.Says("恒力化工下一步 下周一发方案");
        Assert.Null(await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.Complete).Select(t => t.DoneAt).SingleAsync()));
        await rep.Says("恒力化工加个联系人 张敏 采购经理 13700001234");
        Assert.NotNull(await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.Complete).Select(t => t.DoneAt).SingleAsync()));
        (await bot.As("Kevin Doyle").InEnglish().Says("new deal Quarry 90k USD closing Dec 20")).Hears("To complete later", "on your to-do list");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_05_a_log_is_one_line_a_number_answers_and_the_contact_last_spoken_with_is_offered(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("刚和东岭阀门周总通电话 方案认可");
        await rep.Says("东岭阀门又打了个电话 价格再谈");
        Assert.Equal("周国平", await bot.Look(db => db.FollowUps.OrderByDescending(f => f.Id).Select(f => f.With).FirstAsync()));
        var manager = bot.As("王芳").InEnglish();
        (await manager.Says("called 东岭, they want a discount")).Hears("1", "2");
        (await manager.Says("2")).Hears("Follow-up logged", "they want a discount");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_07_lead_follow_up_stage_and_owner_are_four_sentences(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("新线索 海纳机电 展会上认识的")).Hears("海纳机电");
        (await rep.Says("给百川打了电话 方案没问题")).Hears("跟进已记录");
        (await rep.Says("百川水务平台推进到商务谈判")).Hears("商务谈判", "✓");
        (await bot.As("王芳").Says("把百川水务转给刘晨")).Hears("刘晨", "✓");
        var kevin = bot.As("Kevin Doyle").InEnglish();
        (await kevin.Says("new lead Maple Foods from the trade fair")).Hears("Maple Foods");
        (await kevin.Says("called Quarry, budget is approved")).Hears("Follow-up logged");
        (await kevin.Says("move Quarry Stone EMS to proposal")).Hears("Proposal");
        (await bot.As("Emma Novak").InEnglish().Says("assign Quarry Stone to Kevin")).Hears("Kevin");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_09_a_step_that_falls_due_and_a_silent_customer_are_told_by_themselves(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var (rep, kevin) = (bot.As("赵磊"), bot.As("Kevin Doyle").InEnglish());
        await rep.Says("给凌云打了电话 财务还没排款 周五再打一次");
        await kevin.Says("called Quarry, budget is approved, send the quote on Friday");
        await bot.PassAsync(TimeSpan.FromDays(2));
        await bot.ScanAsync();
        await bot.TellAsync();
        await rep.IsTold("1 条待办到期", "打一次");
        await kevin.IsTold("send the quote");
        await bot.PassAsync(TimeSpan.FromDays(33));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("林小雨").IsTold("东岭阀门");
        Assert.True(await bot.Look(db => db.Todos.AnyAsync(t => t.Kind == TodoKind.WakeUp)));
        Assert.True(await bot.Look(db => db.Deals.AnyAsync(d => d.Status == DealStatus.Open)));
    }
}
