using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Customers.Pool;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Nobody is passed over before the day that they were given, whoever is told reads whose turn it is, and what stays open is not forgotten.</summary>
public sealed class WhoseTurnTests
{
    private static readonly TimeSpan Here = TimeSpan.FromHours(8);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_over_a_long_holiday_nobody_hears_that_nobody_called_before_the_day_on_which_the_call_was_due(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var caller = english ? bot.As("林小雨").InEnglish() : bot.As("林小雨");
        await caller.Says("help");
        bot.Clock.Set(new DateTimeOffset(2026, 4, 29, 9, 0, 0, Here));
        await bot.OnlyAsync("C1", "A");

        await bot.RoundAsync();

        await caller.IsTold("东岭阀门", english ? "call by Thu 7 May" : "请在 5月7日 周四 前联系", english ? "by Sat 9 May" : "到 5月9日 周六 仍未处理的");
        await bot.MorningsAsync(11);
        var (late, blamed) = (Assert.Single(await bot.FoundAsync(), f => f is { Rule: "due", ToldAt: not null }), (await bot.FoundAsync()).Where(f => f is { Rule: "silent", Step: 1, ToldAt: not null }).ToList());
        Assert.Equal(2, blamed.Count);
        Assert.All(blamed, f => Assert.Equal((true, 9), (late.ToldAt < f.ToldAt, f.ToldAt!.Value.ToOffset(Here).Day)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_01_who_came_back_meanwhile_did_not_have_all_of_the_days(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var director = english ? bot.As("何建国").InEnglish() : bot.As("何建国");
        await director.Says("help");
        await bot.Look(async db =>
        {
            db.Add(new Absence { Key = "A1", CreatedAt = TestBot.Start, Person = db.People.First(p => p.Name == "赵磊"), From = new DateOnly(2026, 3, 11), To = new DateOnly(2026, 3, 12) });
            return await db.SaveChangesAsync();
        });
        await bot.StandStillAsync(9, "D1");

        await bot.RoundAsync();
        await bot.MorningsAsync(8);

        await director.IsTold(english ? "Fiona Wang and Ray Zhao had 5 days to act and did not" : "已告诉 王芳 和 赵磊，5 天没有处理");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_who_has_the_customers_ticket_is_the_one_that_is_sent_and_the_line_says_so(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            db.Add(new Person { Key = "P10", Name = "高远", EnglishName = "Gary Gao", Role = Role.CustomerSuccess, Manager = db.People.First(p => p.Name == "何建国"), CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        var caller = english ? bot.As("高远").InEnglish() : bot.As("高远");
        await caller.Says("help");
        await bot.OnlyAsync("C1", "A", 40);
        await bot.TicketAsync("高远", "扫码枪连不上", urgent: true);

        await bot.RoundAsync();

        Assert.DoesNotContain(await caller.SeenAsync(), h => h.Text.Contains(english ? "ticket is open" : "个工单", StringComparison.Ordinal));
        await caller.IsTold("东岭阀门", english ? "open ticket with you “扫码枪连不上”, for 3 days" : "您的工单未关“扫码枪连不上”，已开 3 天");
        await bot.MorningsAsync(7);
        await bot.As("王芳").IsTold("东岭阀门", "工单未关“扫码枪连不上”，已开 10 天，处理人 高远");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CU_11_who_was_on_leave_when_the_days_ended_is_told_on_the_day_before_it_goes(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await rep.Says("help");
        await manager.Says("help");
        await bot.Look(async db =>
        {
            await db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DealStatus.Lost));
            db.Add(new Absence { Key = "A1", CreatedAt = TestBot.Start, Person = db.People.First(p => p.Name == "赵磊"), From = new DateOnly(2026, 3, 12), To = new DateOnly(2026, 3, 18) });
            return await db.SaveChangesAsync();
        });
        await bot.OnlyAsync("C1", "C", 86);

        await bot.RoundAsync();
        await rep.IsTold("东岭阀门", english ? "goes back on Mon 16 Mar" : "3月16日 周一 退回公海");
        await manager.IsTold("东岭阀门", english ? "goes back on Mon 16 Mar" : "3月16日 周一 退回公海", english ? "owner Ray Zhao" : "负责人 赵磊");
        for (var day = 0; day < 8; day++)
        {
            await bot.PassAsync(TimeSpan.FromDays(1));
            await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
            await bot.RoundAsync();
        }

        await rep.IsTold("东岭阀门", english ? "goes back on Fri 20 Mar" : "3月20日 周五 退回公海");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_up_to_four_who_will_be_told_are_named_and_more_are_said_by_what_they_are(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var caller = english ? bot.As("林小雨").InEnglish() : bot.As("林小雨");
        await caller.Says("help");
        await MetAsync("C1", "C8");

        await bot.RoundAsync();

        await caller.IsTold("东岭阀门", "Quarry Stone", english ? "Ray Zhao, Fiona Wang, Kevin Doyle and Emma Novak will be told" : "会告知 赵磊、王芳、Kevin Doyle 和 Emma Novak");
        await bot.MorningsAsync(1);
        await MetAsync("C2", "C3");
        await bot.Look(db => db.Findings.Where(f => f.Rule == "silent").ExecuteDeleteAsync());
        await bot.MorningsAsync(1);
        await caller.IsTold("东岭泵业", english ? "each owner and their direct superior will be told" : "会告知 各负责人 和 其直属上级");

        Task MetAsync(params string[] keys) => bot.Look(db => db.Customers.Where(c => keys.Contains(c.Key)).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-40))));
    }

    [Fact]
    public async Task FU_09_an_overdue_to_do_says_by_how_much_and_one_of_today_does_not()
    {
        await using var bot = await TestBot.StartAsync();
        await DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 10));
        await DigestTests.AddTodoAsync(bot, "月底对账", new DateOnly(2026, 3, 11));

        await bot.RoundAsync();

        await bot.As("赵磊").IsTold("2 条待办要处理（1 条已逾期）", "3月10日 周二，已逾期 1 天", "月底对账");
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("已逾期 0 天", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_09_finance_reads_whose_payment_it_is_and_the_owner_does_not_read_their_own_name()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var deal = db.Deals.First(d => d.Owner.Name == "赵磊");
            var contract = new Contract { Key = "K1", Title = "一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 500_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
            contract.Payments.Add(new PaymentDue { Key = "K1-1", Amount = 200_000, DueOn = new DateOnly(2026, 3, 5), CreatedAt = TestBot.Start });
            db.Add(contract);
            return await db.SaveChangesAsync();
        });

        await bot.RoundAsync();

        await bot.As("吴敏").IsTold("1 笔回款已逾期", "负责人 赵磊");
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("负责人 赵磊", StringComparison.Ordinal));
    }
}
