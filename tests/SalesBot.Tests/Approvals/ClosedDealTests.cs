using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Nobody is asked to decide on what is closed.</summary>
public sealed class ClosedDealTests
{
    [Fact]
    public async Task A_lost_deal_takes_its_open_approvals_back_and_tells_whoever_was_asked()
    {
        await using var bot = await LostAsync();

        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "赵磊 已将商机标记为丢单", "无需再审批");
        await bot.As("何建国").IsTold("金额评审 · 凌云电缆能耗", "标记为丢单");
        Assert.DoesNotContain(await bot.As("郑文").SeenAsync(), h => h.Buttons.Any(b => b.Verb == "approve"));
        Assert.Equal((0, ContractStatus.Draft, false), await StateAsync(bot));
        await bot.PassAsync(TimeSpan.FromHours(40));
        await bot.ScanAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "approval_due");
    }

    [Fact]
    public async Task Undo_of_the_loss_puts_the_approvals_before_the_same_people_again()
    {
        await using var bot = await LostAsync();

        await bot.As("赵磊").Presses("撤销");

        Assert.Equal((2, ContractStatus.InApproval, true), await StateAsync(bot));
        await bot.As("郑文").IsTold("请您继续审批");
        await bot.As("郑文").Presses("批准");
        await bot.As("吴敏").Presses("接受新金额");
        Assert.Equal((0, ContractStatus.Approved, false), await StateAsync(bot));
    }

    [Fact]
    public async Task A_won_deal_takes_a_waiting_quote_back_and_lets_the_contract_wait()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await rep.Forges("submit_quote", ("deal", "D3"));
        await bot.DeliverAsync();

        await rep.Forges("win_deal", ("deal", "D3"));

        await bot.As("王芳").IsTold("报价审批 · 凌云电缆能耗", "标记为赢单");
        Assert.Equal(ApprovalKind.Contract, await bot.Look(db => db.Approvals.Where(a => a.Status == ApprovalStatus.Pending).Select(a => a.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Undo_of_a_win_with_another_amount_brings_its_quote_back_and_closes_its_review()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_quote", ("deal", "D3"));
        await rep.Forges("win_deal", ("deal", "D3"), ("amount", "2000000"));
        Assert.Equal(ApprovalKind.AmountReview, await PendingAsync(bot));

        await rep.Presses("撤销");

        Assert.Equal(ApprovalKind.Quote, await PendingAsync(bot));
        Assert.Equal((DealStatus.Open, 1_450_000, false), await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => new ValueTuple<DealStatus, decimal?, bool>(d.Status, d.Amount, d.AmountInReview)).SingleAsync()));
    }

    /// <summary>A contract and an amount wait for a decision; then the deal is lost.</summary>
    private static async Task<TestBot> LostAsync()
    {
        var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D3"), ("amount", "2000000"));
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        await rep.Forges("lose_deal", ("deal", "D3"), ("reason", "预算取消"));
        return bot;
    }

    private static Task<ApprovalKind> PendingAsync(TestBot bot) => bot.Look(db => db.Approvals.Where(a => a.Status == ApprovalStatus.Pending).Select(a => a.Kind).SingleAsync());

    private static async Task<(int Pending, ContractStatus Contract, bool InReview)> StateAsync(TestBot bot) =>
    (
        await bot.Look(db => db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending)),
        await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()),
        await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.AmountInReview).SingleAsync()));
}
