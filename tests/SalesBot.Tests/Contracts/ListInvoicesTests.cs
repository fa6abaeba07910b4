namespace SalesBot.Tests.Contracts;

/// <summary>Which invoices there are, which are not paid, and what is still to be invoiced.</summary>
public sealed class ListInvoicesTests
{
    [Theory]
    [InlineData("这个月都开了哪些发票", false, "凌云电缆合同", "20260311")]
    [InlineData("凌云电缆的发票有哪些", false, "凌云电缆合同", "还差 ¥1,450,000")]
    [InlineData("哪些发票还没回款", false, "未结清的发票", "凌云电缆合同")]
    [InlineData("which invoices were sent this month?", true, "凌云电缆合同", "¥1,450,000 open")]
    [InlineData("show me the unpaid invoices", true, "Invoices not paid in full", "凌云电缆合同")]
    public async Task An_invoice_is_listed_with_what_is_open(string said, bool english, params string[] hears)
    {
        await using var bot = await SignedContract.StartAsync();
        await bot.As("吴敏").Forges("record_invoice", ("contract", "CT1"), ("invoice", "20260311"));
        var finance = english ? bot.As("吴敏").InEnglish() : bot.As("吴敏");

        (await finance.Says(said)).Hears(hears).DoesNotHear("Quarry");
    }

    [Theory]
    [InlineData("哪些合同还没开发票", false, "已签未开票的合同", "Quarry supply agreement")]
    [InlineData("which contracts still need an invoice?", true, "Signed contracts without an invoice", "Quarry supply agreement")]
    public async Task What_is_still_to_be_invoiced(string said, bool english, params string[] hears)
    {
        await using var bot = await SignedContract.StartAsync();
        await bot.As("吴敏").Forges("record_invoice", ("contract", "CT1"), ("invoice", "20260311"));
        var finance = english ? bot.As("吴敏").InEnglish() : bot.As("吴敏");

        (await finance.Says(said)).Hears(hears).DoesNotHear("凌云");
    }

    [Theory]
    [InlineData("上个月开了多少发票", false, "没有")]
    [InlineData("what did we invoice last month", true, "There are none")]
    public async Task None_is_said_and_an_invoice_that_is_issued_is_no_question(string said, bool english, string hears)
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = english ? bot.As("吴敏").InEnglish() : bot.As("吴敏");

        (await finance.Says(said)).Hears(hears);
        (await bot.As("吴敏").Says("凌云电缆合同开票了，票号 20260399")).Hears("20260399").DoesNotHear("没有。");
    }
}
