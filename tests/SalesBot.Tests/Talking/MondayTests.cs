using SalesBot.Tests.Documents;
using SalesBot.Tests.Process;

namespace SalesBot.Tests.Talking;

/// <summary>What people who had read nothing said to the process on a Monday, and what they meant.</summary>
public sealed class MondayTests
{
    [Theory]
    [InlineData("东岭阀门MES这单先冻结，客户预算没批，等到4月20号")]
    [InlineData("冻结东岭阀门MES，客户预算没批，到4月20号")]
    [InlineData("freeze 东岭阀门MES, 客户预算没批, until April 20")]
    public async Task The_reason_may_stand_before_the_day(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = said.StartsWith("freeze", StringComparison.Ordinal) ? bot.As("王芳").InEnglish() : bot.As("王芳");

        (await manager.Says(said)).Hears("客户预算没批");

        Assert.Equal((new DateOnly(2026, 4, 20), new DateOnly(2026, 4, 12)), await bot.Look(db => Task.FromResult(db.Deals.Where(d => d.Key == "D1").Select(d => new ValueTuple<DateOnly?, DateOnly?>(d.FrozenUntil, d.CloseDate)).Single())));
    }

    [Theory]
    [InlineData("凌云电缆合同提交审批 付款5-4-1 140万")]
    [InlineData("凌云电缆合同提交审批 140万 付款5-4-1")]
    public async Task A_sum_after_the_shares_of_a_payment_is_the_sum(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("合同已提交审批", "¥1,400,000");
    }

    [Theory]
    [InlineData("东岭阀门MES到商务谈判还缺啥", "方案文件")]
    [InlineData("what is missing for 东岭阀门MES to get into negotiation", "proposal")]
    public async Task What_is_missing_before_a_stage_is_the_checklist(string said, string missing)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = said.StartsWith("what", StringComparison.Ordinal) ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(missing).DoesNotHear("对吗", "right?");
    }

    [Theory]
    [InlineData("凌云电缆合同催一下郑文")]
    [InlineData("凌云合同怎么还没批，催催")]
    public async Task Whoever_has_it_is_urged_in_other_words(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));

        (await rep.Says(said)).Hears("已催 郑文");
    }

    [Theory]
    [InlineData("拉吴敏一起看看凌云电缆这份合同")]
    [InlineData("拉吴敏一起看看凌云电缆的合同")]
    public async Task Somebody_is_asked_in_by_name_and_contract(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        (await bot.As("郑文").Says(said)).Hears("已请 吴敏 一起审批");
    }

    [Theory]
    [InlineData("凌云电缆合同签回来了，归档")]
    [InlineData("凌云电缆的合同签好了 归档一下")]
    public async Task Signed_and_to_be_archived_is_no_leap_to_won(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Says("批准凌云电缆的合同");

        (await rep.Says(said)).Hears("合同已签署归档");
    }

    [Theory]
    [InlineData("put a note on 东岭阀门MES: check with purchasing")]
    [InlineData("东岭阀门MES 点评：check with purchasing")]
    public async Task A_managers_note_is_a_remark(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("王芳").Says(said);

        await bot.As("赵磊").IsTold("check with purchasing");
        Assert.Equal(0, await bot.Look(db => Task.FromResult(db.FollowUps.Count(f => f.Content.Contains("note") || f.Content.Contains("点评")))));
    }

    [Fact]
    public async Task A_template_is_kept_asked_for_and_used_in_other_words()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("郑文").Sends("这是标准合同模板，存一下", Papers.Pdf("模板.pdf", "1"))).Hears("合同模板已保存", "标准");
        (await bot.As("郑文").Says("有哪些合同模板")).Hears("标准", "第 1 版（最新）");
        (await bot.As("郑文").InEnglish().Says("what contract templates do we have")).Hears("version 1");
    }

    [Theory]
    [InlineData("初步接触超过10天算停滞", "为什么修改流程")]
    [InlineData("方案提交还要加一条：要有报价单", "为什么修改流程")]
    [InlineData("把阶段方案提交去掉", "它们去哪个阶段")]
    [InlineData("审批流程退回第1版", "审批流程没有第")]
    public async Task An_admin_changes_a_stage_in_other_words(string said, string hears)
    {
        await using var bot = await ShippedCompany.StartAsync();

        (await bot.As("管理员").Says(said)).Hears(hears);
    }

    [Theory]
    [InlineData("流程改过哪些版本", "出厂")]
    [InlineData("合同审批是怎么走的", "审批流程")]
    [InlineData("拆单怎么判断的", "关联")]
    [InlineData("审计记录有没有被动过", "封存")]
    public async Task How_it_is_laid_down_is_asked_in_other_words(string said, string hears)
    {
        await using var bot = await ShippedCompany.StartAsync();

        (await bot.As("管理员").Says(said)).Hears(hears);
    }
}
