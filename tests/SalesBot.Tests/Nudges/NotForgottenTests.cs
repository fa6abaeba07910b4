using Microsoft.EntityFrameworkCore;
using SalesBot.Customers.Pool;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Tests.Talking;
using SalesBot.Tickets;

namespace SalesBot.Tests.Nudges;

/// <summary>What stays open is not forgotten: it comes back each week, and whoever it concerns hears of it, without a message more than they get anyway.</summary>
public sealed class NotForgottenTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CU_14_a_ticket_that_stays_open_is_told_again_each_week_to_who_has_it_and_an_urgent_one_to_the_superior_too(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var caller = english ? bot.As("林小雨").InEnglish() : bot.As("林小雨");
        await caller.Says("help");
        await bot.TicketAsync("林小雨", "产线停了", urgent: true);
        await bot.TicketAsync("林小雨", "想加一个报表", urgent: false);

        await bot.RoundAsync();
        await bot.MorningsAsync(20);

        // Told on Wednesday the 11th and its superior on Saturday, so on Monday; then on the Mondays of the next weeks, until it is closed. Any other after five days, on Friday, and two days later.
        Assert.Equal([11, 23, 30], await bot.ToldOnAsync("ticket", "H产线停了", "林小雨"));
        Assert.Equal([16, 23, 30], await bot.ToldOnAsync("ticket", "H产线停了", "何建国"));
        Assert.Equal([13, 23, 30], await bot.ToldOnAsync("ticket", "H想加一个报表", "林小雨"));
        Assert.Equal([16], await bot.ToldOnAsync("ticket", "H想加一个报表", "何建国"));
        await caller.IsTold(english ? "2 tickets are open and waiting" : "2 个工单还没有处理", "产线停了", english ? "urgent" : "紧急", english ? "open for 22 days · 想加一个报表" : "已开 22 天 · 想加一个报表");
        await caller.IsTold(english ? "open for 22 days · 产线停了 · also told: Jack He and Ray Zhao" : "已开 22 天 · 产线停了 · 也已告诉 何建国 和 赵磊");
        await bot.As("何建国").IsTold("产线停了", "处理人 林小雨 · 也已告诉 赵磊", "上次告诉您之后，仍没有新的往来记录，工单也没有关闭。");
        await bot.Look(db => db.Tickets.ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TicketState.Closed).SetProperty(t => t.ClosedAt, bot.Clock.Now)));
        await bot.MorningsAsync(7);
        Assert.Equal([11, 23, 30], await bot.ToldOnAsync("ticket", "H产线停了", "林小雨"));
    }

    [Fact]
    public async Task A_promise_of_ours_or_theirs_is_told_on_its_day_and_when_it_is_overdue_and_comes_back_each_week()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("help");
        await bot.Look(async db =>
        {
            var (owner, customer) = (db.People.First(p => p.Name == "赵磊"), db.Customers.First(c => c.Key == "C1"));
            Promise Given(string key, PromiseSide side, string content) => new() { Key = key, Side = side, Content = content, Customer = customer, PersonId = owner.Id, DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start.AddDays(-5) };
            db.AddRange(Given("G1", PromiseSide.Ours, "我们寄样品"), Given("G2", PromiseSide.Theirs, "他们给清单"));
            return await db.SaveChangesAsync();
        });

        await bot.MorningsAsync(20);

        Assert.Equal([12, 13, 23, 30], await bot.ToldOnAsync("promise", "G1", "赵磊"));
        Assert.Equal([12, 13, 23, 30], await bot.ToldOnAsync("promise", "G2", "赵磊"));
        await rep.IsTold("2 个承诺已逾期", "我方：我们寄样品", "3月12日 周四，已逾期 1 天");
        await rep.IsTold("我方：我们寄样品", "3月12日 周四，已逾期 11 天");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CU_14_who_reported_a_ticket_hears_once_that_it_still_stands_when_the_superior_does(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("help");
        await bot.TicketAsync("林小雨", "产线停了", urgent: true);

        await bot.RoundAsync();
        await bot.MorningsAsync(20);

        await rep.IsTold(english ? "1 ticket that you reported is still open" : "您报的 1 个工单尚未解决", english ? "open for 8 days · 产线停了 · with Rain Lin" : "已开 8 天 · 产线停了 · 处理人 林小雨", english ? "Rain Lin had 3 days to act and did not, so you are told now" : "已告诉 林小雨，3 天没有处理");
        Assert.Equal([16], await bot.ToldOnAsync("ticket", "H产线停了", "赵磊"));
    }

    [Fact]
    public async Task CU_14_who_has_the_ticket_that_they_reported_themselves_hears_of_it_as_who_has_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TicketAsync("林小雨", "产线停了", urgent: true);
        await bot.Look(db => db.Tickets.ExecuteUpdateAsync(set => set.SetProperty(t => t.AssigneeId, (long?)null)));

        await bot.RoundAsync();
        await bot.MorningsAsync(5);

        Assert.Equal([11], await bot.ToldOnAsync("ticket", "H产线停了", "赵磊"));
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("您报的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_03_who_comes_back_from_leave_is_not_sent_to_a_customer_whose_owner_was_asked_to_call_meanwhile()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.Look(async db =>
        {
            db.Add(new Absence { Key = "A1", CreatedAt = TestBot.Start, Person = db.People.First(p => p.Name == "林小雨"), From = new DateOnly(2026, 3, 13), To = new DateOnly(2026, 3, 20) });
            return await db.SaveChangesAsync();
        });

        await bot.MorningsAsync(13);

        Assert.Equal([18], await bot.ToldOnAsync("silent", "C1", "赵磊"));
        var caller = (await bot.PersonAsync("林小雨")).Id;
        Assert.DoesNotContain(await bot.FoundAsync(), f => f is { Rule: "due", ToldAt: not null } && f.PersonId == caller);
        Assert.DoesNotContain(await bot.As("林小雨").SeenAsync(), h => h.Text.Contains("唤醒客户", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_08_a_customer_of_the_first_grade_that_is_still_not_met_comes_back_on_Monday_for_the_superior_too(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");
        await manager.Says("help");
        await bot.OnlyAsync("C1", "A", 12);

        await bot.RoundAsync();
        await bot.MorningsAsync(16);

        // Fourteen days are over on Friday the 13th; after thirty customer success is sent.
        Assert.Equal([13, 23], await bot.ToldOnAsync("cadence", "C1", "赵磊"));
        Assert.Equal([23], await bot.ToldOnAsync("cadence", "C1", "王芳"));
        await manager.IsTold(english ? "1 customer has had no call or visit for too long" : "1 位客户到期没有联系", "东岭阀门", english ? "last contact 24 days ago, due every 14 · owner Ray Zhao" : "上次联系在 24 天前，应每 14 天联系一次 · 负责人 赵磊");
    }

    [Fact]
    public async Task AL_08_what_was_told_on_a_Monday_comes_back_on_the_next_one()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "A", 9);
        await bot.TicketAsync("林小雨", "想加一个报表", urgent: false);
        await bot.Look(async db =>
        {
            await db.Tickets.ExecuteUpdateAsync(set => set.SetProperty(t => t.CustomerId, db.Customers.First(c => c.Key == "C3").Id).SetProperty(t => t.CreatedAt, TestBot.Start));
            await db.Customers.Where(c => c.Key == "C3").ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-1)));
            db.Add(new Promise { Key = "G1", Side = PromiseSide.Ours, Content = "我们寄样品", Customer = db.Customers.First(c => c.Key == "C1"), PersonId = db.People.First(p => p.Name == "赵磊").Id, DueOn = new DateOnly(2026, 3, 15), CreatedAt = TestBot.Start.AddDays(-5) });
            return await db.SaveChangesAsync();
        });

        await bot.RoundAsync();
        await bot.MorningsAsync(16);

        Assert.Equal([16, 23], await bot.ToldOnAsync("cadence", "C1", "赵磊"));
        Assert.Equal([16, 23], await bot.ToldOnAsync("ticket", "H想加一个报表", "林小雨"));
        Assert.Equal([16, 23], await bot.ToldOnAsync("promise", "G1", "赵磊"));
    }

    [Fact]
    public async Task What_is_only_to_be_known_stands_below_what_is_to_be_done()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TicketAsync("林小雨", "产线停了", urgent: true);
        await DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 16));

        await bot.RoundAsync();
        await bot.MorningsAsync(5);

        var digest = Assert.Single(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("您报的 1 个工单尚未解决", StringComparison.Ordinal));
        Assert.InRange(digest.Text.IndexOf("给百川寄样本", StringComparison.Ordinal), 0, digest.Text.IndexOf("产线停了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_08_one_of_any_other_grade_is_told_to_its_owner_alone_and_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "B", 19);
        await bot.LayDownAsync(book => book.With("silent", book["silent"] with { Days = 60 }));

        await bot.RoundAsync();
        await bot.MorningsAsync(20);

        Assert.Equal("13", string.Join(',', await bot.ToldOnAsync("cadence", "C1", "赵磊")));
        Assert.Empty(await bot.ToldOnAsync("cadence", "C1", "王芳"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CU_11_that_a_customer_went_to_the_pool_is_a_line_of_the_morning_for_its_owner_and_their_superior(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await rep.Says("help");
        await manager.Says("help");
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DealStatus.Lost)));
        await DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 16));
        await bot.OnlyAsync("C1", "C", 86);

        await bot.RoundAsync();
        for (var day = 0; day < 7; day++)
        {
            await bot.PassAsync(TimeSpan.FromDays(1));
            await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
            await bot.RoundAsync();
        }

        await rep.IsTold(english ? "1 customer went back to the pool" : "1 位客户已回到公海", "东岭阀门", english ? "no follow-up for 90 days" : "90 天没有跟进", english ? "1 to-do is overdue" : "有 1 条待办已逾期");
        await manager.IsTold(english ? "1 customer went back to the pool" : "1 位客户已回到公海", english ? "no follow-up for 90 days · Ray Zhao had it" : "90 天没有跟进 · 原负责人 赵磊");
        Assert.Equal([17], await bot.ToldOnAsync("recycled", "C1", "赵磊"));
        await rep.Presses(english ? "Customers in the pool" : "公海客户");
        rep.Hears("东岭阀门");
        (await bot.As("刘晨").Forges("claim_customer", ("customer", "C1"))).Hears("已认领");
        await bot.RoundAsync();
        Assert.All((await bot.FoundAsync()).Where(f => f.Rule == "recycled"), f => Assert.NotNull(f.ClearedAt));
    }

    [Fact]
    public async Task AP_03_whom_an_approval_went_past_reads_each_week_that_it_still_waits_and_may_decide()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.Look(db => db.Approvals.ExecuteUpdateAsync(set => set.SetProperty(a => a.Level, 2).SetProperty(a => a.DueAt, TestBot.Start)));

        await bot.RoundAsync();
        await bot.MorningsAsync(13);

        var key = await bot.Look(db => db.Approvals.Select(a => a.Key).SingleAsync());
        Assert.Equal([12, 16, 23], await bot.ToldOnAsync("approval_late", key, "郑文"));
        var legal = bot.As("郑文");
        await legal.IsTold("1 个审批超时未决", "凌云电缆能耗", "已超时 12 天", "您也可处理");
        await legal.Presses("查看审批");
        legal.Hears("批准");
    }
}
