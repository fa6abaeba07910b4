using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>AL-04: a way of its own under a condition that is said: a discount, terms that differ; what no flow looks at is said to be none.</summary>
public sealed class FlowConditionTests
{
    [Theory]
    [InlineData("折扣超过10%的合同要总监批", "优惠超过 10%", "何建国")]
    [InlineData("优惠大于20%的报价还要财务审一道", "优惠超过 20%", "吴敏")]
    [InlineData("合同折扣超过12%的要总监再批一道", "优惠超过 12%", "何建国")]
    [InlineData("条款和以往不一样的合同要总监批", "条款", "何建国")]
    [InlineData("折扣低于8折的合同要总监批", "优惠超过 20%", "何建国")]
    [InlineData("8折以下的报价要总监批", "优惠超过 20%", "何建国")]
    [InlineData("contracts with a discount over 10% need the director", "more than 10 % off", "Jack He")]
    [InlineData("quotes discounted by more than 25% must go to finance as well", "more than 25 % off", "Min Wu")]
    [InlineData("contracts with unusual terms need the director", "terms", "Jack He")]
    public async Task AL_04_a_condition_is_laid_down_by_sentence(string said, string condition, string approver)
    {
        await using var bot = await TestBot.StartAsync();
        var english = char.IsAsciiLetter(said[0]);
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");
        await admin.Says(said);
        if (admin.Last.Contains(english ? "Which approvals" : "哪", StringComparison.Ordinal)) await admin.Presses(admin.LastMessages[^1].Buttons[^2].Title);
        admin.Hears(english ? "Why are the approval flows changed?" : "为什么修改审批流程");
        (await admin.Says(english ? "risk" : "控制风险")).Hears(condition, approver);
        await admin.Presses(english ? "Yes" : "确认");
        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == FlowBook.Name)));
    }

    [Theory]
    [InlineData("账期超过60天的合同要财务批", "不能是账期天数或毛利")]
    [InlineData("毛利低于20%的报价要总监批", "不能是账期天数或毛利")]
    [InlineData("contracts with payment terms over 60 days go to finance", "not on payment days or margin")]
    [InlineData("折扣低于10%的合同要总监批", "从某一比例起算")]
    [InlineData("8折以上的合同要总监批", "从某一比例起算")]
    public async Task AL_04_what_no_flow_looks_at_is_said_and_nothing_is_laid_down(string said, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = char.IsAsciiLetter(said[0]) ? bot.As("管理员").InEnglish() : bot.As("管理员");
        (await admin.Says(said)).Hears(answer);
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == FlowBook.Name)));
    }

    /// <summary>A contract below what the deal is worth is discounted.</summary>
    [Fact]
    public async Task AL_04_a_discounted_contract_goes_that_way()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("折扣超过10%的合同要总监批");
        await admin.Says("控制风险");
        await admin.Presses("确认");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("amount", "1200000"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        Assert.Equal([2, 1], await bot.Look(async db => (await db.Approvals.OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => Way.Of(a).Steps.Count)));
    }
}
