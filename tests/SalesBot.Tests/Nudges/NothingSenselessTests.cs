using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Customers.Pool;
using SalesBot.Deals;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What a careful reader of a month of nudges found senseless, doubled or for somebody else.</summary>
public sealed class NothingSenselessTests
{
    [Fact]
    public async Task AL_01_nobody_is_asked_why_a_deal_stands_that_our_own_people_have_not_decided_about()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.StandStillAsync(9, "D1", "D3");

        await bot.RoundAsync();

        Assert.Equal(["D1"], await StalledAsync(bot));
        await bot.As("郑文").Forges("approve");
        await bot.PassAsync(TimeSpan.FromHours(23));
        await bot.RoundAsync();
        Assert.Equal(["D1", "D3"], await StalledAsync(bot));
    }

    [Fact]
    public async Task AL_08_who_is_called_by_customer_success_is_not_on_the_owners_list_too()
    {
        await using var bot = await TestBot.StartAsync();
        await MetAsync(bot, ("C1", "A", 40), ("C3", "A", 20));

        await bot.RoundAsync();

        await bot.As("林小雨").IsTold("1 位客户久未联系", "东岭阀门");
        await bot.As("赵磊").IsTold("1 位客户该联系了", "20 天前");
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "cadence", SubjectKey: "C1" });
    }

    [Fact]
    public async Task AL_08_the_days_are_those_of_the_owners_calendar_and_told_on_the_morning_of_the_last()
    {
        await using var bot = await TestBot.StartAsync();
        await MetAsync(bot, ("C1", "A", 0));
        await bot.Look(db => db.Customers.Where(c => c.Key == "C1").ExecuteUpdateAsync(s => s.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddHours(6).AddDays(-12))));

        // Last spoken with on Friday the 27th at four in the afternoon: the fourteenth day is Friday the 13th.
        await bot.RoundsAsync(TimeSpan.FromHours(46));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "cadence", ToldAt: not null });
        await bot.RoundsAsync(TimeSpan.FromHours(1));

        await bot.As("赵磊").IsTold("1 位客户该联系了", "14 天前");
    }

    [Fact]
    public async Task AL_08_an_owner_far_away_is_told_on_the_morning_of_their_own_day()
    {
        await using var bot = await TestBot.StartAsync();
        await MetAsync(bot, ("C1", "A", 0));
        await DigestTests.SetAsync(bot, "赵磊", p => p.TimeZone = "America/New_York");
        var morning = new DateTimeOffset(2026, 3, 13, 9, 0, 0, TimeSpan.FromHours(-4));
        await bot.Look(db => db.Customers.Where(c => c.Key == "C1").ExecuteUpdateAsync(s => s.SetProperty(c => c.LastInteractionAt, new DateTimeOffset(2026, 2, 27, 17, 0, 0, TimeSpan.FromHours(-5)))));
        bot.Clock.Set(morning.AddHours(-1));
        await bot.RoundAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "cadence", ToldAt: not null });

        bot.Clock.Set(morning);
        await bot.RoundAsync();

        Assert.Contains(await bot.FoundAsync(), f => f is { Rule: "cadence", SubjectKey: "C1", ToldAt: not null });
    }

    [Fact]
    public async Task AL_03_a_wake_up_is_told_once_and_once_more_when_it_is_late()
    {
        await using var bot = await TestBot.StartAsync();
        await MetAsync(bot, ("C1", "A", 40));

        await bot.RoundAsync();
        await bot.RoundsAsync(TimeSpan.FromDays(8));

        // Told on Wednesday, due on Monday, late on Tuesday; on Wednesday its owner has it, until Monday.
        Assert.Equal(new DateOnly(2026, 3, 23), await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).Select(t => t.DueOn).SingleAsync()));
        var late = Assert.Single(await bot.FoundAsync(), f => f.Rule == "due" && f.ToldAt is not null);
        Assert.Equal(new DateOnly(2026, 3, 17), DateOnly.FromDateTime(late.ToldAt!.Value.ToOffset(TimeSpan.FromHours(8)).DateTime));
    }

    [Fact]
    public async Task CU_11_nobody_is_sent_to_a_customer_that_goes_to_the_pool()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DealStatus.Lost)));
        await MetAsync(bot, ("C1", "C", 87), ("C3", "C", 40));
        await bot.RoundAsync();
        Assert.Equal(["C3"], await CallsAsync(bot));

        (await bot.As("赵磊").Forges("release_customer", ("customer", "C3"), ("reason", "不做了"))).Hears("公海");

        Assert.Empty(await CallsAsync(bot));
        for (var day = 0; day < 6; day++)
        {
            await bot.PassAsync(TimeSpan.FromDays(1));
            await bot.RoundAsync();
            await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        }

        Assert.Null(await bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.OwnerId).SingleAsync()));
        Assert.Empty(await CallsAsync(bot));
    }

    [Theory]
    [InlineData(false, "下一步：带技术再去一次，已逾期 1 天")]
    [InlineData(true, "next step: 带技术再去一次, 1 day late")]
    public async Task AL_01_a_deal_that_stands_still_and_its_step_that_is_due_are_one_line(bool english, string step)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "hello" : "你好");
        await bot.StandStillAsync(9, "D1", "D3");
        await StepAsync(bot, "D1", "带技术再去一次", new DateOnly(2026, 3, 10));

        await bot.RoundAsync();

        await rep.IsTold(english ? "2 deals are standing still" : "2 个商机停滞不前", step);
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("逾期待办", StringComparison.Ordinal) || h.Text.Contains("待办已逾期", StringComparison.Ordinal) || h.Text.Contains("overdue", StringComparison.Ordinal));
        Assert.Single(await bot.FoundAsync(), f => f.Rule == "due" && f.ToldAt is not null);
    }

    [Fact]
    public async Task FU_09_a_to_do_of_a_day_off_is_told_on_the_working_day_before()
    {
        await using var bot = await TestBot.StartAsync();
        await DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 14));
        await DigestTests.AddTodoAsync(bot, "月底对账", new DateOnly(2026, 3, 16));

        await bot.RoundsAsync(TimeSpan.FromHours(46));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "due" && f.ToldAt is not null);
        await bot.RoundsAsync(TimeSpan.FromHours(1));

        var rep = bot.As("赵磊");
        await rep.IsTold("休息日有 1 条待办到期", "给百川寄样本", "3月14日 周六");
        await bot.RoundsAsync(TimeSpan.FromDays(3));
        await rep.IsTold("2 条待办要处理（1 条已逾期）", "月底对账");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_01_who_hears_of_few_stalls_because_nobody_answered_reads_which(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var director = english ? bot.As("何建国").InEnglish() : bot.As("何建国");
        await director.Says("help");
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.RoundAsync();

        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.RoundAsync();

        await director.IsTold(english ? "Fiona Wang and Ray Zhao had 7 days to act and did not" : "已告诉 王芳 和 赵磊，7 天没有处理，现在告诉您", "东岭阀门MES", english ? "16 days in Proposal · Ray Zhao" : "方案提交已 16 天 · 赵磊");
        Assert.DoesNotContain(await director.SeenAsync(), h => h.Text.Contains("说明原因", StringComparison.Ordinal) || h.Text.Contains("Say why", StringComparison.Ordinal));
        await director.Presses(english ? "Open" : "打开");
        director.Hears("东岭阀门MES");
    }

    [Fact]
    public async Task AL_01_who_hears_of_many_gets_a_line_for_each_owner_of_several_and_the_list_behind_it_has_just_those()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var (owner, customer) = (db.People.First(p => p.Name == "赵磊"), db.Customers.First(c => c.Key == "C1"));
            db.AddRange(Enumerable.Range(1, 5).Select(i => new Deal { Key = "DX" + i, Name = $"东岭阀门{i}期", Customer = customer, Owner = owner, Stage = "proposal", Amount = 100_000, StageSince = TestBot.Start, CreatedAt = TestBot.Start.AddDays(-300) }));
            return await db.SaveChangesAsync();
        });
        await bot.StandStillAsync(9, "D1", "D7", "DX1", "DX2", "DX3", "DX4", "DX5");
        await bot.RoundAsync();

        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.StandStillAsync(30, "D3");
        await bot.RoundAsync();

        var director = bot.As("何建国");
        await director.IsTold("7 个商机停滞不前", "赵磊", "6 单停滞，最长 16 天", "Quarry Stone EMS", "Kevin Doyle");
        await director.Presses("查看");
        director.Hears("东岭阀门MES", "东岭阀门5期").DoesNotHear("凌云电缆能耗");
    }

    [Fact]
    public async Task AL_03_a_leader_is_shown_the_customer_and_not_asked_what_was_said_and_the_owner_is_not_told_their_own_name()
    {
        await using var bot = await TestBot.StartAsync();
        await MetAsync(bot, ("C1", "A", 40), ("C3", "A", 40));
        await bot.RoundAsync();

        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.RoundAsync();

        await bot.As("王芳").IsTold("2 位客户久未联系", "已告诉 林小雨，7 天没有处理，现在告诉您。已转负责人 赵磊，请其在 3月23日 周一 前联系", "东岭阀门", "负责人 赵磊", "打开");
        var owner = bot.As("赵磊");
        await owner.IsTold("久未联系", "现在请您在 3月23日 周一 前联系", "47 天没有联系", "记跟进");
        Assert.DoesNotContain(await owner.SeenAsync(), h => h.Text.Contains("负责人 赵磊", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_a_wake_up_call_has_its_day_from_the_beginning_and_whoever_hears_of_it_later_reads_who_was_to_call(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (caller, manager) = english ? (bot.As("林小雨").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("林小雨"), bot.As("王芳"));
        await caller.Says("help");
        await manager.Says("help");
        await MetAsync(bot, ("C1", "A", 40));

        await bot.RoundAsync();
        await caller.IsTold("东岭阀门", english ? "40 days · owner Ray Zhao · call by Mon 16 Mar" : "40 天 · 负责人 赵磊 · 请在 3月16日 周一 前联系");
        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.RoundAsync();

        await manager.IsTold("东岭阀门", english ? "Rain Lin was to call by Mon 16 Mar" : "林小雨 应在 3月16日 周一 前回访");
    }

    [Fact]
    public async Task AL_03_a_call_is_late_before_anybody_else_hears_that_nobody_called()
    {
        await using var bot = await TestBot.StartAsync();
        // Wednesday before Qingming: three working days would end on Tuesday the 7th, and on the 8th the owner is told.
        bot.Clock.Set(new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        await MetAsync(bot, ("C1", "A", 19));

        await bot.RoundAsync();
        Assert.Equal(new DateOnly(2026, 4, 3), await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).Select(t => t.DueOn).SingleAsync()));
        await bot.RoundsAsync(TimeSpan.FromDays(7));

        var late = Assert.Single(await bot.FoundAsync(), f => f is { Rule: "due", ToldAt: not null });
        Assert.All((await bot.FoundAsync()).Where(f => f is { Rule: "silent", Step: 1 }), f => Assert.True(late.ToldAt < f.ToldAt));
    }

    [Fact]
    public async Task AL_03_who_calls_a_customer_that_waits_for_our_own_approval_knows_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await MetAsync(bot, ("C3", "A", 40));

        await bot.RoundAsync();

        await bot.As("林小雨").IsTold("凌云电缆", "凌云电缆能耗 待审批 1 天，现在 郑文 处");
    }

    [Fact]
    public async Task AL_09_a_payment_due_on_a_day_off_is_late_after_the_first_day_on_which_banks_work()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var deal = db.Deals.First(d => d.Key == "D5");
            var contract = new Contract { Key = "K1", Title = "百川一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 500_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
            contract.Payments.Add(new PaymentDue { Key = "K1-1", Amount = 200_000, DueOn = new DateOnly(2026, 3, 14), CreatedAt = TestBot.Start });
            db.Add(contract);
            return await db.SaveChangesAsync();
        });

        await bot.RoundsAsync(TimeSpan.FromDays(5.9));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "payment", ToldAt: not null });
        await bot.RoundsAsync(TimeSpan.FromHours(3));

        await bot.As("赵磊").IsTold("1 笔回款已逾期", "应于 3月14日 周六 到账，已逾期 3 天");
    }

    private static async Task<List<string>> StalledAsync(TestBot bot) =>
        [.. (await bot.FoundAsync()).Where(f => f is { Rule: "stalled", Step: 0 } && f.ToldAt is not null).Select(f => f.SubjectKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Task<List<string>> CallsAsync(TestBot bot) => bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null).OrderBy(t => t.CustomerId).Select(t => t.Customer!.Key).ToListAsync());

    /// <summary>These customers alone were met long ago.</summary>
    private static Task MetAsync(TestBot bot, params (string Customer, string Grade, int Days)[] met) => bot.Look(async db =>
    {
        foreach (var customer in db.Customers.ToList())
        {
            var (_, grade, days) = met.FirstOrDefault(m => m.Customer == customer.Key);
            (customer.Grade, customer.LastInteractionAt) = (grade, TestBot.Start.AddDays(-days));
        }

        return await db.SaveChangesAsync();
    });

    private static Task StepAsync(TestBot bot, string deal, string step, DateOnly on) => bot.Look(async db =>
    {
        var found = db.Deals.First(d => d.Key == deal);
        (found.NextStep, found.NextStepOn) = (step, on);
        db.Add(new Todo { Key = "N" + deal, OwnerId = found.OwnerId, Kind = TodoKind.NextStep, Title = step, DueOn = on, DealId = found.Id, CustomerId = found.CustomerId, CreatedAt = TestBot.Start.AddDays(-5) });
        return await db.SaveChangesAsync();
    });
}
