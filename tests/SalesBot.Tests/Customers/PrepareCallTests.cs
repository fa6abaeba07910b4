using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

public sealed class PrepareCallTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FU_03_one_card_gathers_deals_promises_talks_contracts_money_and_contacts(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await ContractAsync(bot);
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门周总 方案认可 下周四上午10点带技术再去");

        await rep.Says("备战 东岭阀门");
        rep.Hears("备战 东岭阀门", "负责人 赵磊", "东岭阀门MES · ¥680,000", "方案提交", "已承诺、未完成", "带技术再去", "3月19日 周四 10:00", "方案认可", "拜访", "周国平");
        rep.Hears("阀门合同", "发票未开", "逾期未付 ¥100,000", "周国平 生产总监", "最近沟通", "记跟进", "定下一步", "打开 东岭阀门MES");
        await rep.Presses("打开 东岭阀门MES");
        rep.Hears("东岭阀门MES", "最近更新");
        (await rep.InEnglish().Says("prep me for 东岭阀门")).Hears("Prepare: 东岭阀门", "Promised, still open", "invoice not issued yet", "¥100,000 late", "last talked");
    }

    [Theory]
    [InlineData("明天去拜访东岭阀门，给我准备一下")]
    [InlineData("备战东岭阀门")]
    [InlineData("东岭阀门备战")]
    [InlineData("见东岭阀门之前要知道什么")]
    [InlineData("给我准备一份东岭阀门的拜访资料")]
    [InlineData("brief me on 东岭阀门")]
    [InlineData("I'm seeing 东岭阀门 tomorrow, brief me")]
    [InlineData("what should I know before the call with 东岭阀门?")]
    [InlineData("prepare me for my meeting with 东岭阀门")]
    public async Task It_is_asked_for_in_many_ways_and_changes_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("备战 东岭阀门", "还没有跟进记录").DoesNotHear("✓");
    }

    [Fact]
    public async Task A_name_that_fits_two_asks_and_what_one_may_not_see_is_not_there()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says("备战东岭")).Hears("东岭阀门", "东岭泵业").DoesNotHear("备战 东岭");
        (await manager.Says("2")).Hears("备战 东岭泵业", "东岭泵业WMS");

        (await bot.As("赵磊").Says("备战东岭泵业")).DoesNotHear("¥310,000", "WMS");
        await bot.As("赵磊").Forges("prepare_call", ("customer", "C2"));
        bot.As("赵磊").DoesNotHear("WMS");
    }

    [Fact]
    public async Task A_customer_without_anything_says_so_and_one_is_asked_for_when_none_is_named()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("备战万象包装")).Hears("没有您能看到的进行中商机", "还没有跟进记录");
        (await bot.As("Kevin Doyle").InEnglish().Forges("prepare_call")).Hears("Which customer");
    }

    private static async Task ContractAsync(TestBot bot)
    {
        await using var db = bot.Open();
        var customer = db.Set<Customer>().First(c => c.Key == "C1");
        var deal = db.Deals.First(d => d.Key == "D1");
        var contract = new Contract { Key = "X1", Title = "阀门合同", Deal = deal, Customer = customer, Amount = 300_000, Status = ContractStatus.Signed, SignedOn = new DateOnly(2026, 2, 1), CreatedAt = TestBot.Start };
        contract.Payments.Add(new PaymentDue { Key = "XP1", Amount = 100_000, DueOn = new DateOnly(2026, 3, 1), CreatedAt = TestBot.Start });
        db.Add(contract);
        await db.SaveChangesAsync();
    }
}
