using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Leads;
using SalesBot.People;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Leads;

public sealed class LeadTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task CU_09_leads_go_round_are_accepted_in_time_or_go_to_the_next(Store store)
    {
        await using var bot = await LeadAsync(store);
        foreach (var name in new[] { "赵磊", "刘晨" }) await bot.As(name).Says("帮助");
        var manager = bot.As("王芳");
        await manager.Forges("assign_lead", ("deal", "D90"));
        manager.Hears("线索已分配", "分配给 赵磊（轮流），4 小时内接受");
        await bot.As("赵磊").IsTold("有线索分配给您", "请在 3月11日", "14:00", "4 小时");
        (await manager.Says("线索列表")).Hears("线索 1 条", "赵磊 · 待接受，截止");
        await bot.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(0, await bot.Get<LeadClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        await bot.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(1, await bot.Get<LeadClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        Assert.Equal(0, await bot.Get<LeadClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        await bot.As("赵磊").IsTold("超时未接受，已转给 刘晨");
        (await bot.As("赵磊").Forges("accept_lead", ("deal", "D90"))).DoesNotHear("线索已接受");
        var next = bot.As("刘晨");
        await next.IsTold("有线索分配给您");
        (await next.Presses("接受")).Hears("线索已接受", "新线索");
        (await next.Forges("accept_lead", ("deal", "D90"))).Hears("已接受");
        (await manager.Says("线索列表")).Hears("刘晨 · 已接受");
        Assert.Equal("P3", await bot.Look(db => db.Customers.Where(c => c.Key == "C90").Select(c => c.Owner!.Key).SingleAsync()));
    }

    [Fact]
    public async Task CU_09_a_lead_is_given_taken_and_handed_back_in_words()
    {
        await using var bot = await LeadAsync(null);
        var (manager, rep) = (bot.As("王芳"), bot.As("赵磊"));
        (await rep.Says("接了")).Hears("没有等您接受的线索");
        (await manager.Says("把线索新线索分给赵磊")).Hears("线索已分配", "赵磊");
        (await manager.Says("还有哪些线索没派出去")).Hears("没有分配的线索 0 条");
        (await rep.Says("这条线索我接了")).Hears("线索已接受", "新线索");
        Assert.Equal(OfferState.Accepted, await bot.Look(db => db.LeadOffers.Select(o => o.State).SingleAsync()));
        (await manager.InEnglish().Says("hand the lead to Ray Zhao")).Hears("Lead assigned");
        (await rep.InEnglish().Says("I'll pass on this lead: no time this month")).Hears("Lead handed back");
        Assert.Equal("no time this month", await bot.Look(db => db.LeadOffers.Where(o => o.State == OfferState.Declined).Select(o => o.Reason).SingleAsync()));
    }

    [Theory]
    [InlineData("这个我来跟")]
    [InlineData("这个不要，太贵了")]
    [InlineData("接受")]
    [InlineData("I'll pass on that")]
    public async Task CU_09_what_is_said_of_something_else_answers_no_lead(string said)
    {
        await using var bot = await LeadAsync(null);
        await bot.As("王芳").Says("把线索新线索分给赵磊");
        var rep = bot.As("赵磊");
        await rep.Says("看看公海");
        await rep.Says(said);
        Assert.Equal(OfferState.Waiting, await bot.Look(db => db.LeadOffers.Select(o => o.State).SingleAsync()));
    }

    [Theory]
    [InlineData("接受")]
    [InlineData("接了")]
    [InlineData("不接")]
    public async Task CU_09_a_word_at_a_yes_or_no_answers_no_lead(string said)
    {
        await using var bot = await LeadAsync(null);
        await bot.As("王芳").Says("把线索新线索分给赵磊");
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门的设备报警了，开个工单？")).Hears("开工单", "确认");
        await rep.Says(said);
        Assert.Equal(OfferState.Waiting, await bot.Look(db => db.LeadOffers.Select(o => o.State).SingleAsync()));
    }

    [Theory]
    [InlineData("这个我来跟", "Accepted")]
    [InlineData("接受", "Accepted")]
    [InlineData("不接，太忙", "Declined")]
    public async Task CU_09_of_the_lead_in_view_a_word_is_enough(string said, string state)
    {
        await using var bot = await LeadAsync(null);
        await bot.As("王芳").Says("把线索新线索分给赵磊");
        var rep = bot.As("赵磊");
        await rep.Says("看看商机新线索");
        await rep.Says(said);
        Assert.Equal(state, (await bot.Look(db => db.LeadOffers.OrderBy(o => o.Id).Select(o => o.State).FirstAsync())).ToString());
    }

    [Fact]
    public async Task CU_09_handed_back_with_a_reason_it_goes_to_the_next_and_at_last_to_the_superior()
    {
        await using var bot = await LeadAsync(null);
        foreach (var name in new[] { "王芳", "赵磊", "刘晨" }) await bot.As(name).Says("帮助");
        await bot.As("王芳").Forges("assign_lead", ("deal", "D90"));
        var first = bot.As("赵磊");
        (await first.Forges("decline_lead", ("deal", "D90"), ("reason", "在出差"))).Hears("线索已退回", "已转给 刘晨");
        (await bot.As("刘晨").Forges("decline_lead", ("deal", "D90"), ("reason", "忙"))).Hears("无人接受");
        await bot.As("王芳").IsTold("线索 新线索 无人接受");
        (await bot.As("Kevin Doyle").Forges("accept_lead", ("deal", "D90"))).DoesNotHear("已接受");
    }

    [Theory]
    [InlineData("LeastLoaded", "刘晨")]
    [InlineData("Region", "赵磊")]
    public async Task CU_09_the_least_loaded_or_the_regions_team_comes_first(string way, string who)
    {
        await using var bot = await LeadAsync(null);
        await bot.Look(async db =>
        {
            var rule = SalesBot.Customers.Rules.CustomerRule.Shipped with { Way = Enum.Parse<SalesBot.Customers.Rules.LeadWay>(way), Regions = new Dictionary<string, string>(StringComparer.Ordinal) { ["沈阳"] = "T1" } };
            db.Add(SalesBot.Data.Definitions.Next(SalesBot.Customers.Rules.CustomerRule.Name, 0, SalesBot.Customers.Rules.CustomerFile.Write(rule), TestBot.Start));
            return await db.SaveChangesAsync();
        });
        // The director leads both teams; the leads of 沈阳 are the north's.
        (await bot.As("何建国").Forges("assign_lead", ("deal", "D90"))).Hears("分配给 " + who);
    }

    [Fact]
    public async Task CU_09_nobody_on_leave_gets_one_and_a_rep_assigns_none()
    {
        await using var bot = await LeadAsync(null);
        await bot.Look(async db =>
        {
            db.Add(new Absence { Key = "A1", PersonId = (await db.People.SingleAsync(p => p.Key == "P2")).Id, From = new DateOnly(2026, 3, 10), To = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        (await bot.As("王芳").Forges("assign_lead", ("deal", "D90"))).Hears("分配给 刘晨");
        (await bot.As("赵磊").Forges("assign_lead", ("deal", "D90"))).Hears("权限范围");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_08_a_lead_without_budget_and_authority_does_not_go_on_but_by_an_override(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Forges("create_lead", ("customer", "C3"), ("source", "展会"), ("deal_name", "新线索"), ("amount", "100000"), ("close_date", "2026-09-01"));
        var key = await bot.Look(db => db.Deals.Where(d => d.CameAsLead).Select(d => d.Key).SingleAsync());
        await rep.Forges("move_stage", ("deal", key), ("stage", "contact"));
        rep.Hears("预算确认", "决策权确认").DoesNotHear("已推进");
        await rep.Presses("有预算");
        rep.Hears("线索资质已更新", "预算", "尚未确认：决策权确认");
        await rep.Forges("move_stage", ("deal", key), ("stage", "contact"));
        Assert.Equal("lead", await StageAsync(bot, key));
        await rep.Forges("qualify_lead", ("deal", key), ("authority", "Yes"));
        rep.Hears("预算和决策权均已确认");
        await rep.Forges("move_stage", ("deal", key), ("stage", "contact"));
        rep.Hears("阶段");
        Assert.Equal("contact", await StageAsync(bot, key));
    }

    [Fact]
    public async Task CU_08_a_manager_overrides_with_a_reason_and_deals_that_came_as_deals_are_free()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("create_lead", ("customer", "C3"), ("source", "展会"), ("deal_name", "新线索"));
        var key = await bot.Look(db => db.Deals.Where(d => d.CameAsLead).Select(d => d.Key).SingleAsync());
        await bot.As("王芳").Forges("override_gate", ("deal", key), ("stage", "contact"), ("from", "lead"), ("reason", "老客户介绍"));
        Assert.Equal("contact", await StageAsync(bot, key));
        await rep.Forges("create_deal", ("customer", "C3"), ("deal_name", "直接商机"), ("amount", "100000"), ("close_date", "2026-09-01"));
        var deal = await bot.Look(db => db.Deals.Where(d => d.Name.Contains("直接商机")).Select(d => d.Key).SingleAsync());
        await rep.Forges("move_stage", ("deal", deal), ("stage", "contact"));
        Assert.Equal("contact", await StageAsync(bot, deal));
        (await rep.InEnglish().Says("check the lead 直接商机")).Hears("is there a budget");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_10_conversion_and_loss_of_leads_are_told_with_their_formula(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        foreach (var name in new[] { "一", "二", "三", "四" }) await rep.Forges("create_lead", ("customer", "C3"), ("source", name == "四" ? "官网" : "展会"), ("deal_name", "线索" + name), ("amount", "100000"), ("close_date", "2026-09-01"));
        var keys = await bot.Look(db => db.Deals.Where(d => d.CameAsLead).OrderBy(d => d.Id).Select(d => d.Key).ToListAsync());
        await rep.Forges("qualify_lead", ("deal", keys[0]), ("budget", "Yes"), ("authority", "Yes"));
        await rep.Forges("move_stage", ("deal", keys[0]), ("stage", "contact"));
        await rep.Forges("lose_deal", ("deal", keys[1]), ("reason", "没预算"));
        (await rep.Says("线索转化率")).Hears("新增线索 4 条", "线索→商机转化率", "进入后续阶段 ÷ 新增 = 1 ÷ 4", "25%", "线索流失率", "来源 展会");
        (await rep.InEnglish().Says("lead conversion rate")).Hears("went on to a further stage ÷ came in = 1 ÷ 4", "Lost as a lead");
        (await bot.As("Kevin Doyle").Says("线索转化率")).Hears("新增线索 0 条");
    }

    private static Task<string> StageAsync(TestBot bot, string key) => bot.Look(db => db.Deals.Where(d => d.Key == key).Select(d => d.Stage).SingleAsync());

    /// <summary>A lead from 沈阳 that 王芳 has entered.</summary>
    private static async Task<TestBot> LeadAsync(Store? store)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(async db =>
        {
            var manager = await db.People.SingleAsync(p => p.Key == "P1");
            var customer = new Customer { Key = "C90", Name = "新公司", Region = "沈阳", OwnerId = manager.Id, CreatedAt = TestBot.Start };
            db.AddRange(customer, new Deal { Key = "D90", Name = "新线索", Customer = customer, OwnerId = manager.Id, Stage = "lead", StageSince = TestBot.Start, CreatedAt = TestBot.Start, CameAsLead = true });
            return await db.SaveChangesAsync();
        });
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }

    [Theory]
    [InlineData("新加一个客户，叫辽河玻璃，联系人姓吴，吴主任，电话13604081234", "吴主任")]
    [InlineData("新客户辽河玻璃，联系人姓沈，沈工，电话13604081234", "沈工")]
    public async Task A_contact_is_who_is_addressed_and_no_family_name(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(name, await bot.Look(db => Task.FromResult(db.Contacts.OrderByDescending(c => c.Id).First().Name)));
    }
}
