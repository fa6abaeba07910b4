using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Of what words can mean, what the speaker may not do is not meant while something in view fits that they may.</summary>
public sealed class PermittedReadingTests
{
    [Theory]
    [InlineData("zh-CN", "转给何总", "何建国", "转交")]
    [InlineData("zh-CN", "转给何建国审批", "何建国", "转交")]
    [InlineData("en-US", "hand it to Jack He", "Jack He", "Wen Zheng")]
    public async Task AP_06_legal_hands_on_the_approval_in_view_and_no_customer(string locale, string said, params string[] heard)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        var legal = locale == "en-US" ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Forges("list_approvals", ("deal", "D3"));

        (await legal.Says(said)).Hears(heard);

        await bot.As("何建国").IsTold("凌云电缆能耗");
        Assert.False(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused)));
    }

    [Theory]
    [InlineData("zh-CN", "再请孙丽审一下", "孙丽")]
    [InlineData("zh-CN", "请孙丽审", "孙丽")]
    [InlineData("en-US", "ask Lily Sun to review it", "Lily Sun")]
    public async Task ST_03_a_rep_asks_for_the_review_of_what_the_gate_wants(string locale, string said, string reviewer)
    {
        await using var bot = await ShippedCompany.StartAsync();
        await bot.HandInAsync("D2", "survey", "刘晨");
        var rep = locale == "en-US" ? bot.As("刘晨").InEnglish() : bot.As("刘晨");
        await rep.Says(locale == "en-US" ? "move 东岭泵业WMS to proposal" : "东岭泵业WMS推进到方案提交");

        (await rep.Says(said)).Hears(reviewer, "东岭泵业WMS");

        await bot.As("孙丽").IsTold("东岭泵业WMS");
        Assert.False(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused)));
    }

    [Theory]
    [InlineData("zh-CN", "请王芳特批", "客户催得急", "“申请跳过阶段”只是通知了别人", "撤销")]
    [InlineData("zh-CN", "申请特批", "客户催得急", "“申请跳过阶段”只是通知了别人", "撤销")]
    [InlineData("en-US", "ask Fiona Wang to let it pass", "they are in a hurry", "cannot be taken back", "undo")]
    public async Task ST_04_an_override_is_asked_for_by_sentence_and_undo_takes_no_older_act_back(string locale, string said, string reason, string stays, string undo)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = locale == "en-US" ? bot.As("刘晨").InEnglish() : bot.As("刘晨");
        await rep.Says(locale == "en-US" ? "change 东岭泵业WMS to 320k" : "东岭泵业WMS改成32万");
        await rep.Says(locale == "en-US" ? "move 东岭泵业WMS to proposal" : "东岭泵业WMS推进到方案提交");

        await rep.Says(said);
        (await rep.Says(reason)).Hears(locale == "en-US" ? "Fiona Wang" : "王芳", "东岭泵业WMS");
        await bot.As("王芳").IsTold("东岭泵业WMS", reason);
        (await rep.Says(undo)).Hears(stays);

        Assert.Equal(320_000, await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D2").Amount)));
        Assert.False(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused)));
    }
}
