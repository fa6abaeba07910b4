using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>What others wish, what is still to come and what another department is to hear is told, and changes nothing but what it tells of.</summary>
public sealed class ToldNotOrderedTests
{
    [Theory]
    [InlineData("百川水务平台的方案刚发了，周工说太贵，想砍到220万")]
    [InlineData("跟百川通了电话，对方说预算紧，希望降到220万")]
    public async Task What_the_customer_would_like_to_pay_is_part_of_the_note(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("跟进已记录", "220万");
        Assert.Equal(2_600_000, await AmountAsync(bot));
    }

    [Theory]
    [InlineData("百川水务平台改回240万，260万只是他们的想法", 2_400_000)]
    [InlineData("百川水务平台金额改成240万，之前说的220万是客户开玩笑", 2_400_000)]
    [InlineData("百川水务平台改成220万，240万吧", 2_400_000)]
    public async Task Of_two_sums_the_one_that_is_set_counts(string said, decimal amount)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(amount, await AmountAsync(bot));
    }

    [Theory]
    [InlineData("明天上午十点东岭阀门周国平来公司，记一下", 12)]
    [InlineData("周国平后天下午来我们这参观", 13)]
    [InlineData("东岭阀门一个多月没联系了，明天打个电话", 12)]
    [InlineData("凌云电缆好久没动静了，周五打个电话问问", 13)]
    public async Task What_is_to_come_is_a_to_do_of_that_day(string said, int day)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("待办已添加").DoesNotHear("跟进已记录");
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
        Assert.Equal(new DateOnly(2026, 3, day), await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
    }

    [Theory]
    [InlineData("跟财务说一下百川的款这周五能到")]
    [InlineData("通知一下法务凌云的合同下周来")]
    public async Task Another_department_is_told_by_people(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal((0, 0), (await bot.Look(db => db.FollowUps.CountAsync()), await bot.Look(db => db.Todos.CountAsync())));
    }

    [Fact]
    public async Task The_day_within_the_week_that_is_named_counts()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("提醒我这周和百川开个会，周五下午4点")).Hears("待办已添加", "3月13日 周五 16:00");
    }

    [Fact]
    public async Task A_figure_is_no_competitor()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says("Quarry Stone EMS went to 96k")).DoesNotHear("Deal lost");
        Assert.Equal(96_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D7").Select(d => d.Amount).SingleAsync()));
    }

    [Fact]
    public async Task Four_figures_of_long_ago_are_a_price()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says("make a quote for Quarry Stone EMS: 10 terminals at 1500 and setup 5000")).Hears("$20,000", "?").DoesNotHear("as a day");
    }

    [Theory]
    [InlineData("刚跟周国平打电话，他说4月初要去上海出差，回来再约")]
    [InlineData("跟周国平通了电话，他说下周三出国")]
    [InlineData("东岭阀门的郭经理今天微信回了，说今年没预算")]
    public async Task A_journey_of_theirs_is_no_promise(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("跟进已记录").DoesNotHear("承诺台账");
    }

    [Fact]
    public async Task What_starts_some_day_is_told_and_what_one_has_to_do_is_the_next_step()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Says("call with Quarry Stone, they want the pilot with 15 trucks, start 1 april, and i have to send the scope doc tomorrow");
        Assert.Equal(["send the scope doc"], await bot.Look(db => db.Todos.Select(t => t.Title).ToListAsync()));
    }

    [Fact]
    public async Task A_colleague_of_the_same_trade_has_deals_of_their_own()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("打开东岭阀门MES");
        (await manager.Says("提醒刘晨今天给客户打个电话")).Hears("刘晨", "打个电话").DoesNotHear("东岭阀门MES");
        await manager.Says("打开东岭阀门MES");
        (await manager.Says("提醒赵磊今天给客户打个电话")).Hears("赵磊", "东岭阀门MES");
    }

    [Theory]
    [InlineData("丢单原因改成价格高，输给金蝶")]
    [InlineData("本月丢单原因")]
    public async Task The_reason_of_a_loss_loses_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("打开百川水务平台");
        (await rep.Says(said)).DoesNotHear("已记为丢单");
        Assert.Equal("proposal", await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_deal_that_is_lost_with_its_reason_is()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("百川水务平台丢了，丢单原因价格太高")).Hears("已记为丢单", "价格太高");
    }

    [Fact]
    public async Task A_deal_that_is_frozen_is_not_lost()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says("把赵磊的百川水务平台冻结，客户没预算")).Hears("冻结到哪一天").DoesNotHear("丢单");
    }

    [Fact]
    public async Task An_invoice_that_goes_out_is_no_money_that_came_in()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("凌云电缆能耗赢单");
        (await bot.As("吴敏").InEnglish().Says("invoice for 凌云电缆 140k please, sent today")).DoesNotHear("Payment recorded");
    }

    [Theory]
    [InlineData("约周国平下周三上午九点开个会，聊备件", 18)]
    [InlineData("下周二跟百川开会，聊聊合同", 17)]
    public async Task What_a_meeting_to_come_is_about_makes_it_no_report(string said, int day)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("待办已添加");
        Assert.Equal((0, new DateOnly(2026, 3, day)), (await bot.Look(db => db.FollowUps.CountAsync()), (await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()))!.Value));
    }

    [Fact]
    public async Task An_hour_to_sign_at_is_an_appointment()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("约百川水务周五上午签约");
        Assert.Equal(new DateOnly(2026, 6, 30), await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.CloseDate).SingleAsync()));
    }

    [Fact]
    public async Task Who_is_only_called_by_what_they_do_is_not_whom_one_met_last_time()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门周总 方案认可");
        (await rep.Says("上午又去东岭阀门见了他们采购，价格还要再谈")).Hears("跟进已记录", "采购").DoesNotHear("按上次", "周国平");
    }

    [Fact]
    public async Task How_somebody_is_reached_and_what_they_do_is_no_call()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("周国平的电话是13800001111，他是采购总监")).Hears("联系人已保存", "13800001111", "采购总监");
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task What_a_to_do_is_called_is_still_what_is_to_be_done()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("Emma Novak").InEnglish();
        (await manager.Says("remind kevin to send the contract draft today")).Hears("Kevin Doyle", "send the contract draft");
        (await manager.Says("remind kevin to send the contract draft tomorrow")).Hears("Kevin Doyle").DoesNotHear("What is to be done?");
    }

    [Theory]
    [InlineData("为啥一直提醒我百川停滞")]
    [InlineData("怎么老是提醒我跟进百川水务平台")]
    public async Task Why_one_is_reminded_is_a_question(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    private static Task<decimal?> AmountAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).SingleAsync());
}
