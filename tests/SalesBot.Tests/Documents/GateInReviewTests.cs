using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Documents;

/// <summary>What somebody has before them already is urged, and not submitted again; what came back is mended in the file.</summary>
public sealed class GateInReviewTests
{
    [Fact]
    public async Task ST_05_a_gate_that_refuses_says_with_whom_the_review_is_and_offers_to_urge()
    {
        await using var bot = await GatedAsync();
        var rep = bot.As("刘晨");
        await rep.Sends("东岭泵业的调研表", Papers.Pdf("v1.pdf", "1"));

        (await rep.Says("东岭泵业推进到方案阶段")).Hears("缺少", "起在 孙丽 处评审", "催一下 孙丽").DoesNotHear("提交评审");
        (await rep.Says("东岭泵业的阶段清单")).Hears("起在 孙丽 处评审", "催一下 孙丽").DoesNotHear("提交评审");
        (await rep.Presses("催一下 孙丽")).Hears("孙丽");
        await bot.As("孙丽").IsTold("刘晨", "v1.pdf");
    }

    [Fact]
    public async Task ST_05_the_same_for_a_contract_in_english()
    {
        await using var bot = await GatedAsync();
        await bot.As("赵磊").InEnglish().Forges("submit_contract", ("deal", "D3"));

        (await bot.As("赵磊").InEnglish().Forges("win_deal", ("deal", "D3"))).Hears("in review with Wen Zheng since", "Urge Wen Zheng").DoesNotHear("Submit the contract");
    }

    [Fact]
    public async Task ST_03_the_card_of_a_returned_review_takes_a_newer_file()
    {
        await using var bot = await GatedAsync();
        var rep = bot.As("刘晨");
        await rep.Sends("东岭泵业的调研表", Papers.Pdf("v1.pdf", "1"));
        await bot.DeliverAsync();
        await bot.As("孙丽").Forges("return_for_changes", ("reason", "补预算"));
        await rep.IsTold("孙丽", "补预算", "上传新文件", "重新提交");

        await rep.Presses("上传新文件");
        (await rep.Sends(null, Papers.Pdf("v2.pdf", "2"))).Hears("文件已归档", "v2.pdf", "已请 孙丽 评审");
    }

    /// <summary>With the process that ships, whose gates are closed.</summary>
    private static async Task<TestBot> GatedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Definitions.ExecuteDeleteAsync());
        return bot;
    }
}
