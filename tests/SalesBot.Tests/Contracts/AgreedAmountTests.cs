using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>What was approved holds when the deal is won and when the contract is signed.</summary>
public sealed class AgreedAmountTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_10_winning_at_another_amount_than_the_approved_contract_changes_nothing_before_it_is_said_which_holds(Store store)
    {
        await using var bot = await ApprovedAsync(store);
        var rep = bot.As("赵磊");

        await rep.Says("凌云电缆能耗成交了 150万");
        rep.Hears("凌云电缆能耗 按哪个金额成交", "合同写的是 “凌云电缆能耗”：¥1,450,000（已批准），您说的是 ¥1,500,000", "没有做任何改动");
        Assert.Equal((DealStatus.Open, 1_450_000, ContractStatus.Approved, ApprovalStatus.Approved), await StateAsync(bot));

        (await rep.Presses("按 ¥1,450,000 成交")).Hears("成交").DoesNotHear("失效");
        Assert.Equal((DealStatus.Won, 1_450_000, ContractStatus.Approved, ApprovalStatus.Approved), await StateAsync(bot));
    }

    [Fact]
    public async Task AP_10_the_other_button_changes_the_amount_and_has_the_contract_approved_again()
    {
        await using var bot = await ApprovedAsync();
        await bot.As("郑文").InEnglish().Forges("help");
        var rep = bot.As("赵磊").InEnglish();

        await rep.Says("we won 凌云电缆能耗 at 1.5 million");
        rep.Hears("The contract says “凌云电缆能耗”: ¥1,450,000 (approved); you said ¥1,500,000", "Nothing was changed");
        (await rep.Presses("Change to ¥1,500,000 and have it approved again")).Hears("Contract submitted for approval", "¥1,500,000");

        Assert.Equal((DealStatus.Open, 1_500_000, ContractStatus.InApproval, ApprovalStatus.Pending), await StateAsync(bot));
        await bot.As("郑文").IsTold("¥1,450,000 → ¥1,500,000", "Approve");
        await bot.As("郑文").Forges("approve");
        await rep.Says("we won 凌云电缆能耗 at 1.5 million");
        Assert.Equal((DealStatus.Won, 1_500_000, ContractStatus.Approved, ApprovalStatus.Approved), await StateAsync(bot));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AP_10_the_button_pressed_again_later_starts_nothing_anew_and_never_touches_what_was_signed(Store store)
    {
        await using var bot = await ApprovedAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗成交了 150万");
        await rep.Presses("改为 ¥1,500,000，合同重新审批");
        await bot.PassAsync(TimeSpan.FromMinutes(5));

        (await rep.Presses("改为 ¥1,500,000，合同重新审批")).Hears("审批中").DoesNotHear("失效");
        Assert.Equal([ApprovalStatus.Void, ApprovalStatus.Pending], await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));

        await bot.As("郑文").Forges("approve");
        await rep.Forges("sign_contract", ("deal", "D3"));
        var contract = await bot.Look(db => db.Contracts.Select(c => c.Key).SingleAsync());
        (await rep.Forges("amend_contract", ("deal", "D3"), ("contract", contract), ("amount", "900000"))).Hears("已签署");
        (await rep.Forges("amend_contract", ("deal", "D3"), ("contract", "CT1"), ("amount", "900000"))).DoesNotHear("已提交");
        Assert.Equal((DealStatus.Open, 1_500_000, ContractStatus.Signed, ApprovalStatus.Approved), await StateAsync(bot));
    }

    [Fact]
    public async Task AP_10_a_list_shows_for_what_each_was_submitted_whatever_the_contract_has_become()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("return_for_changes", ("reason", "价格再谈"));
        await rep.Forges("submit_contract", ("deal", "D3"), ("amount", "1300000"));
        await bot.As("郑文").Forges("return_for_changes", ("reason", "再谈"));

        (await rep.Forges("list_approvals", ("deal", "D3"))).Hears("¥1,450,000", "¥1,300,000");
    }

    [Fact]
    public async Task AP_10_a_contract_that_nobody_decided_yet_does_not_hold_up_a_win_and_its_approval_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));

        (await rep.Forges("win_deal", ("deal", "D3"), ("amount", "1500000"))).Hears("恭喜赢单", "¥1,500,000");

        Assert.Equal([ApprovalStatus.Void], await bot.Look(db => db.Approvals.Select(a => a.Status).ToListAsync()));
    }

    [Fact]
    public async Task The_amount_of_the_contract_and_no_amount_at_all_are_not_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"), ("amount", "1380000"));
        await bot.As("郑文").Forges("approve");

        await rep.Forges("win_deal", ("deal", "D3"), ("amount", "1380000"));

        Assert.Equal((DealStatus.Won, 1_380_000, ContractStatus.Approved, ApprovalStatus.Approved), await StateAsync(bot));
    }

    [Theory]
    [InlineData("zh-CN", "与 3月11日 周三 10:00 批准时的内容不一致，已变化：条款", "重新提交")]
    [InlineData("en-US", "is no longer what was approved on Wed 11 Mar 10:00; different since: Terms", "Submit again")]
    public async Task AP_10_what_was_changed_past_its_approval_is_not_signed(string locale, string why, string button)
    {
        await using var bot = await ApprovedAsync();
        await bot.Look(db => db.Contracts.ExecuteUpdateAsync(s => s.SetProperty(c => c.Terms, "预付100%")));
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Forges("sign_contract", ("deal", "D3"))).Hears(why, button);

        Assert.Equal((DealStatus.Open, 1_450_000, ContractStatus.Draft, ApprovalStatus.Void), await StateAsync(bot));
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync(t => t.Kind == SalesBot.Tasks.TodoKind.Invoice)));
        await rep.Presses(button);
        await bot.As("郑文").IsTold("3-4-3 付款 → 预付100%", "批准");
    }

    [Fact]
    public async Task AP_10_another_file_than_the_approved_one_is_not_signed_and_the_scan_itself_is_none()
    {
        await using var bot = await ApprovedAsync();
        await using (var db = bot.Open())
        {
            db.Documents.Add(new Document { Key = Keys.New('F'), Kind = "contract", Name = "合同.pdf", Sha256 = "a1".PadRight(64, '0'), DealId = (await db.Deals.SingleAsync(d => d.Key == "D3")).Id, UploadedById = (await bot.PersonAsync("赵磊")).Id, CreatedAt = bot.Clock.Now });
            await db.SaveChangesAsync();
        }

        (await bot.As("赵磊").Forges("sign_contract", ("deal", "D3"))).Hears("已变化：文件");
        Assert.Equal(ContractStatus.Draft, (await StateAsync(bot)).Contract);
    }

    private static async Task<TestBot> ApprovedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "3-4-3 付款"));
        await bot.As("郑文").Forges("approve");
        return bot;
    }

    private static async Task<(DealStatus Deal, decimal? Amount, ContractStatus Contract, ApprovalStatus Approval)> StateAsync(TestBot bot)
    {
        var deal = await bot.Look(db => db.Deals.AsNoTracking().SingleAsync(d => d.Key == "D3"));
        return (deal.Status, deal.Amount, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()), await bot.Look(db => db.Approvals.OrderByDescending(a => a.Id).Select(a => a.Status).FirstAsync()));
    }
}
