using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Documents;

/// <summary>The signed contract with its scan, and what finance needs for the invoice (AP-04).</summary>
public sealed class SignedScanTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_04_signed_with_the_scan_archives_both_and_finance_gets_all_that_an_invoice_needs(Store store)
    {
        await using var bot = await ApprovedAsync(store);
        await bot.Look(db => db.Customers.Where(c => c.Key == "C3").ExecuteUpdateAsync(s => s.SetProperty(c => c.TaxId, "91330100X")));

        (await bot.As("赵磊").Sends("凌云的合同签好了，扫描件在这", Papers.Pdf("签字版.pdf"))).Hears("合同已签署归档", "《签字版.pdf》", "签字扫描件", "已告知：吴敏", "撤销");

        await bot.As("吴敏").IsTold("请开票：¥1,450,000", "凌云电缆股份有限公司", "91330100X", "打开文件");
        var scan = await bot.Look(db => db.Documents.Include(d => d.Contract).Include(d => d.Customer).SingleAsync());
        Assert.Equal(("signed_contract", ContractStatus.Signed, "凌云电缆"), (scan.Kind, scan.Contract!.Status, scan.Customer!.Name));
    }

    [Fact]
    public async Task AP_04_without_the_scan_it_is_signed_and_the_scan_is_asked_for_and_taken_when_it_comes()
    {
        await using var bot = await ApprovedAsync();
        var rep = bot.As("赵磊");
        (await rep.Presses("已签署归档")).Hears("合同已签署归档", "还缺签字扫描件");

        (await rep.Sends(null, Papers.Pdf("扫描.pdf"))).Hears("签字扫描件已归档", "《扫描.pdf》");

        Assert.Equal(1, await bot.Look(db => db.Documents.CountAsync(d => d.Kind == "signed_contract" && d.Contract!.Status == ContractStatus.Signed)));
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync()));
        (await rep.Says("凌云的合同归档")).Hears("之前已归档");
    }

    [Fact]
    public async Task AP_04_by_its_word_later_and_in_English()
    {
        await using var bot = await ApprovedAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("sign_contract", ("deal", "D3"));
        await rep.Says("what are my tasks");

        (await rep.Says("upload the signed scan of 凌云电缆能耗")).Hears("signed scan", "still missing");
        (await rep.Sends("here is the signed contract", Papers.Pdf("scan.pdf"))).Hears("Signed scan archived");
    }

    [Fact]
    public async Task AP_04_a_contract_that_is_not_approved_is_not_archived_and_the_file_is_not_kept()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        (await bot.As("赵磊").Sends("凌云的合同签好了，扫描件在这", Papers.Pdf("签字版.pdf"))).Hears("还没有批准");

        Assert.Equal(0, await bot.Look(db => db.Documents.CountAsync()));
    }

    private static async Task<TestBot> ApprovedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        await bot.As("郑文").Presses("批准");
        await bot.DeliverAsync();
        return bot;
    }
}
