using Microsoft.EntityFrameworkCore;
using SalesBot.Risks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Risks;

/// <summary>A risk of the register is changed by a sentence (AL-10): level, plan, review day, owner.</summary>
public sealed class RiskChangeTests
{
    [Theory]
    [InlineData("把供应商的风险等级调为高", "High")]
    [InlineData("供应商风险降为低", "Low")]
    [InlineData("那个供应商风险改成中等", "Medium")]
    [InlineData("raise the supplier risk to high", "High")]
    [InlineData("change the level of the supplier risk to low", "Low")]
    [InlineData("the supplier risk is medium now", "Medium")]
    public async Task AL_10_its_level(string said, string level)
    {
        await using var bot = await TwoRisksAsync();
        (await bot.As("赵磊").Says(said)).Hears("风险已更新");
        Assert.Equal((level, null), ((await RiskAsync(bot, "供应商")).Level.ToString(), (await RiskAsync(bot, "仓库")).Level));
    }

    [Theory]
    [InlineData("供应商风险的复查日改到周五", "2026-03-13")]
    [InlineData("把供应商的风险复查推迟到3月20日", "2026-03-20")]
    [InlineData("下周三再复查供应商风险", "2026-03-18")]
    [InlineData("postpone the supplier risk's review to 20 March", "2026-03-20")]
    [InlineData("move the review of the supplier risk to Friday", "2026-03-13")]
    [InlineData("review the supplier risk again on 18 March", "2026-03-18")]
    public async Task AL_10_its_review_day(string said, string day)
    {
        await using var bot = await TwoRisksAsync();
        (await bot.As("赵磊").Says(said)).Hears("风险已更新");
        Assert.Equal((day, null), ((await RiskAsync(bot, "供应商")).ReviewOn?.ToString("O"), (await RiskAsync(bot, "仓库")).ReviewOn));
    }

    [Theory]
    [InlineData("供应商风险交给刘晨跟进")]
    [InlineData("让刘晨跟进供应商的风险")]
    [InlineData("供应商风险的负责人改成刘晨")]
    [InlineData("give the supplier risk to Chen Liu")]
    [InlineData("let Chen Liu follow the supplier risk")]
    [InlineData("Chen Liu takes over the supplier risk")]
    public async Task AL_10_its_owner_who_is_told(string said)
    {
        await using var bot = await TwoRisksAsync();
        (await bot.As("赵磊").Says(said)).Hears("风险已更新", "刘晨");
        await bot.As("刘晨").IsTold("赵磊 改动了风险“供应商(supplier)停产”");
        Assert.Equal(("刘晨", "赵磊"), ((await RiskAsync(bot, "供应商")).Owner.Name, (await RiskAsync(bot, "仓库")).Owner.Name));
    }

    [Theory]
    [InlineData("供应商风险的预案改为：启用备选厂家", "启用备选厂家")]
    [InlineData("给供应商风险补一个预案：先备三个月库存", "先备三个月库存")]
    [InlineData("update the supplier risk's plan to: buy from Brno", "buy from Brno")]
    [InlineData("the plan for the supplier risk is: ship by rail", "ship by rail")]
    public async Task AL_10_its_plan(string said, string plan)
    {
        await using var bot = await TwoRisksAsync();
        (await bot.As("赵磊").Says(said)).Hears("风险已更新");
        Assert.Equal((plan, null), ((await RiskAsync(bot, "供应商")).Plan, (await RiskAsync(bot, "仓库")).Plan));
    }

    [Fact]
    public async Task AL_10_of_several_it_is_asked_which_and_the_change_is_kept_and_nobody_else_may()
    {
        await using var bot = await TwoRisksAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("把风险改成高")).Hears("指的是哪一个风险", "供应商", "仓库");
        (await rep.Presses("仓库漏水")).Hears("风险已更新", "高");
        Assert.Equal(RiskLevel.High, (await RiskAsync(bot, "仓库")).Level);
        (await rep.Says("风险交给刘晨跟进")).Hears("风险已更新", "仓库漏水", "刘晨");

        (await bot.As("刘晨").Says("把供应商风险改成高")).Hears("没有包含“供应商”的");
        (await bot.As("刘晨").Says("把汇率风险改成高")).Hears("没有包含“汇率”的");
        Assert.Null((await RiskAsync(bot, "供应商")).Level);
    }

    [Theory]
    [InlineData("供应商风险改成高了吗？")]
    [InlineData("供应商风险交给刘晨跟进了没有")]
    [InlineData("供应商风险什么时候复查")]
    [InlineData("is the supplier risk high?")]
    [InlineData("who follows the supplier risk?")]
    [InlineData("should we move the supplier risk's review to Friday?")]
    [InlineData("把东岭阀门交给刘晨跟进")]
    [InlineData("周五再复查东岭阀门的报价")]
    public async Task AL_10_a_question_or_another_matter_changes_no_risk(string said)
    {
        await using var bot = await TwoRisksAsync();
        await bot.As("赵磊").Says(said);
        var risk = await RiskAsync(bot, "供应商");
        Assert.Equal((null, null, null, "赵磊"), (risk.Level, risk.ReviewOn, risk.Plan, risk.Owner.Name));
    }

    private static async Task<TestBot> TwoRisksAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("登记风险：供应商(supplier)停产");
        await bot.As("赵磊").Says("登记风险：仓库漏水");
        await bot.As("赵磊").Says("东岭阀门怎么样");
        return bot;
    }

    private static Task<Risk> RiskAsync(TestBot bot, string name) => bot.Look(db => db.Risks.Include(r => r.Owner).SingleAsync(r => r.Content.Contains(name)));
}
