using SalesBot.Contracts;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

public sealed class OtherRulesTests
{
    [Fact]
    public async Task AL_03_thirty_silent_days_give_customer_success_a_wake_up_task_whose_outcome_the_owner_hears()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(28));
        await bot.ScanAsync();
        await bot.TellAsync();
        var success = bot.As("林小雨");
        await success.IsTold("5 位客户久未联系", "东岭阀门", "负责人 赵磊");

        await success.Says("我的待办");
        await success.Presses("去联系");
        success.Hears("唤醒 ");
        await success.Forges("wake_up", ("customer", "C1"));
        success.Hears("唤醒 东岭阀门", "周国平");
        await success.Presses("有新需求", ("content", "想上二期"));
        success.Hears("唤醒结果已记录", "有新需求").DoesNotHear("new_need");
        await bot.As("赵磊").IsTold("林小雨 回访了 东岭阀门：有新需求。想上二期");

        await success.Forges("wake_up", ("customer", "C1"), ("outcome", "lost"));
        success.Hears("没有待处理的唤醒任务");
    }

    [Fact]
    public async Task A_to_do_is_told_on_its_day_and_once_more_when_it_is_late()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = db.People.First(p => p.Name == "赵磊");
            db.Add(new Todo { Key = "W1", Owner = owner, Title = "给百川寄样本", DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await bot.ScanAsync());
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, await bot.ScanAsync());
        Assert.Equal(1, await bot.TellAsync());
        await bot.As("赵磊").IsTold("今天有 1 条待办到期", "给百川寄样本");
        Assert.Equal(0, await bot.ScanAsync());

        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        Assert.Equal(1, await bot.TellAsync());
        await bot.As("赵磊").IsTold("有 1 条待办已逾期");
        await bot.PassAsync(TimeSpan.FromDays(3));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "due" && f.ToldAt is null);
    }

    [Fact]
    public async Task A_to_do_without_words_of_its_own_is_told_as_the_list_calls_it()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = db.People.First(p => p.Name == "赵磊");
            db.AddRange(
                new Todo { Key = "W1", Owner = owner, Kind = TodoKind.NextStep, Deal = db.Deals.First(d => d.Key == "D3"), DueOn = new DateOnly(2026, 3, 11), CreatedAt = TestBot.Start.AddDays(-1) },
                new Todo { Key = "W2", Owner = owner, Kind = TodoKind.WakeUp, Title = "百川水务", Customer = db.Customers.First(c => c.Key == "C5"), DueOn = new DateOnly(2026, 3, 10), CreatedAt = TestBot.Start.AddDays(-1) });
            await db.SaveChangesAsync();
        }

        await bot.ScanAsync();
        await bot.TellAsync();

        await bot.As("赵磊").IsTold("2 条待办要处理（1 条已逾期）", "跟进 凌云电缆能耗", "唤醒客户 百川水务");
    }

    [Fact]
    public async Task A_to_do_of_somebody_west_of_the_company_is_told_on_their_day_not_on_the_companys()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = db.People.First(p => p.Name == "赵磊");
            owner.TimeZone = "America/New_York";
            db.Add(new Todo { Key = "W1", Owner = owner, Title = "给百川寄样本", DueOn = new DateOnly(2026, 3, 13), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        // Friday 01:00 in Shanghai is Thursday 13:00 in New York: office hours, but a day too early.
        await bot.PassAsync(TimeSpan.FromHours(39));
        await bot.ScanAsync();
        Assert.Equal(0, await bot.TellAsync());

        await bot.PassAsync(TimeSpan.FromHours(24));
        await bot.ScanAsync();
        Assert.Equal(1, await bot.TellAsync());
        await bot.As("赵磊").IsTold("今天有 1 条待办到期");
    }

    [Fact]
    public async Task AL_09_an_overdue_payment_reaches_the_owner_and_finance()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var deal = db.Deals.First(d => d.Key == "D5");
            var contract = new Contract { Key = "K1", Title = "百川一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 500_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
            contract.Payments.Add(new PaymentDue { Key = "K1-1", Amount = 200_000, DueOn = new DateOnly(2026, 3, 2), CreatedAt = TestBot.Start });
            db.Add(contract);
            await db.SaveChangesAsync();
        }

        await bot.ScanAsync();
        await bot.TellAsync();

        await bot.As("赵磊").IsTold("1 笔回款已逾期", "百川一期合同", "已逾期 9 天", "¥200,000");
        await bot.As("吴敏").IsTold("1 笔回款已逾期");
        Assert.Equal(0, await bot.ScanAsync());
    }

    [Fact]
    public async Task Chinese_holidays_are_free_and_make_up_days_are_worked()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.PersonAsync("赵磊");
        bool Working(int month, int day, int hour) => SalesBot.People.Presence.IsWorking(rep, new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8)));

        Assert.False(Working(10, 1, 10));
        Assert.True(Working(10, 10, 10));
        Assert.True(Working(10, 8, 9));
        Assert.False(Working(10, 8, 18));
        Assert.False(Working(3, 14, 10));
    }
}
