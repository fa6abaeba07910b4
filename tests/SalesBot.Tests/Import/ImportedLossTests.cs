using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Tests.Cli;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Import;

public sealed class ImportedLossTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-import").FullName;

    [Fact]
    public async Task A_deal_that_a_file_says_is_lost_has_nothing_left_to_decide_about()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "批准");
        await ImportAsync(bot, """{ "deals": [ { "id": "D3", "status": "lost", "stage": "lost" } ] }""");

        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        Assert.Equal(0, await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None));

        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "商机已丢单，无需再审批");
        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "商机已关闭");
        await bot.As("赵磊").IsTold("合同审批 · 凌云电缆能耗", "商机已丢单");
        (await bot.As("郑文").Forges("list_approvals")).Hears("1 个", "东岭阀门MES");
        (await bot.As("郑文").Forges("approve", ("approval_id", await KeyAsync(bot)))).Hears("商机已关闭");
        Assert.Equal(ContractStatus.Draft, await bot.Look(db => db.Contracts.Where(c => c.Deal!.Key == "D3").Select(c => c.Status).SingleAsync()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<string> KeyAsync(TestBot bot) => bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Key).FirstAsync());

    private async Task ImportAsync(TestBot bot, string json)
    {
        var file = Path.Combine(folder, "deals.json");
        await File.WriteAllTextAsync(file, json);
        var (code, output) = await CommandLineRun.RunAsync("import", file, "--database", bot.File);
        Assert.True(code == 0, output);
    }
}
