using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Several in one go: small ones only, after they were shown.</summary>
public sealed class ApproveAllTests
{
    [Theory]
    [InlineData("都批了", "批准以下 2 项？每项不超过 ¥50,000", "另有 1 项金额较大", "全部批准", "已批准 2 项")]
    [InlineData("approve all", "Approve these 2? Each is ¥50,000 or less.", "1 is larger", "Approve all", "Approved 2")]
    public async Task AP_08_only_small_ones_are_approved_in_one_go_after_a_look(string said, string question, string large, string button, string done)
    {
        await using var bot = await SubmittedAsync();
        var legal = said == "approve all" ? bot.As("郑文").InEnglish() : bot.As("郑文");

        (await legal.Says(said)).Hears(question, large, "东岭阀门MES", "百川水务平台", "凌云电缆能耗");
        Assert.Equal(3, await PendingAsync(bot));
        (await legal.Presses(button)).Hears(done);

        Assert.Equal("凌云电缆能耗", await bot.Look(db => db.Approvals.Where(a => a.Status == ApprovalStatus.Pending).Select(a => a.Contract!.Title).SingleAsync()));
        await bot.As("赵磊").IsTold("合同审批 · 东岭阀门MES", "郑文 已于 3月11日 周三 10:00 批准");
    }

    [Fact]
    public async Task AP_08_what_changed_after_the_look_is_left_alone()
    {
        await using var bot = await SubmittedAsync();
        var legal = await bot.As("郑文").Says("都批了");
        await bot.As("赵磊").Forges("withdraw_approval", ("deal", "D1"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"), ("amount", "45000"));

        (await legal.Presses("全部批准")).Hears("已批准 1 项：合同审批 · 百川水务平台", "另有 1 项期间有变化");

        Assert.Equal(2, await PendingAsync(bot));
    }

    [Fact]
    public async Task AP_08_pressed_twice_or_by_somebody_else_it_approves_nothing_more()
    {
        await using var bot = await SubmittedAsync();
        var legal = await bot.As("郑文").Says("都批了");
        var (_, verb, data) = legal.LastMessages.SelectMany(h => h.Buttons).First(b => b.Verb == "approve_all");
        (string, string)[] slots = [.. data.Select(d => (d.Key, d.Value))];

        (await bot.As("吴敏").Forges(verb, slots)).Hears("没有等您处理的审批");
        (await bot.As("赵磊").Forges(verb, slots)).DoesNotHear("已批准");
        Assert.Equal(3, await PendingAsync(bot));
        await legal.Forges(verb, slots);
        (await legal.Forges(verb, slots)).Hears("没有批准任何一项");
        Assert.Equal(1, await PendingAsync(bot));
    }

    [Fact]
    public async Task AP_08_the_limit_is_data_and_without_small_ones_each_is_to_be_opened()
    {
        await using var bot = await SubmittedAsync();
        await FlowTests.LayDownAsync(bot, """{"bulkLimit":1000,"flows":{}}""");

        (await bot.As("郑文").Says("全部批准")).Hears("只适用于不超过 ¥1,000 的审批").DoesNotHear("全部批准");

        Assert.Equal(3, await PendingAsync(bot));
    }

    private static async Task<TestBot> SubmittedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"), ("amount", "40000"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D5"), ("amount", "50000"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        return bot;
    }

    private static Task<int> PendingAsync(TestBot bot) => bot.Look(db => db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending));

    [Theory]
    [InlineData("四万以下的都批了", "批准以下 1 项？金额不超过 ¥40,000", "全部批准")]
    [InlineData("低于40000的审批全部通过", "批准以下 1 项？金额不超过 ¥40,000", "全部批准")]
    [InlineData("五百万以下的都批了", "批准以下 2 项？每项不超过 ¥50,000", "全部批准")]
    [InlineData("approve everything below 40k", "Approve this one? It is ¥40,000 or less.", "Approve all")]
    [InlineData("approve all under 60k", "Approve these 2? Each is ¥50,000 or less.", "Approve all")]
    public async Task AP_08_a_bound_that_is_said_narrows_what_the_rule_allows_and_never_widens_it(string said, string question, string button)
    {
        await using var bot = await SubmittedAsync();
        var legal = said[0] < 'z' ? bot.As("郑文").InEnglish() : bot.As("郑文");

        (await legal.Says(said)).Hears(question);
        Assert.Equal(3, await PendingAsync(bot));
        await legal.Presses(button);
        Assert.Equal(question.Contains("40,000", StringComparison.Ordinal) ? 2 : 1, await PendingAsync(bot));
    }
}
