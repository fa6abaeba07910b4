using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

public sealed class PaymentPlanTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_08_a_plan_is_said_in_one_sentence_read_back_and_saved(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        var rep = bot.As("赵磊");

        await rep.Says("凌云电缆合同付款计划：签约30%，发货60%，验收10%，4月1日、6月1日、9月1日");
        rep.Hears("“凌云电缆合同”的付款计划如下", "¥435,000（30%），4月1日 周三到期", "¥870,000（60%），6月1日 周一到期", "¥145,000（10%），9月1日 周二到期");
        Assert.Empty(await Lines(bot));
        (await rep.Says("是")).Hears("付款计划已保存", "¥435,000（30%）", "已告知：吴敏", "撤销");

        Assert.Equal([(435_000m, new DateOnly(2026, 4, 1)), (870_000m, new DateOnly(2026, 6, 1)), (145_000m, new DateOnly(2026, 9, 1))], await Lines(bot));
        await bot.As("吴敏").IsTold("赵磊 设置了“凌云电缆合同”的付款计划");
        (await rep.Says("凌云电缆的付款计划")).Hears("凌云电缆合同", "¥870,000 · 6月1日 周一到期");
        (await bot.As("吴敏").Forges("list_payments")).Hears("凌云电缆合同");
    }

    [Fact]
    public async Task AP_08_a_plan_that_something_came_between_is_read_back_again_as_it_was()
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆合同付款计划：签约30%，发货60%，验收10%，4月1日、6月1日、9月1日");

        await rep.Says("我的待办");

        rep.Hears("“凌云电缆合同”的付款计划如下", "¥870,000（60%），6月1日 周一到期").DoesNotHear("30%@");
        (await rep.Presses("确认")).Hears("付款计划");
        Assert.Equal(3, await bot.Look(db => db.Payments.CountAsync()));
    }

    [Theory]
    [InlineData("payment plan for Quarry: 30% on signing, 60% on 1 June, rest on 1 Sept")]
    [InlineData("set the payment plan for Quarry Stone: 30% upfront, $48,000 on 1 June and the rest on 1 September")]
    public async Task AP_08_the_same_in_english_with_a_rest_and_a_part_at_signing(string said)
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says(said);
        rep.Hears("Payment plan for “Quarry supply agreement”", "$24,000 (30%), due Wed 11 Mar", "$48,000 (60%), due Mon 1 Jun", "$8,000 (10%), due Tue 1 Sept");
        (await rep.Presses("Yes")).Hears("Payment plan saved");
        Assert.Equal(80_000, (await Lines(bot)).Sum(line => line.Amount));
    }

    [Fact]
    public async Task What_is_not_said_whole_is_a_form_that_keeps_what_was_said()
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says("凌云电缆付款计划 3-4-3")).Hears("还缺 3 期的日期", "付款计划 · 凌云电缆合同 · ¥1,450,000");
        await rep.Presses("提交", ("part1", "30%"), ("day1", "2026-04-01"), ("part2", "58万"), ("day2", "2026-06-01"), ("part3", "余款"), ("day3", "2026-09-01"));
        rep.Hears("¥435,000", "¥580,000", "¥435,000（30%），9月1日");
        (await rep.Presses("确认")).Hears("付款计划已保存");
    }

    [Theory]
    [InlineData("凌云电缆付款计划 分三期 5-4-1", 3)]
    [InlineData("payment plan for 凌云电缆: three instalments 50/40/10", 3)]
    [InlineData("凌云电缆付款计划 6-4", 2)]
    [InlineData("凌云电缆合同付款计划，分四期", 4)]
    [InlineData("payment plan for 凌云电缆 in two instalments", 2)]
    [InlineData("凌云电缆付款计划：签约30%，6月1日60%", 3)]
    public async Task AP_08_the_form_has_as_many_rows_as_parts_were_said_and_one_more_while_they_are_no_whole(string said, int rows)
    {
        await using var bot = await SignedContract.StartAsync();

        await bot.As("赵磊").Says(said);

        var card = bot.As("赵磊");
        Assert.Equal(rows, (await card.SeenAsync())[^1].Reply.Card!.Value.GetRawText().Split("\"id\":\"part").Length - 1);
    }

    [Theory]
    [InlineData("凌云电缆付款计划：签约30%，6月1日60%", "各期合计 ¥1,305,000，与合同金额 ¥1,450,000 不符")]
    [InlineData("凌云电缆付款计划：6月1日30%，4月1日70%", "第 2 期早于上一期")]
    public async Task AP_08_what_does_not_add_up_is_said_and_nothing_saved(string said, string why)
    {
        await using var bot = await SignedContract.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(why);
        (await bot.As("吴敏").Forges("set_payment_plan", ("contract", "CT1"), ("plan", "30%@2026-03-01;70%@2026-06-01"), ("confirm", "true"))).Hears("早于合同签署日");
        Assert.Empty(await Lines(bot));
    }

    [Fact]
    public async Task A_change_says_before_and_after_keeps_what_was_paid_and_can_be_undone()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await Save(bot, "30%@2026-04-01;70%@2026-06-01");
        await finance.Forges("record_payment", ("contract", "CT1"), ("amount", "435000"));

        await finance.Says("凌云电缆付款计划改成：4月1日30%，7月1日70%");
        finance.Hears("此前", "6月1日");
        await finance.Presses("确认");
        finance.Hears("此前：", "现在：", "7月1日");
        Assert.Equal([new DateOnly(2026, 3, 11), null], await bot.Look(db => db.Payments.OrderBy(p => p.DueOn).Select(p => p.PaidOn).ToListAsync()));

        await finance.Presses("撤销");
        Assert.Equal([(435_000m, new DateOnly(2026, 4, 1)), (1_015_000m, new DateOnly(2026, 6, 1))], await Lines(bot));
        (await finance.Forges("set_payment_plan", ("contract", "CT1"), ("plan", "400000@2026-04-01"), ("confirm", "true"))).Hears("已到账 ¥435,000", "只有 ¥400,000");
    }

    [Theory]
    [InlineData("付款3-4-3", "30%、40%、30%")]
    [InlineData("40% upfront", "40%、60%")]
    public async Task AP_08_terms_of_the_contract_propose_the_parts_at_signing(string terms, string parts)
    {
        await using var bot = await SignedContract.StartAsync(terms: terms);
        var rep = bot.As("赵磊");
        await rep.IsTold("合同已签署归档", "条款中的付款比例：" + parts);
        await rep.Presses("付款计划");
        rep.Hears("按合同条款“" + terms + "”建议如下", parts.Split('、')[0]);
    }

    [Fact]
    public async Task Others_may_not_and_the_attempt_is_noted()
    {
        await using var bot = await SignedContract.StartAsync();
        (await bot.As("郑文").Forges("set_payment_plan", ("contract", "CT1"), ("plan", "100%@2026-04-01"), ("confirm", "true"))).Hears("由财务和商机负责人维护");
        (await bot.As("刘晨").Forges("set_payment_plan", ("contract", "CT1"), ("plan", "100%@2026-04-01"), ("confirm", "true"))).DoesNotHear("已保存");
        Assert.Empty(await Lines(bot));
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
    }

    [Fact]
    public async Task AL_09_the_owner_is_reminded_three_days_before_and_owner_and_finance_when_it_is_late_also_on_a_new_day()
    {
        await using var bot = await SignedContract.StartAsync();
        await Save(bot, "30%@2026-03-16;70%@2026-06-01");
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "payment_soon");

        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("赵磊").IsTold("1 笔回款三天内到期", "凌云电缆合同", "3月16日", "¥435,000");
        Assert.Equal(1, (await bot.FoundAsync()).Count(f => f.Rule == "payment_soon"));

        await bot.PassAsync(TimeSpan.FromDays(4));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("赵磊").IsTold("1 笔回款已逾期");
        await bot.As("吴敏").IsTold("1 笔回款已逾期");

        await Save(bot, "30%@2026-03-20;70%@2026-06-01");
        await bot.PassAsync(TimeSpan.FromDays(5));
        await bot.ScanAsync();
        Assert.Equal(4, (await bot.FoundAsync()).Count(f => f.Rule == "payment"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AP_08_a_yes_to_a_plan_that_was_read_back_before_somebody_saved_another_saves_nothing(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        var (rep, finance) = (bot.As("赵磊").InEnglish(), bot.As("吴敏"));
        await rep.Forges("set_payment_plan", ("contract", "CT1"), ("plan", "30%@2026-04-01;70%@2026-06-01"));
        await finance.Forges("set_payment_plan", ("contract", "CT1"), ("plan", "100%@2026-05-01"));
        await finance.Presses("确认");

        (await rep.Presses("Yes")).Hears("This was changed after you were asked, so I did not save it", "¥435,000 (30%), due Wed 1 Apr", "¥1,450,000 (100%), due Fri 1 May", "Min Wu, Wed 11 Mar 10:00");
        Assert.Equal([(1_450_000m, new DateOnly(2026, 5, 1))], await Lines(bot));

        (await rep.Presses("Read mine back again")).Hears("Save it?", "¥1,450,000 (100%), due Fri 1 May");
        await rep.Presses("Yes");
        Assert.Equal(2, (await Lines(bot)).Count);
    }

    [Fact]
    public async Task AP_08_said_instead_of_pressed_it_is_the_same_and_a_forged_yes_is_read_back()
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆合同付款计划：4月1日30%，6月1日70%");
        await Save(bot, "100%@2026-05-01", "吴敏");

        (await rep.Says("是")).Hears("询问之后已有人改动，没有保存", "吴敏");
        (await rep.Forges("set_payment_plan", ("contract", "CT1"), ("plan", "50%@2026-04-01;50%@2026-06-01"), ("confirm", "true"))).Hears("保存吗");
        Assert.Equal([(1_450_000m, new DateOnly(2026, 5, 1))], await Lines(bot));
    }

    private static async Task Save(TestBot bot, string plan, string by = "赵磊")
    {
        await bot.As(by).Forges("set_payment_plan", ("contract", "CT1"), ("plan", plan));
        await bot.As(by).Presses("确认");
    }

    private static Task<List<(decimal Amount, DateOnly DueOn)>> Lines(TestBot bot) =>
        bot.Look(async db => (await db.Payments.AsNoTracking().OrderBy(p => p.DueOn).ToListAsync()).ConvertAll(p => (p.Amount, p.DueOn)));

    [Theory]
    [InlineData("凌云电缆合同 首付43.5万4月1号，二期87万6月1号，尾款14.5万9月1号")]
    [InlineData("凌云电缆合同：预付30% 4月1日，到货款60% 6月1日，质保金10% 9月1日")]
    [InlineData("凌云电缆 contract: 30% on 1 April, 60% on 1 June, 10% on 1 September")]
    public async Task AP_08_parts_with_their_days_are_a_plan_and_no_money_that_came_in(string said)
    {
        await using var bot = await SignedContract.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(said)).Hears("“凌云电缆合同”的付款计划如下", "¥435,000", "¥870,000", "¥145,000");

        Assert.Equal(0, await bot.Look(db => db.ReceivedPayments.CountAsync()));
    }

    [Theory]
    [InlineData("凌云电缆合同首付43.5万到账了，尾款14.5万下月付")]
    [InlineData("凌云电缆合同首付43.5万到账")]
    public async Task A_part_that_came_in_is_a_payment_and_no_plan(string said)
    {
        await using var bot = await SignedContract.StartAsync();

        (await bot.As("赵磊").Says(said)).DoesNotHear("付款计划如下");
    }
}
