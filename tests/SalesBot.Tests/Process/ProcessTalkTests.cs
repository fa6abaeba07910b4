using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Process;

public sealed class ProcessTalkTests
{
    [Theory]
    [InlineData("/阶段")]
    [InlineData("我们的销售流程有哪些阶段")]
    [InlineData("销售流程")]
    public async Task ST_01_the_ladder_is_shown(string said)
    {
        await using var bot = await ShippedCompany.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("出厂版", "1 · 线索获取", "2 · 初步接触", "3 · 需求确认", "4 · 方案提交", "5 · 商务谈判", "6 · 成交归档", "10%");
    }

    [Theory]
    [InlineData("stages")]
    [InlineData("what are our sales stages?")]
    [InlineData("show me the sales process")]
    public async Task ST_01_in_English_too(string said)
    {
        await using var bot = await ShippedCompany.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears("as shipped", "1 · Lead", "6 · Won", "3 · Qualify");
    }

    [Theory]
    [InlineData("需求确认要做什么", false)]
    [InlineData("/阶段 说明 需求确认", false)]
    [InlineData("需求确认的责任人是谁", false)]
    [InlineData("what does qualify need", true)]
    [InlineData("explain the qualify stage", true)]
    public async Task ST_09_a_stage_says_its_key_actions_standard_output_and_who_is_responsible(string said, bool english)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");

        await rep.Says(said);

        _ = english
            ? rep.Hears("Key actions", "Standard", "Output: Approved requirements survey", "Responsible: sales rep", "approved requirements survey")
            : rep.Hears("关键动作", "行动标准", "输出物：评审通过的《客户需求调研表》", "责任人：销售", "推进前评审");
    }

    [Theory]
    [InlineData("东岭泵业WMS的阶段清单", false)]
    [InlineData("东岭泵业WMS还缺什么才能推进", false)]
    [InlineData("checklist for 东岭泵业WMS", true)]
    public async Task ST_05_the_checklist_ticks_what_a_record_backs(string said, bool english)
    {
        await using var bot = await ShippedCompany.StartAsync();
        await bot.HandInAsync("D2", "survey", "刘晨");
        var rep = english ? bot.As("刘晨").InEnglish() : bot.As("刘晨");

        await rep.Says(said);

        _ = english
            ? rep.Hears("1 of 3 done", "requirements survey", "survey.pdf", "Have the requirements survey reviewed", "advised")
            : rep.Hears("已完成 1/3", "《客户需求调研表》", "survey.pdf", "必备", "建议", "提交《客户需求调研表》评审");
        (await rep.Forges("show_deal", ("deal", "D2"))).Hears(english ? "Checklist" : "阶段清单");
    }

    [Theory]
    [InlineData("东岭泵业WMS的阶段历史")]
    [InlineData("查一下东岭泵业WMS的推进记录")]
    public async Task Every_move_of_a_deal_is_told_with_how_long_it_stood(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Forges("move_stage", ("deal", "D2"), ("stage", "proposal"));
        await bot.PassAsync(TimeSpan.FromDays(3));

        (await manager.Says(said)).Hears("需求确认 → 方案提交", "王芳", "停留 3 天");
    }
}
