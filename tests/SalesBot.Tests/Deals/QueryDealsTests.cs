using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class QueryDealsTests
{
    [Fact]
    public async Task A_rep_sees_own_open_deals_with_count_and_sum_and_opens_one()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", ("scope", "mine"));
        rep.Hears("进行中的商机", "3 个，合计 ¥4,730,000 · 我的", "东岭阀门MES", "方案提交 · 预计 4月12日 周日", "¥680,000").DoesNotHear("东岭泵业WMS", "Quarry");

        await rep.Forges("show_deal", ("deal", "D3"));
        rep.Hears("凌云电缆能耗", "商务谈判 · 第 2 天", "●●●●●○");
    }

    [Fact]
    public async Task Sums_are_per_currency_and_the_manager_sees_the_team()
    {
        await using var bot = await TestBot.StartAsync();
        var regional = bot.As("孙丽").InEnglish();

        await regional.Forges("query_deals");

        regional.Hears("5 deals, ¥5,040,000, $88,000 in all", "Quarry Stone EMS", "Kevin Doyle");
    }

    [Theory]
    [InlineData("min_amount", "1000000", "2 个")]
    [InlineData("max_amount", "700000", "1 个")]
    [InlineData("stage", "negotiation", "1 个")]
    [InlineData("close_before", "2026-04-30", "2 个")]
    [InlineData("close_after", "2026-06-01", "1 个")]
    [InlineData("period", "this_month", "1 个")]
    [InlineData("missing", "next_step", "3 个")]
    [InlineData("customer", "C5", "1 个")]
    [InlineData("customer_text", "百川", "1 个")]
    [InlineData("product_text", "MES", "1 个")]
    [InlineData("currency", "CNY", "3 个")]
    public async Task Each_filter_narrows(string slot, string value, string count)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", (slot, value));

        rep.Hears(count);
    }

    [Theory]
    [InlineData("stage", "Daydreaming", "没有“Daydreaming”这个阶段")]
    [InlineData("min_amount", "lots", "没能把“lots”读成金额")]
    [InlineData("close_after", "someday", "没能把“someday”读成日期")]
    [InlineData("period", "soonish", "没能把“soonish”读成一段时间")]
    [InlineData("missing", "charm", "缺少charm")]
    [InlineData("owner_text", "诸葛", "没有找到叫“诸葛”的同事")]
    [InlineData("team_text", "火星组", "没有找到叫“火星组”的团队")]
    public async Task What_cannot_be_read_is_said_and_not_left_out(string slot, string value, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", (slot, value));

        rep.Hears(answer);
    }

    [Fact]
    public async Task An_imported_label_finds_its_stage()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            db.Add(new StageAlias { Label = "Engaging", Stage = "proposal" });
            await db.SaveChangesAsync();
        }

        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("query_deals", ("stage", "engaging"));

        rep.Hears("2 deals", "Proposal").DoesNotHear("Negotiation");
    }

    [Fact]
    public async Task Nothing_found_says_what_was_searched_and_offers_more()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", ("stage", "lead"), ("min_amount", "5000"));
        rep.Hears("没有符合的商机。查找条件：线索获取、金额不低于 5,000。", "新建商机");

        await rep.Presses("全部进行中的商机");
        rep.Hears("3 个");
    }

    [Fact]
    public async Task Long_lists_turn_pages_in_place_and_survive_absurd_page_numbers()
    {
        await using var bot = await TestBot.StartAsync();
        await AddDeals(bot, 23);
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", ("stage", "contact"));
        rep.Hears("23 个", "第 1/3 页", "小单 01", "小单 10").DoesNotHear("小单 11", "上一页");
        await rep.Presses("下一页 ›");
        rep.Hears("第 2/3 页", "小单 11", "小单 20", "初步接触");
        Assert.True(Assert.Single(rep.LastMessages).Reply.InPlace);
        await rep.Presses("下一页 ›");
        rep.Hears("第 3/3 页", "小单 23").DoesNotHear("下一页");

        await rep.Forges("query_deals", ("stage", "contact"), ("page", "99999999999999"));
        rep.Hears("第 3/3 页");
        await rep.Forges("query_deals", ("stage", "contact"), ("page", "-4"));
        rep.Hears("第 1/3 页");
        await rep.Forges("query_deals", ("stage", "contact"), ("page", "7"));
        rep.Hears("第 3/3 页");
    }

    [Fact]
    public async Task Deals_without_a_day_follow_those_with_one_also_across_pages()
    {
        await using var bot = await TestBot.StartAsync();
        await AddDeals(bot, 23);
        await bot.Look(db => db.Deals.Where(d => d.Name.StartsWith("小单")).ExecuteUpdateAsync(s => s.SetProperty(d => d.CloseDate, (DateOnly?)null)));
        await bot.Look(db => db.Deals.Where(d => d.Name == "小单 12" || d.Name == "小单 23").ExecuteUpdateAsync(s => s.SetProperty(d => d.CloseDate, new DateOnly(2026, 5, 1))));
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", ("stage", "contact"));
        rep.Hears("小单 12", "小单 23", "小单 01", "小单 08").DoesNotHear("小单 09");
        await rep.Presses("下一页 ›");
        rep.Hears("小单 09", "小单 11", "小单 13", "小单 19").DoesNotHear("小单 12", "小单 20");
        await rep.Presses("下一页 ›");
        rep.Hears("小单 20", "小单 21", "小单 22").DoesNotHear("小单 19", "小单 23");
    }

    [Fact]
    public async Task The_biggest_come_first_when_asked_so_and_the_limit_holds()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("query_deals", ("sort", "amount_desc"), ("limit", "2"));

        rep.Hears("百川水务平台", "凌云电缆能耗").DoesNotHear("东岭阀门MES", "第 1/");
        Assert.True(rep.Last.IndexOf("百川水务平台", StringComparison.Ordinal) < rep.Last.IndexOf("凌云电缆能耗", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_outside_the_line_finds_a_deal_by_naming_its_owner()
    {
        await using var bot = await TestBot.StartAsync();
        var kevin = bot.As("Kevin Doyle").InEnglish();

        await kevin.Forges("query_deals", ("owner", "P2"));
        kevin.Hears("You may not see the work of Ray Zhao").DoesNotHear("凌云");
        await kevin.Forges("show_deal", ("deal", "D3"));
        kevin.Hears("found no deal").DoesNotHear("1,450,000");
    }

    [Fact]
    public async Task A_leaders_deals_are_those_of_the_people_below_in_lists_as_in_reports()
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");

        (await director.Forges("query_deals", ("person", "P1"))).Hears("东岭阀门MES", "东岭泵业WMS").DoesNotHear("Quarry");
        (await director.Forges("stalled_deals", ("person", "P1"), ("days", "1"))).Hears("东岭阀门MES", "东岭泵业WMS").DoesNotHear("Quarry");
    }

    [Fact]
    public async Task A_report_about_somebody_nobody_knows_says_so_instead_of_reporting_on_everybody()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Forges("report_weekly", ("person_text", "张三丰"))).Hears("没有找到叫“张三丰”的同事");
    }

    internal static async Task AddDeals(TestBot bot, int count)
    {
        await using var db = bot.Open();
        var owner = await db.People.FirstAsync(p => p.Key == "P2");
        for (var i = 1; i <= count; i++)
        {
            db.Add(new Deal
            {
                Key = $"X{i}", Name = $"小单 {i:00}", Owner = owner, Stage = "contact", Amount = 1000 * i, CloseDate = new DateOnly(2026, 4, 1).AddDays(i),
                StageSince = TestBot.Start, CreatedAt = TestBot.Start,
            });
        }

        await db.SaveChangesAsync();
    }

    [Theory]
    [InlineData("最近丢的单子都为什么丢")]
    [InlineData("丢了的单子")]
    public async Task A_lost_deal_says_when_and_why_and_no_day_on_which_it_would_close(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("lose_deal", ("deal", "D3"), ("reason", "输给友商，价格高"));

        (await rep.Says(said)).Hears("凌云电缆能耗", "3月11日 周三", "丢单 · 输给友商，价格高").DoesNotHear("预计");
    }
}
