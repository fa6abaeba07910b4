using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>A decision holds for exactly what was decided about.</summary>
public sealed class ContentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_10_a_change_of_the_amount_voids_an_approved_contract_and_both_sides_are_told(Store store)
    {
        await using var bot = await ApprovedAsync(store);

        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));

        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "已失效：赵磊 已于 3月11日 周三 10:00 修改内容，需重新审批");
        Assert.Equal((ContractStatus.Draft, ApprovalStatus.Void), await StateAsync(bot));
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Buttons.Any(b => b.Verb == "sign_contract"));
        await bot.As("赵磊").IsTold("合同审批 · 凌云电缆能耗 因此失效，需要重新审批");
    }

    [Fact]
    public async Task AP_10_it_is_said_in_english_too()
    {
        await using var bot = await ApprovedAsync();
        await bot.As("郑文").InEnglish().Forges("help");

        var rep = await bot.As("赵磊").InEnglish().Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));

        rep.Hears("Contract approval · 凌云电缆能耗 is void by this change: it needs approval again.");
        await bot.As("郑文").IsTold("Void: Ray Zhao changed it on Wed 11 Mar 10:00. It needs approval again");
    }

    [Fact]
    public async Task AP_10_submitted_again_the_card_shows_only_the_difference()
    {
        await using var bot = await ApprovedAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));
        await bot.DeliverAsync();

        await bot.As("赵磊").Presses("重新提交");

        await bot.As("郑文").IsTold("待 郑文 处理", "与上次提交相比", "有 1 处不同", "¥1,450,000 → ¥1,500,000");
        Assert.DoesNotContain(await bot.As("郑文").SeenAsync(), h => h.Text.Contains("3-4-3", StringComparison.Ordinal) && h.Text.Contains("待 郑文", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AP_10_while_it_waits_a_change_takes_it_back_with_a_word_to_both_sides()
    {
        await using var bot = await SubmittedAsync();

        await bot.As("王芳").Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));

        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "已失效");
        await bot.As("赵磊").IsTold("合同审批 · 凌云电缆能耗", "已失效", "重新提交");
        Assert.Equal((ContractStatus.Draft, ApprovalStatus.Void), await StateAsync(bot));
        var late = await bot.As("郑文").Forges("approve", ("approval_id", await Key(bot)));
        late.Hears("已失效");
        Assert.Equal(ContractStatus.Draft, (await StateAsync(bot)).Contract);
    }

    [Fact]
    public async Task AP_10_a_new_file_voids_it_and_is_named_in_the_difference()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Forges("approve");
        await AttachAsync(bot, "a1");

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "2-8 付款"));

        await bot.As("郑文").IsTold("待 郑文 处理", "有 2 处不同", "3-4-3 付款 → 2-8 付款", "新增了文件");
    }

    [Fact]
    public async Task AP_10_what_changed_behind_the_card_is_not_decided_by_a_press()
    {
        await using var bot = await SubmittedAsync();
        await bot.DeliverAsync();
        await AttachAsync(bot, "b2");

        var legal = await bot.As("郑文").Presses("批准");

        legal.Hears("卡片发出后内容已有变化，没有作出任何决定");
        Assert.Equal((ContractStatus.Draft, ApprovalStatus.Void), await StateAsync(bot));
        await bot.As("赵磊").IsTold("已失效", "重新提交");
    }

    [Fact]
    public async Task AP_10_undo_of_the_change_brings_the_approval_back()
    {
        await using var bot = await ApprovedAsync();
        var rep = await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));

        await rep.Presses("撤销");

        Assert.Equal((ContractStatus.Approved, ApprovalStatus.Approved), await StateAsync(bot));
        Assert.Equal(1_450_000, await bot.Look(db => db.Contracts.Select(c => c.Amount).SingleAsync()));
    }

    [Fact]
    public async Task AP_10_a_deal_that_is_brought_in_line_with_its_approved_contract_leaves_the_approval_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("amount", "1380000"));
        await bot.As("郑文").Forges("approve");

        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1380000"));

        Assert.Equal((ContractStatus.Approved, ApprovalStatus.Approved), await StateAsync(bot));
    }

    [Fact]
    public async Task AP_10_a_signed_contract_stays_what_was_signed()
    {
        await using var bot = await ApprovedAsync();
        await bot.As("赵磊").Forges("sign_contract", ("deal", "D3"));

        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));

        Assert.Equal((ContractStatus.Signed, ApprovalStatus.Approved), await StateAsync(bot));
    }

    [Fact]
    public async Task AP_10_an_approved_contract_is_submitted_again_with_other_terms()
    {
        await using var bot = await ApprovedAsync();

        var rep = await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "全款发货"));

        rep.Hears("合同已提交审批", "郑文");
        await bot.As("郑文").IsTold("待 郑文 处理", "3-4-3 付款 → 全款发货");
        Assert.Equal([ApprovalStatus.Void, ApprovalStatus.Pending], await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
        (await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"))).Hears("审批中");
    }

    [Fact]
    public async Task AL_02_an_amount_that_moves_on_while_it_is_looked_at_is_not_accepted_by_the_old_card()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "816000"));
        var hash = await bot.Look(db => db.Approvals.Select(a => a.ContentHash).SingleAsync());
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "1020000"));

        var director = await bot.As("何建国").Forges("approve", ("approval_id", await Key(bot)), ("hash", hash![..12]));

        director.Hears("卡片发出后内容已有变化", "¥680,000 → ¥1,020,000");
        Assert.Equal(ApprovalStatus.Pending, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }

    private static async Task<TestBot> SubmittedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "3-4-3 付款"));
        return bot;
    }

    private static async Task<TestBot> ApprovedAsync(Store? store = null)
    {
        var bot = await SubmittedAsync(store);
        await bot.As("郑文").Forges("approve");
        return bot;
    }

    private static async Task AttachAsync(TestBot bot, string sha)
    {
        await using var db = bot.Open();
        var (deal, rep) = (await db.Deals.FirstAsync(d => d.Key == "D3"), await bot.PersonAsync("赵磊"));
        db.Documents.Add(new Document { Key = Keys.New('F'), Kind = "contract", Name = "合同.pdf", Sha256 = sha.PadRight(64, '0'), DealId = deal.Id, UploadedById = rep.Id, CreatedAt = bot.Clock.Now });
        await db.SaveChangesAsync();
    }

    private static Task<string> Key(TestBot bot) => bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Key).FirstAsync());

    private static async Task<(ContractStatus Contract, ApprovalStatus Approval)> StateAsync(TestBot bot) =>
        (await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()), await bot.Look(db => db.Approvals.OrderByDescending(a => a.Id).Select(a => a.Status).FirstAsync()));
}
