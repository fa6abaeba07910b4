using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Another sum for what is in review is not swallowed: it is said that it was not taken, and a button withdraws and submits it.</summary>
public sealed class SecondSubmissionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_01_a_contract_with_another_sum_is_withdrawn_and_submitted_with_it_by_one_button(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"), ("amount", "1400000"));

        (await rep.Forges("submit_contract", ("deal", "D3"), ("amount", "1300000"))).Hears("已在审批中", "送审的是 ¥1,400,000。没有重复提交，¥1,300,000 没有采用", "撤回，改按 ¥1,300,000 提交");
        Assert.Equal([(ApprovalStatus.Pending, 1_400_000m)], await StateAsync(bot));

        (await rep.Presses("撤回，改按 ¥1,300,000 提交")).Hears("¥1,300,000", "郑文");
        Assert.Equal([(ApprovalStatus.Withdrawn, 1_300_000m), (ApprovalStatus.Pending, 1_300_000m)], await StateAsync(bot));
        await bot.As("郑文").IsTold("赵磊 撤回了“凌云电缆能耗”");
        await bot.As("郑文").IsTold("¥1,300,000", "批准");
    }

    [Fact]
    public async Task AP_01_the_same_sum_says_only_who_has_it_and_a_quote_by_discount_is_offered_too()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.9"));
        (await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.9"))).Hears("Already in review since", "Nothing was submitted again").DoesNotHear("was not taken");

        (await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.85"))).Hears("as ¥612,000. Nothing was submitted again; ¥578,000 was not taken");
        await rep.Presses("Withdraw, submit ¥578,000");

        Assert.Equal([(578_000m, ContractStatus.InApproval)], await bot.Look(async db => (await db.Quotes.ToListAsync()).ConvertAll(q => (q.Amount, q.Status))));
        Assert.Equal([ApprovalStatus.Withdrawn, ApprovalStatus.Pending], await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
    }

    [Fact]
    public async Task The_button_does_nothing_over_a_decision_that_came_first_nor_for_anybody_else()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"), ("amount", "1400000"));
        await rep.Forges("submit_contract", ("deal", "D3"), ("amount", "1300000"));
        var button = rep.LastMessages[0].Buttons.First(b => b.Title.StartsWith("撤回，改按", StringComparison.Ordinal));
        (await bot.As("王芳").Forges("submit_contract", [.. button.Data.Select(d => (d.Key, d.Value))])).Hears("只有提交人");
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
        await bot.As("郑文").Forges("approve");

        (await rep.Presses(button.Title)).Hears("郑文", "批准");

        Assert.Equal([(ApprovalStatus.Approved, 1_400_000m)], await StateAsync(bot));
    }

    private static async Task<List<(ApprovalStatus, decimal)>> StateAsync(TestBot bot) =>
        await bot.Look(async db => (await db.Approvals.Include(a => a.Contract).OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => (a.Status, a.Contract!.Amount)));
}
