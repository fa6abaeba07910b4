using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Sentences after which something was written that nobody had ordered.</summary>
public sealed class FalseWriteTests
{
    [Theory]
    [InlineData("东岭阀门MES")]
    [InlineData("周国平电话")]
    [InlineData("百川还有谁认识")]
    [InlineData("凌云电缆能耗")]
    [InlineData("客户那边还在看")]
    public async Task What_is_no_yes_carries_nothing_out(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门MES推到需求确认")).Hears("对吗");

        await rep.Says(said);
        Assert.Equal("proposal", await StageAsync(bot));

        await rep.Says("对");
        Assert.True(await StageAsync(bot) is "proposal" or "qualify");
    }

    [Fact]
    public async Task Another_value_at_a_yes_or_no_is_read_back_and_a_yes_does_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门MES推到需求确认")).Hears("对吗");

        (await rep.Says("不对，初步接触")).Hears("对吗");
        Assert.Equal("proposal", await StageAsync(bot));

        await rep.Says("对");
        Assert.Equal("contact", await StageAsync(bot));
    }

    [Theory]
    [InlineData("二期的事周总说选址下月初出结果", 0)]
    [InlineData("东岭阀门", 0)]
    [InlineData("二期那个", 500_000)]
    [InlineData("二期", 500_000)]
    public async Task Asked_which_of_two_deals_something_that_is_told_of_one_chooses_none(string said, decimal amount)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var first = await db.Deals.SingleAsync(d => d.Key == "D1");
            db.Add(new Deal { Key = "D11", Name = "东岭阀门二期", CustomerId = first.CustomerId, OwnerId = first.OwnerId, Stage = "contact", Amount = 1, Currency = "CNY", StageSince = TestBot.Start, CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门金额改成50万")).Hears("哪一个");

        await rep.Says(said);

        Assert.Equal((680_000, amount == 0 ? 1 : amount), await bot.Look(async db => (await db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount!.Value).SingleAsync(), await db.Deals.Where(d => d.Key == "D11").Select(d => d.Amount!.Value).SingleAsync())));
    }

    [Theory]
    [InlineData("发报价", "金总问违约金能不能改到5%", false)]
    [InlineData("电话确认备件清单", "韩雪说备件想要国产的", false)]
    [InlineData("Send contract draft", "paul wants sso, that is a blocker", false)]
    [InlineData("Send contract draft", "contract draft not sent yet, legal is on it", false)]
    [InlineData("发报价", "报价还没发，他在催", false)]
    [InlineData("发报价", "报价发过去了，等他们内部过会", true)]
    [InlineData("Send contract draft", "sent him the contract draft", true)]
    [InlineData("签试点协议", "试点协议签了", true)]
    public async Task A_step_is_ticked_where_the_report_tells_that_it_was_taken(string step, string told, bool ticked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "约好"), ("next_step", step), ("next_date", "2026-03-11"));

        await rep.Forges("log_followup", ("deal", "D1"), ("content", told));

        Assert.Equal(ticked, await bot.Look(db => db.Todos.Select(t => t.DoneAt != null).SingleAsync()));
        Assert.Equal(ticked ? null : step, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).SingleAsync()));
    }

    [Theory]
    [InlineData("凌云电缆能耗")]
    [InlineData("凌云电缆")]
    [InlineData("东岭阀门MES")]
    public async Task A_name_is_no_reason(string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("凌云电缆能耗丢了")).Hears("原因");

        await rep.Says(name);
        Assert.Equal(DealStatus.Open, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Status).SingleAsync()));

        (await rep.Says("价格太高")).Hears("已记为丢单", "价格太高");
    }

    [Fact]
    public async Task A_deal_named_after_a_report_on_its_customer_is_the_deal_that_it_was_about()
    {
        await using var bot = await TestBot.StartAsync();
        await ExtraDeal.AddAsync(bot, "东岭阀门二期", "C1", DealStatus.Open);
        var rep = bot.As("赵磊");
        (await rep.Says("刚跟东岭阀门周总打了电话，他说还要再看看")).Hears("属于哪个商机");

        (await rep.Says("东岭阀门二期")).Hears("已关联到商机", "下一步做什么");

        Assert.Equal("DX", await bot.Look(db => db.FollowUps.Select(f => f.Deal!.Key).SingleAsync()));
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("周总上次说啥了")]
    [InlineData("周总上回怎么说的")]
    public async Task What_somebody_said_is_asked_and_not_noted(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).DoesNotHear("对吗", "已记录");
    }

    [Theory]
    [InlineData("东岭阀门降成c吧")]
    [InlineData("make 东岭阀门 a C")]
    public async Task A_grade_in_a_sentence_is_that_grade(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("王芳").Says(said);

        Assert.Equal("C", await bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.Grade).SingleAsync()));
    }

    [Fact]
    public async Task A_sentence_is_no_word_of_a_list_and_is_answered_for_itself()
    {
        await using var bot = await TestBot.StartAsync();
        var lead = bot.As("王芳");
        (await lead.Says("东岭阀门等级改成优秀")).Hears("请选择 A、B 或 C");

        (await lead.Says("百川水务平台到哪一步了")).Hears("百川水务平台");
        (await lead.Says("周国平换号了13911112222")).DoesNotHear("不是客户等级");
        Assert.Null(await bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.Grade).SingleAsync()));
    }

    [Theory]
    [InlineData("赵磊的单子都给我看看")]
    [InlineData("前十大商机给我看看")]
    [InlineData("top 5 deals pls")]
    public async Task A_list_of_somebodys_or_of_the_best_is_not_narrowed_by_what_was_looked_at(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var lead = bot.As("王芳");
        await lead.Says("凌云电缆");

        (await lead.Says(said)).Hears("百川水务平台", "东岭阀门MES", "凌云电缆能耗");
    }

    private static Task<string> StageAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Stage).SingleAsync());
}
