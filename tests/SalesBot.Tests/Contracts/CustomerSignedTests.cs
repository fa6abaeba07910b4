using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>AP-04: that the customer has signed is told by reps; it is no approval of theirs, and no attempt at one.</summary>
public sealed class CustomerSignedTests
{
    [Theory]
    [InlineData("凌云电缆能耗的合同客户签了")]
    [InlineData("合同客户已签署")]
    [InlineData("凌云电缆的合同对方盖章了")]
    [InlineData("这份合同甲方那边已经签字盖章了")]
    [InlineData("合同已签署")]
    [InlineData("the contract has been signed by the customer")]
    [InlineData("the customer has countersigned the contract")]
    public async Task AP_04_a_rep_is_told_what_is_left_to_do_and_a_scan_archives_it(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Says("凌云的合同我批了");
        await bot.DeliverAsync();
        var rep = char.IsAscii(said[0]) ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        await rep.Says(said);

        rep.Hears("凌云电缆能耗", char.IsAscii(said[0]) ? "Send the signed scan" : "扫描件");
        Assert.Equal(ContractStatus.Approved, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()));
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
        await rep.Presses(char.IsAscii(said[0]) ? "Signed" : "已签署归档");
        Assert.Equal(ContractStatus.Signed, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("凌云电缆能耗的合同客户签了吗")]
    [InlineData("合同客户还没签")]
    [InlineData("has the customer signed the contract?")]
    public async Task AP_04_a_question_or_a_no_signs_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Says("凌云的合同我批了");
        (await bot.As("赵磊").Says(said)).DoesNotHear("扫描件");
        Assert.Equal(ContractStatus.Approved, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()));
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
    }
}
