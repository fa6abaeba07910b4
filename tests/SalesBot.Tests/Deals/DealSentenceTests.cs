using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>Whole sentences, with amounts and dates as people write them.</summary>
public sealed class DealSentenceTests
{
    [Theory]
    [InlineData("给百川开个新商机，换阀门的，8万，6月底", "百川水务换阀门\n")]
    [InlineData("百川那边建个商机 做巡检的 8万 6月底签", "百川水务做巡检\n")]
    public async Task What_a_new_deal_is_for_names_it(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("商机已新建", name);
    }

    [Fact]
    public async Task Three_facts_in_one_sentence_make_a_deal()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("东岭阀门再建个备件的商机 十二万 五月底");

        rep.Hears("商机已新建", "东岭阀门备件", "¥120,000", "5月31日 周日", "线索获取", "待补全：下一步", "定下一步", "撤销");
        var deal = await bot.Look(db => db.Deals.Include(d => d.Customer).FirstAsync(d => d.Name == "东岭阀门备件"));
        Assert.Equal(("C1", "lead", 120_000m), (deal.Customer!.Key, deal.Stage, deal.Amount));
    }

    [Fact]
    public async Task In_English_the_customers_usual_currency_is_taken()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says("create deal Quarry Stone spares 20k close July 1");

        rep.Hears("Deal created", "Quarry Stone spares", "$20,000", "Wed 1 Jul", "Undo");
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_one_by_one_and_what_is_known_is_not_asked_again()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer", "C3"));
        rep.Hears("金额是多少");
        await rep.Says("50万");
        rep.Hears("预计哪天成交");
        await rep.Says("六月底");

        rep.Hears("商机已新建", "凌云电缆", "¥500,000", "6月30日");
    }

    [Fact]
    public async Task A_close_date_is_moved_by_sentence_in_both_languages()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("东岭阀门MES延到5月6号");
        rep.Hears("预计成交已修改", "东岭阀门MES", "4月12日 周日 → **5月6日 周三**");

        await rep.InEnglish().Says("东岭阀门MES close date May 9");
        Assert.Equal(new DateOnly(2026, 5, 9), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).FirstAsync()));
    }

    [Fact]
    public async Task The_missing_day_is_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("set_next_step", ("deal", "D1"), ("next_step", "发报价"));
        rep.Hears("哪一天");
        await rep.Says("下周一");

        rep.Hears("下一步已定", "发报价", "3月16日 周一");
    }

    [Theory]
    [InlineData("王芳", "北区组一百万以上的在谈商机", "2 个，合计 ¥4,050,000")]
    [InlineData("赵磊", "我下个月要签的", "1 个")]
    [InlineData("赵磊", "我的商机", "3 个")]
    [InlineData("赵磊", "商务谈判阶段的商机有哪些", "凌云电缆能耗")]
    [InlineData("赵磊", "最大的两个单子", "百川水务平台")]
    [InlineData("王芳", "谁的单子最大", "百川水务平台")]
    [InlineData("赵磊", "没有下一步的商机", "缺下一步")]
    [InlineData("赵磊", "一共有多少商机", "3 个")]
    [InlineData("赵磊", "凌云电缆能耗那个到啥程度了", "商务谈判 · 第 2 天")]
    [InlineData("赵磊", "东岭阀门联系人", "周国平 生产总监")]
    [InlineData("赵磊", "东岭阀门MES多少钱", "金额：¥680,000")]
    [InlineData("王芳", "组里漏斗", "加权")]
    [InlineData("赵磊", "百川黄了 他们上了别家", "已记为丢单")]
    public async Task Chinese_sentences_are_answered(string who, string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var talk = bot.As(who);

        await talk.Says(said);

        talk.Hears(heard);
    }

    [Theory]
    [InlineData("Kevin Doyle", "my open deals over 50k", "1 deal, $88,000")]
    [InlineData("Kevin Doyle", "where are we with quarry", "Qualify · day 2")]
    [InlineData("Emma Novak", "team pipeline", "1 deal · $88,000 · weighted $35,200")]
    [InlineData("Kevin Doyle", "deals closing this month", "No deal fits")]
    [InlineData("Kevin Doyle", "lost quarry to a competitor", "Deal lost")]
    [InlineData("Kevin Doyle", "next step for quarry: send the contract on Thursday", "Next step set")]
    [InlineData("Kevin Doyle", "new customer Harbor Freight", "Customer created")]
    [InlineData("Kevin Doyle", "claim 万象包装", "Customer claimed")]
    [InlineData("Kevin Doyle", "forecast for this quarter", "Forecast")]
    public async Task English_sentences_are_answered(string who, string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var talk = bot.As(who).InEnglish();

        await talk.Says(said);

        talk.Hears(heard);
    }

    [Theory]
    [InlineData("先别把东岭阀门MES推到商务谈判")]
    [InlineData("要是凌云降到80万呢")]
    [InlineData("凌云是不是签了")]
    public async Task What_is_no_order_changes_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.False(await bot.Look(db => db.Deals.AnyAsync(d => d.Version > 1)));
    }
}
