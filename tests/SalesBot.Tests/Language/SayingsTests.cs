using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

public sealed class SayingsTests
{
    [Theory]
    [InlineData("凌云电缆的合同归档", "凌云电缆能耗")]
    [InlineData("麻烦把凌云电缆能耗的扫描件归档一下", "凌云电缆能耗")]
    [InlineData("please archive the signed 凌云电缆 contract", "凌云电缆能耗")]
    public async Task A_saying_is_an_order_from_beginning_to_end(string said, string about)
    {
        await using var bot = await TestBot.StartAsync();
        var ray = bot.As("赵磊");
        await ray.Says("凌云电缆合同提交审批");
        await bot.As("郑文").Says("批准凌云电缆的合同");
        await ray.Says(said);
        ray.Hears("归档", about);
    }

    [Theory]
    [InlineData("凌云电缆的合同归档之前还要法务再看一遍")]
    [InlineData("周总问合同归档了没有")]
    public async Task A_sentence_that_only_holds_one_is_none(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var ray = bot.As("赵磊");
        await ray.Says("凌云电缆合同提交审批");
        await bot.As("郑文").Says("批准凌云电缆的合同");
        await ray.Says(said);
        Assert.Equal(SalesBot.Contracts.ContractStatus.Approved, (await bot.Look(db => Task.FromResult(db.Contracts.Single()))).Status);
    }
}
