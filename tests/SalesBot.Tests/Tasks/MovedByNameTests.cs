using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Language;

namespace SalesBot.Tests.Tasks;

/// <summary>A to-do that is called by its words gets the day or the hour that is said; there is no second one, and no deal's step gives way.</summary>
public sealed class MovedByNameTests
{
    private static readonly (string, string, string, string?, string?)[] Kevins =
        [("Kevin Doyle", "Chase Nora about drawings", "2026-03-06", null, "D7"), ("Kevin Doyle", "Order turnstiles for Quarry", "2026-03-12", "15:00", "D7"), ("Kevin Doyle", "Legal pages", "2026-03-16", null, null)];

    private static readonly (string, string, string, string?, string?)[] Zhaos =
        [("赵磊", "去百川拜访罗科长", "2026-03-12", "14:00", "D5"), ("赵磊", "我跟周国平电话会", "2026-03-12", "15:00", null), ("赵磊", "给凌云寄样本", "2026-03-16", null, "D3")];

    [Theory]
    [InlineData("ring Nora tomorrow instead of last friday", "Chase Nora about drawings 2026-03-12")]
    [InlineData("and chase nora on friday, not last friday", "Chase Nora about drawings 2026-03-13")]
    [InlineData("order turnstiles is at 4 not 3", "Order turnstiles for Quarry 2026-03-12 16:00")]
    [InlineData("and put order turnstiles to 5pm", "Order turnstiles for Quarry 2026-03-12 17:00")]
    [InlineData("set the legal pages to friday", "Legal pages 2026-03-13")]
    public async Task In_English(string said, string now)
    {
        await using var bot = await TestPlans.StartAsync(Kevins);
        await bot.As("Kevin Doyle").InEnglish().Says(said);
        var list = await bot.OnListAsync();
        Assert.Equal(3, list.Count);
        Assert.Contains(now, list, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Its_words_say_more_than_a_figure_that_is_a_place_in_the_list_too()
    {
        await using var bot = await TestPlans.StartAsync(Kevins);
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("my todos");
        await rep.Says("order turnstiles is at 2 not 3");
        Assert.Equal(["Chase Nora about drawings 2026-03-06", "Order turnstiles for Quarry 2026-03-12 14:00", "Legal pages 2026-03-16"], await bot.OnListAsync());
    }

    [Theory]
    [InlineData("周国平那个电话会推迟到四点", "我跟周国平电话会 2026-03-12 16:00")]
    [InlineData("跟周国平的电话会改到后天", "我跟周国平电话会 2026-03-13 15:00")]
    [InlineData("去百川的改到下周一上午", "去百川拜访罗科长 2026-03-16 09:00")]
    [InlineData("给凌云寄的推到下周三", "给凌云寄样本 2026-03-18")]
    public async Task In_Chinese(string said, string now)
    {
        await using var bot = await TestPlans.StartAsync(Zhaos);
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步 周四带技术再去一次");
        await rep.Says(said);
        var list = await bot.OnListAsync();
        Assert.Contains(now, list, StringComparer.Ordinal);
        Assert.Equal(4, list.Count);
        Assert.Equal("带技术再去一次", await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).SingleAsync()));
    }

    [Theory]
    [InlineData("提醒我周四下午两点去百川交资料", "改成周五上午十点", "2026-03-13 10:00", false)]
    [InlineData("remind me thursday 2pm to send the badge list", "make it friday 10am", "2026-03-13 10:00", true)]
    public async Task Right_after_it_was_added_another_moment_is_its_own(string added, string said, string moment, bool english)
    {
        await using var bot = await TestPlans.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(added);
        await rep.Says(said);
        Assert.EndsWith(moment, Assert.Single(await bot.OnListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_to_do_of_nobody_stays_of_nobody_when_its_moment_is_corrected()
    {
        await using var bot = await TestPlans.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");
        await rep.Says("提醒我周四下午两点交周报");
        await rep.Says("改成周五上午十点");
        Assert.Null(await bot.Look(db => db.Todos.Select(t => t.CustomerId ?? t.DealId).SingleAsync()));
    }

    [Theory]
    [InlineData("forget the legal pages one, I meant the chase nora to-do. that one tomorrow", "Chase Nora about drawings 2026-03-12", "Legal pages 2026-03-16", true)]
    [InlineData("不要寄样本那条，我说的是去百川那条，改到周五", "去百川拜访罗科长 2026-03-13 14:00", "给凌云寄样本 2026-03-16", false)]
    public async Task One_goes_and_the_other_one_gets_the_day(string said, string moved, string gone, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        var list = await bot.OnListAsync();
        Assert.Contains(moved, list, StringComparer.Ordinal);
        Assert.DoesNotContain(gone, list, StringComparer.Ordinal);
        Assert.Equal(2, list.Count);
    }

    [Theory]
    [InlineData("ring Nora tomorrow", 4, true)]
    [InlineData("周五去百川送合同", 4, false)]
    [InlineData("had a call with Nora yesterday instead of last friday", 3, true)]
    public async Task Another_plan_and_what_was_stay_what_they_are(string said, int count, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        var list = await bot.OnListAsync();
        Assert.Equal(count, list.Count);
        Assert.All(english ? Kevins : Zhaos, plan => Assert.Contains(list, row => row.StartsWith($"{plan.Item2} {plan.Item3}", StringComparison.Ordinal)));
    }
}
