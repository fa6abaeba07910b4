using Microsoft.EntityFrameworkCore;

namespace SalesBot.Tests.Language;

/// <summary>A bare day after a report moves the call only to a day that is past and near; a day to come is of something else, which is asked.</summary>
public sealed class DayOfReportTests
{
    private static readonly (string, string, string, string?, string?)[] Plans =
        [("Kevin Doyle", "Price sheet", "2026-03-12", null, "D7"), ("Kevin Doyle", "Site walk", "2026-03-17", null, "D7"), ("赵磊", "报价单", "2026-03-12", null, "D1"), ("赵磊", "看现场", "2026-03-17", null, "D1")];

    [Theory]
    [InlineData("called Nora at Quarry Stone, she needs the offer by thursday", "make it monday", true)]
    [InlineData("rang Quarry Stone EMS, they want a sample before friday", "make that tuesday instead", true)]
    [InlineData("给东岭阀门周总打了电话，他周四前要报价", "改成周一吧", false)]
    [InlineData("跟东岭阀门通了电话，周五前要清单", "应该是周二", false)]
    public async Task After_a_report_of_a_day_to_come_that_one_moves_and_not_the_call(string told, string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(english ? "my deals" : "我的商机");
        await rep.Says(said);
        Assert.Equal(new DateOnly(2026, 3, 11), DateOnly.FromDateTime((await bot.Look(db => db.FollowUps.Select(f => f.HappenedAt).SingleAsync())).DateTime));
    }

    [Theory]
    [InlineData("called Nora at Quarry Stone, she likes it", "my todos", "make it monday", true)]
    [InlineData("给东岭阀门周总打了电话，他认可方案", "我的待办", "改成周一吧", false)]
    public async Task After_the_list_of_to_dos_one_of_them_is_meant(string told, string look, string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(look);
        (await rep.Says(said)).DoesNotHear("✓");
        Assert.Equal(new DateOnly(2026, 3, 11), DateOnly.FromDateTime((await bot.Look(db => db.FollowUps.Select(f => f.HappenedAt).SingleAsync())).DateTime));
    }

    [Theory]
    [InlineData("rang Quarry Stone EMS, they like it", "sorry I meant 20 june", true)]
    [InlineData("跟东岭阀门MES通了电话，他们认可", "不对，是6月20号", false)]
    public async Task A_day_far_ahead_is_none_of_last_year(string told, string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(english ? "show Quarry Stone EMS" : "看东岭阀门MES");
        (await rep.Says(said)).DoesNotHear("✓");
        Assert.Equal(2026, (await bot.Look(db => db.FollowUps.Select(f => f.HappenedAt).SingleAsync())).Year);
    }

    [Theory]
    [InlineData("rang Quarry Stone EMS, they like it", "no, it was monday", 9, true)]
    [InlineData("rang Quarry Stone EMS, they like it", "sorry, that was yesterday", 10, true)]
    [InlineData("跟东岭阀门MES通了电话，他们认可", "不对，是周一", 9, false)]
    [InlineData("跟东岭阀门MES通了电话，他们认可", "不对，是昨天", 10, false)]
    public async Task A_day_that_is_past_and_near_is_the_call_s(string told, string said, int day, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(english ? "show Quarry Stone EMS" : "看东岭阀门MES");
        await rep.Says(said);
        Assert.Equal(new DateOnly(2026, 3, day), DateOnly.FromDateTime((await bot.Look(db => db.FollowUps.Select(f => f.HappenedAt).SingleAsync())).DateTime));
    }

    [Theory]
    [InlineData("东岭阀门周总说3月底前必须上线，你帮我记一下，另外提醒我周四带上合同", "刚才那条写错了，是4月底")]
    [InlineData("跟凌云电缆通了电话，他们4月初定方案，另外提醒我周五带样本", "写错了，是5月初")]
    public async Task A_part_of_the_month_that_another_act_speaks_of_moves_no_reminder(string told, string said)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = bot.As("赵磊");
        await rep.Says(told);
        var before = await bot.OnListAsync();
        await rep.Says(said);
        Assert.Equal(before, await bot.OnListAsync());
    }
}
