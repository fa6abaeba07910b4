using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

public sealed class InvoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_04_finance_has_the_invoice_to_do_with_amount_title_and_tax_id_until_its_number_is_entered(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        var finance = bot.As("吴敏");
        await finance.IsTold("开票：凌云电缆合同", "¥1,450,000", "凌云电缆股份有限公司", "税号", "未登记");
        (await finance.Says("我的待办")).Hears("开票：凌云电缆合同");

        (await finance.Says("凌云电缆开票了 发票号 12345678")).Hears("发票已登记", "凌云电缆合同", "12345678", "3月11日", "已告知：赵磊", "撤销");

        await bot.As("赵磊").IsTold("吴敏 已为“凌云电缆合同”开票：发票号 12345678，¥1,450,000");
        await finance.IsTold("已开票：凌云电缆合同", "12345678");
        Assert.Equal(("12345678", new DateOnly(2026, 3, 11)), await Invoice(bot));
        Assert.Equal("12345678", await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.Invoice && t.Title == "凌云电缆合同" && t.DoneAt != null).Select(t => t.Outcome).SingleAsync()));
        (await finance.Says("我的待办")).DoesNotHear("开票：凌云电缆合同");
    }

    [Theory]
    [InlineData("invoice INV-0042 issued for Quarry")]
    [InlineData("Quarry Stone was invoiced, no. INV-0042")]
    [InlineData("record the invoice INV-0042 for Quarry Stone")]
    public async Task AP_04_the_same_in_english(string said)
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏").InEnglish();
        (await finance.Forges("record_invoice", ("contract", "CT2"))).Hears("To invoice: Quarry supply agreement", "Which number does the invoice have?", "$80,000", "Quarry Stone Ltd", "not recorded");

        (await finance.Says(said)).Hears("Invoice recorded", "Quarry supply agreement", "INV-0042");
        await bot.As("Kevin Doyle").IsTold("INV-0042");
    }

    [Fact]
    public async Task A_tick_of_the_to_do_asks_for_the_number_and_takes_it_as_the_answer()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        var todo = await bot.Look(db => db.Todos.Where(t => t.Title == "凌云电缆合同").Select(t => t.Key).SingleAsync());

        (await finance.Forges("complete_task", ("task", todo))).Hears("发票号码是多少", "¥1,450,000", "凌云电缆股份有限公司");
        Assert.Null((await Invoice(bot)).Number);
        (await finance.Says("没有号")).DoesNotHear("已登记");
        (await finance.Says("凌云电缆开票了")).Hears("发票号码是多少");
        await finance.Forges("complete_task", ("task", todo));
        (await finance.Says("25317000000123456789")).Hears("发票已登记", "25317000000123456789");
        (await finance.Forges("complete_task", ("task", todo))).Hears("完成");
    }

    [Fact]
    public async Task The_card_takes_number_and_day_and_a_second_press_changes_nothing()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await finance.IsTold("开票：凌云电缆合同");

        await finance.Forges("record_invoice", ("contract", "CT1"), ("invoice", "0042-7"), ("date", "2026-03-10"));
        finance.Hears("0042-7", "3月10日");
        (await finance.Forges("record_invoice", ("contract", "CT1"), ("invoice", "0042-7"))).Hears("已登记发票 0042-7", "没有改动");
        (await finance.Forges("record_invoice", ("contract", "CT1"), ("invoice", "0042-8"))).Hears("改为 0042-8 吗");
        (await finance.Says("是")).Hears("发票已登记", "0042-7 → **0042-8**");
    }

    [Fact]
    public async Task AP_04_the_card_on_which_the_number_was_entered_asks_for_none_any_more()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await finance.IsTold("开票：凌云电缆合同", "登记发票");

        var asked = (await finance.SeenAsync()).Count(h => h.Buttons.Any(b => b.Title == "登记发票"));

        await finance.Presses("登记发票", ("invoice", "0042-7"));

        finance.Hears("发票已登记", "0042-7");
        await finance.IsTold("已开票：", "0042-7");
        Assert.Equal(asked - 1, (await finance.SeenAsync()).Count(h => h.Buttons.Any(b => b.Title == "登记发票")));
    }

    [Theory]
    [InlineData("invoice", "没有", "不像发票号码")]
    [InlineData("invoice", "A-7", "不像发票号码", "A-")]
    [InlineData("date", "2026-03-20", "还没到")]
    [InlineData("invoice", "TAKEN-1", "已登记在“Quarry supply agreement”名下")]
    public async Task What_is_no_number_or_another_contracts_is_said_and_nothing_recorded(string slot, string value, string says, string? instead = null)
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await finance.Forges("record_invoice", ("contract", "CT2"), ("invoice", "TAKEN-1"));
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["contract"] = "CT1", ["invoice"] = "12345678", [slot] = instead ?? value };

        (await finance.Forges("record_invoice", [.. data.Select(d => (d.Key, d.Value))])).Hears(says);

        Assert.Null((await Invoice(bot)).Number);
    }

    [Fact]
    public async Task Only_finance_records_it_and_the_attempt_is_noted()
    {
        await using var bot = await SignedContract.StartAsync();
        (await bot.As("赵磊").Says("凌云电缆开票了 发票号 12345678")).DoesNotHear("已登记");
        var todo = await bot.Look(db => db.Todos.Where(t => t.Title == "凌云电缆合同").Select(t => t.Key).SingleAsync());
        (await bot.As("何建国").Forges("complete_task", ("task", todo))).Hears("发票由财务登记");

        Assert.Null((await Invoice(bot)).Number);
        Assert.Equal(2, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
    }

    [Fact]
    public async Task AP_04_after_two_working_days_finance_is_reminded_once_and_no_more_when_the_number_is_there()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "invoice");

        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        await bot.TellAsync();
        await finance.IsTold("2 份已签合同还没开票", "凌云电缆合同", "¥1,450,000", "签署已满两个工作日");
        await bot.ScanAsync();
        Assert.Equal(2, (await bot.FoundAsync()).Count(f => f.Rule == "invoice"));

        await finance.Says("凌云电缆开票了 发票号 12345678");
        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.ScanAsync();
        Assert.Equal(3, (await bot.FoundAsync()).Count(f => f.Rule == "invoice"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_record_one_number_at_the_same_moment_one_has_it_and_the_other_is_told(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        var (finance, admin) = (bot.As("吴敏"), bot.As("管理员").InEnglish());

        await Task.WhenAll(Task.Run(() => finance.Forges("record_invoice", ("contract", "CT1"), ("invoice", "2026-7"))), Task.Run(() => admin.Forges("record_invoice", ("contract", "CT2"), ("invoice", "2026-7"))));

        Assert.Equal(1, await bot.Look(db => db.Contracts.CountAsync(c => c.InvoiceNumber == "2026-7")));
        var answers = finance.Last + admin.Last;
        Assert.True(answers.Contains("发票已登记", StringComparison.Ordinal) ? admin.Last.Contains("Invoice 2026-7 is recorded for “凌云电缆合同” already", StringComparison.Ordinal) : finance.Last.Contains("发票 2026-7 已登记在“Quarry supply agreement”名下", StringComparison.Ordinal), answers);
        await Assert.ThrowsAsync<DbUpdateException>(() => bot.Look(async db =>
        {
            (await db.Contracts.SingleAsync(c => c.InvoiceNumber == null)).InvoiceNumber = "2026-7";
            return await db.SaveChangesAsync();
        }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AP_04_two_contracts_of_one_title_have_each_their_own_invoice_to_do(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        await using (var db = bot.Open())
        {
            var first = await db.Contracts.AsNoTracking().SingleAsync(c => c.Key == "CT1");
            db.Add(new SalesBot.Contracts.Contract { Key = "CT3", Title = first.Title, DealId = first.DealId, CustomerId = first.CustomerId, Amount = 50_000, Status = SalesBot.Contracts.ContractStatus.Approved, CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await bot.As("赵磊").Forges("sign_contract", ("contract", "CT3"));
        await bot.As("吴敏").Forges("record_invoice", ("contract", "CT3"), ("invoice", "B-33"));

        Assert.Equal(["CT1"], await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.Invoice && t.DoneAt == null && t.Title == "凌云电缆合同").Select(t => t.Contract!.Key).ToListAsync()));
        var open = await bot.Look(db => db.Todos.Where(t => t.Contract!.Key == "CT1").Select(t => t.Key).SingleAsync());
        (await bot.As("吴敏").Forges("complete_task", ("task", open))).Hears("发票号码是多少", "¥1,450,000");
    }

    [Fact]
    public async Task A_yes_to_another_number_does_not_replace_one_that_was_recorded_since()
    {
        await using var bot = await SignedContract.StartAsync();
        var (finance, admin) = (bot.As("吴敏"), bot.As("管理员"));
        await finance.Forges("record_invoice", ("contract", "CT1"), ("invoice", "0042-7"));
        await finance.Forges("record_invoice", ("contract", "CT1"), ("invoice", "0042-8"));
        await admin.Forges("record_invoice", ("contract", "CT1"), ("invoice", "0042-9"));
        await admin.Presses("确认");

        (await finance.Presses("确认")).Hears("询问之后已有人改动，没有保存", "0042-8", "0042-9", "管理员");

        Assert.Equal("0042-9", (await Invoice(bot)).Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invoice_is_taken_back_until_money_came_in_on_it_which_is_said(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        var finance = bot.As("吴敏");
        await finance.Says("凌云电缆开票了 发票号 12345678");
        (await finance.Presses("撤销")).Hears("已撤销", "凌云电缆合同");
        Assert.Null((await Invoice(bot)).Number);
        await finance.IsTold("开票：凌云电缆合同", "发票号码");

        await finance.Says("凌云电缆开票了 发票号 12345679");
        var undo = finance.LastMessages[^1].Buttons.Single(b => b.Title == "撤销").Data["entry"];
        await finance.Forges("record_payment", ("contract", "CT1"), ("amount", "100000"));
        (await finance.Forges("undo")).Hears("“凌云电缆合同”的到账 ¥100,000 不能撤销");
        (await finance.InEnglish().Forges("undo", ("entry", undo))).Hears("Invoice 12345679 for “凌云电缆合同” cannot be undone", "¥100,000 was paid on it");
        Assert.Equal("12345679", (await Invoice(bot)).Number);
    }

    private static async Task<(string? Number, DateOnly? On)> Invoice(TestBot bot)
    {
        var contract = await bot.Look(db => db.Contracts.AsNoTracking().SingleAsync(c => c.Key == "CT1"));
        return (contract.InvoiceNumber, contract.InvoicedOn);
    }
}
