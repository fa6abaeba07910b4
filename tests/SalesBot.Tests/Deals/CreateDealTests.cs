using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class CreateDealTests
{
    [Fact]
    public async Task A_button_asks_by_the_name_of_the_customer()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("打开客户东岭阀门")).Hears("新建商机");
        (await rep.Presses("新建商机")).Hears("东岭阀门").DoesNotHear("C1");
    }

    [Fact]
    public async Task A_customer_that_is_not_there_is_made_along_after_one_question()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer_text", "恒力机械"), ("amount", "800000"), ("close_date", "2026-12-20"));
        rep.Hears("还没有客户“恒力机械”", "一并新建");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.Name == "恒力机械")));

        await rep.Presses("一并新建");
        rep.Hears("商机已新建", "恒力机械", "¥800,000", "待补全：联系人、下一步");
        Assert.Equal("P2", await bot.Look(db => db.Deals.Where(d => d.Customer!.Name == "恒力机械").Select(d => d.Owner.Key).FirstAsync()));

        await rep.Presses("撤销");
        rep.Hears("已撤销");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.Name == "恒力机械")));
        Assert.False(await bot.Look(db => db.Deals.AnyAsync(d => d.Name == "恒力机械")));
    }

    [Fact]
    public async Task A_yes_in_words_is_enough()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer_text", "恒力机械"), ("amount", "800000"), ("close_date", "2026-12-20"));
        await rep.Says("对");

        rep.Hears("商机已新建", "恒力机械");
    }

    [Fact]
    public async Task With_nothing_known_a_form_asks_for_all_three()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal");
        rep.Hears("哪个客户", "金额是多少", "预计哪天成交");
        await rep.Presses("提交", ("customer", "凌云电缆"), ("amount", "90000"), ("close_date", "2026-05-01"));

        rep.Hears("商机已新建", "¥90,000");
        Assert.Equal(2, await bot.Look(db => db.Deals.CountAsync(d => d.Customer!.Key == "C3")));
    }

    [Fact]
    public async Task Names_that_look_alike_are_offered()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer_text", "百川水"), ("amount", "70000"), ("close_date", "2026-05-01"));
        rep.Hears("“百川水”是下面的客户吗", "百川水务", "新建 百川水");
        await rep.Presses("1");

        rep.Hears("商机已新建", "百川水务", "¥70,000");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.Name == "百川水")));
    }

    [Fact]
    public async Task The_same_order_twice_makes_one_deal_until_another_is_wanted()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (string, string)[] order = [("customer", "C3"), ("amount", "90000"), ("close_date", "2026-05-01"), ("deal_name", "备件")];

        await rep.Forges("create_deal", order);
        await rep.Forges("create_deal", order);
        rep.Hears("已有进行中的商机 凌云电缆备件（¥90,000）");
        await rep.Presses("仍然新建");

        rep.Hears("商机已新建", "凌云电缆备件 2");
    }

    [Theory]
    [InlineData("-5", "2026-05-01", "必须大于零")]
    [InlineData("0", "2026-05-01", "必须大于零")]
    [InlineData("many", "2026-05-01", "没能把“many”读成金额")]
    [InlineData("5000", "2026-01-01", "已经过去")]
    [InlineData("5000", "someday", "没能把“someday”读成日期")]
    public async Task Bad_input_changes_nothing(string amount, string close, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer", "C3"), ("amount", amount), ("close_date", close));

        rep.Hears(answer);
        Assert.Equal(5, await bot.Look(db => db.Deals.CountAsync()));
    }

    [Fact]
    public async Task A_colleagues_customer_is_not_doubled_and_all_three_know()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer_text", "东岭泵业有限公司"), ("amount", "5000"), ("close_date", "2026-05-01"));

        rep.Hears("已经存在，由 刘晨 负责");
        await bot.As("刘晨").IsTold("赵磊 想新建客户 东岭泵业");
        await bot.As("王芳").IsTold("赵磊 想新建客户 东岭泵业");
        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task A_lead_is_a_deal_of_unknown_amount_with_its_source()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("刘晨");

        await rep.Says("加条线索 大庆油服 官网留言问数采");

        rep.Hears("线索已新建", "大庆油服", "来源", "官网", "待补全：金额、预计成交日期");
        var deal = await bot.Look(db => db.Deals.Include(d => d.Customer).FirstAsync(d => d.Source != null));
        Assert.Equal(("lead", null, "大庆油服"), (deal.Stage, deal.Amount, deal.Customer!.Name));
    }

    [Theory]
    [InlineData("Ridgeway Foods ERP")]
    [InlineData("Coastal Cold Storage WMS")]
    [InlineData("Larkfield Dairy")]
    [InlineData("please Larkfield Dairy")]
    public async Task A_name_alone_that_nobody_knows_makes_no_record(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var (customers, deals) = (await bot.Look(db => db.Customers.CountAsync()), await bot.Look(db => db.Deals.CountAsync()));

        (await bot.As("赵磊").InEnglish().Says(said)).DoesNotHear("✓");

        Assert.Equal((customers, deals), (await bot.Look(db => db.Customers.CountAsync()), await bot.Look(db => db.Deals.CountAsync())));
    }

    [Theory]
    [InlineData("larkfield: maybe 180k, close end of q3", 180_000, "2026-09-30")]
    [InlineData("larkfield roughly 95k, closing 15 June", 95_000, "2026-06-15")]
    public async Task What_a_deal_without_a_sum_may_be_worth_is_said_of_it_and_makes_no_other(string said, int amount, string close)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("create_lead", ("customer_text", "Larkfield Dairy"));
        Assert.Null(await bot.Look(db => db.Deals.OrderByDescending(d => d.Id).Select(d => d.Amount).FirstAsync()));
        var deals = await bot.Look(db => db.Deals.CountAsync());

        await rep.Says(said);

        Assert.Equal(deals, await bot.Look(db => db.Deals.CountAsync()));
        var deal = await bot.Look(db => db.Deals.OrderByDescending(d => d.Id).FirstAsync());
        Assert.Equal((amount, close), (deal.Amount, deal.CloseDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
