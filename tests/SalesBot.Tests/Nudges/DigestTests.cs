using SalesBot.Contracts;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What people are told when, and how much of it: complaint 29, noise is muted within a week.</summary>
public sealed class DigestTests
{
    private static readonly TimeSpan ToMorning = TimeSpan.FromHours(23);

    [Fact]
    public async Task What_waits_in_the_morning_is_one_message_whose_lines_have_the_buttons_that_deal_with_them()
    {
        await using var bot = await TestBot.StartAsync();
        await AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 11));
        await bot.StandStillAsync(9, "D1", "D3");

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("3月11日 周三：3 件事等您处理", "2 个商机停滞不前", "凌云电缆能耗", "今天有 1 条待办到期", "给百川寄样本");
        Assert.Single(await rep.SeenAsync(), h => h.Text.Contains("件事等您处理", StringComparison.Ordinal));
        await rep.Presses("说明原因");
        rep.Hears("东岭阀门MES 已停滞 9 天");
        Assert.Equal(0, await bot.RoundsAsync(TimeSpan.FromHours(7)));
    }

    [Fact]
    public async Task A_morning_with_one_thing_is_told_by_its_own_card_and_in_the_readers_language()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D7");
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("hello");
        await bot.As("Emma Novak").InEnglish().Says("hello");

        await bot.RoundAsync();

        await rep.IsTold("Quarry Stone EMS has not moved for 9 days", "Why has it not moved?");
        await bot.As("Emma Novak").InEnglish().IsTold("Kevin Doyle's deal Quarry Stone EMS");
    }

    [Fact]
    public async Task What_becomes_so_during_the_day_waits_for_the_next_morning()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.RoundAsync();
        await bot.StandStillAsync(7, "D1");
        await bot.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(0, await bot.RoundAsync());
        await bot.PassAsync(TimeSpan.FromHours(22));

        Assert.Equal(2, await bot.RoundAsync());
        await bot.As("赵磊").IsTold("东岭阀门MES 已停滞");
    }

    [Fact]
    public async Task Who_gets_no_digest_is_told_by_messages_in_the_morning()
    {
        await using var bot = await TestBot.StartAsync();
        await SetAsync(bot, "赵磊", p => p.DigestAt = null);
        await AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 11));
        await bot.StandStillAsync(9, "D1");

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("今天有 1 条待办到期");
        await rep.IsTold("东岭阀门MES 已停滞 9 天");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("件事等您处理", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_digest_comes_at_the_hour_that_somebody_chose_though_it_is_before_their_work()
    {
        await using var bot = await TestBot.StartAsync();
        await SetAsync(bot, "赵磊", p => p.DigestAt = new TimeOnly(7, 30));
        await bot.RoundAsync();
        await AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 12));
        await bot.PassAsync(TimeSpan.FromHours(21));
        Assert.Equal(0, await bot.RoundAsync());

        await bot.PassAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(1, await bot.RoundAsync());
        await bot.As("赵磊").IsTold("今天有 1 条待办到期");
    }

    [Fact]
    public async Task Beyond_the_budget_of_a_day_the_weightiest_is_told_and_the_rest_is_in_the_next_digest()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.LayDownAsync(book => (book with { Budget = 1 }).With("stalled", book["stalled"] with { Channel = NudgeChannel.Message }).With("payment", book["payment"] with { Channel = NudgeChannel.Message }));
        await AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 11));
        await bot.RoundAsync();
        await bot.PassAsync(TimeSpan.FromHours(1));
        await bot.StandStillAsync(8, "D1");
        await AddPaymentAsync(bot, 9_000_000, new DateOnly(2026, 3, 1));

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("停滞", StringComparison.Ordinal) || h.Text.Contains("回款", StringComparison.Ordinal));
        await bot.RoundsAsync(TimeSpan.FromHours(22));
        await rep.IsTold("3月12日 周四", "1 笔回款已逾期", "东岭阀门MES");
    }

    [Fact]
    public async Task Within_the_budget_a_rule_that_is_told_by_message_comes_at_once_the_weightiest_first()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.LayDownAsync(book => (book with { Budget = 1 }).With("stalled", book["stalled"] with { Channel = NudgeChannel.Message }).With("payment", book["payment"] with { Channel = NudgeChannel.Message }));
        await bot.Look(async db =>
        {
            db.Add(new SentDigest { PersonId = db.People.First(p => p.Name == "赵磊").Id, Day = new DateOnly(2026, 3, 11), SentAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        await bot.StandStillAsync(8, "D1");
        await AddPaymentAsync(bot, 9_000_000, new DateOnly(2026, 3, 1));

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("1 笔回款已逾期");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("停滞", StringComparison.Ordinal));
        Assert.Equal(FindingState.Waiting, (await bot.FoundAsync()).First(f => f.Rule == "stalled" && f.PersonId != 0 && f.ToldAt is null).State);
    }

    [Fact]
    public async Task After_days_without_the_service_all_that_was_missed_is_one_message()
    {
        await using var bot = await TestBot.StartAsync();
        await AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 12));
        await AddPaymentAsync(bot, 200_000, new DateOnly(2026, 3, 13));
        await bot.PassAsync(TimeSpan.FromDays(9));

        await bot.RoundAsync();

        await bot.As("赵磊").IsTold("3 个商机停滞不前", "1 笔回款已逾期", "有 1 条待办已逾期");
        Assert.Equal(1, await bot.Look(async db => await Task.FromResult(db.Outbox.Count(o => o.Person.Name == "赵磊"))));
    }

    [Fact]
    public async Task A_to_do_with_a_time_is_told_a_quarter_of_an_hour_before_and_what_was_just_set_for_today_is_no_news()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我今天下午4点给王总发报价");
        Assert.Equal(0, await bot.RoundsAsync(TimeSpan.FromHours(5)));

        await bot.PassAsync(TimeSpan.FromMinutes(45));

        Assert.Equal(1, await bot.RoundAsync());
        await rep.IsTold("1 条待办一刻钟内到点");
        await bot.PassAsync(ToMorning);
        await bot.RoundAsync();
        await rep.IsTold("有 1 条待办已逾期");
    }

    [Fact]
    public async Task A_to_do_whose_time_has_come_when_it_is_told_is_not_said_to_be_a_quarter_of_an_hour_ahead()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我今天下午4点给王总发报价");

        await bot.RoundsAsync(TimeSpan.FromHours(6));

        await rep.IsTold("1 条待办到点了");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("一刻钟", StringComparison.Ordinal));
    }

    internal static Task AddTodoAsync(TestBot bot, string title, DateOnly due) => bot.Look(async db =>
    {
        db.Add(new Todo { Key = "T-" + title, Owner = db.People.First(p => p.Name == "赵磊"), Title = title, DueOn = due, CreatedAt = TestBot.Start.AddDays(-1) });
        return await db.SaveChangesAsync();
    });

    internal static Task SetAsync(TestBot bot, string name, Action<Person> set) => bot.Look(async db =>
    {
        set(db.People.First(p => p.Name == name));
        return await db.SaveChangesAsync();
    });

    private static Task AddPaymentAsync(TestBot bot, decimal amount, DateOnly due) => bot.Look(async db =>
    {
        var deal = db.Deals.First(d => d.Key == "D5");
        var contract = new Contract { Key = "K1", Title = "百川一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = amount, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
        contract.Payments.Add(new PaymentDue { Key = "K1-1", Amount = amount, DueOn = due, CreatedAt = TestBot.Start });
        db.Add(contract);
        return await db.SaveChangesAsync();
    });
}
