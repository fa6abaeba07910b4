using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>Terms of a contract that is not signed are changed in a sentence, and what was decided of the old ones is void.</summary>
public sealed class ChangeTermsTests
{
    [Theory]
    [InlineData("凌云电缆能耗合同的条款改成：预付40%，发货前30%，验收合格后30%；质保两年", "预付40%，发货前30%，验收合格后30%；质保两年")]
    [InlineData("把凌云电缆能耗的合同条款改为预付四成，验收后付清", "预付四成，验收后付清")]
    [InlineData("凌云电缆能耗合同的质保条款改成三年", "3-4-3 付款，质保三年")]
    [InlineData("凌云电缆能耗合同的付款条款改成预付40%，验收后60%", "预付40%，验收后60%，质保两年")]
    [InlineData("凌云电缆能耗合同质保改成18个月", "3-4-3 付款，质保18个月")]
    [InlineData("把凌云电缆能耗合同的质保期延长到三年", "3-4-3 付款，质保三年")]
    [InlineData("change the terms of the 凌云电缆能耗 contract to 40% upfront, 60% on delivery", "40% upfront, 60% on delivery")]
    public async Task AP_10_a_returned_contract_gets_other_terms_and_is_submitted_again_with_the_difference(string said, string terms)
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Forges("return_for_changes", ("reason", "付款节点要写明"));
        var rep = bot.As("赵磊");

        (await rep.Says(said)).Hears("合同条款已修改", "3-4-3 付款，质保两年", terms, "重新提交", "撤销");

        Assert.Equal((terms, ContractStatus.Returned), await StateAsync(bot));
        (await rep.Presses("重新提交")).Hears("合同已提交审批");
        await bot.As("郑文").IsTold("与上次提交相比", "3-4-3 付款，质保两年 → " + terms);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AP_10_a_change_while_it_waits_voids_the_submission_and_undo_brings_it_back(Store store)
    {
        await using var bot = await SubmittedAsync(store);
        var rep = bot.As("赵磊");

        (await rep.Says("凌云电缆能耗合同的条款改成预付100%")).Hears("合同条款已修改", "重新提交");
        await bot.As("郑文").IsTold("失效");
        Assert.Equal(ApprovalStatus.Void, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));

        (await rep.Presses("撤销")).Hears("已撤销");
        Assert.Equal(("3-4-3 付款，质保两年", ContractStatus.InApproval), await StateAsync(bot));
    }

    [Fact]
    public async Task A_signed_contract_keeps_its_terms()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Forges("approve");
        await bot.As("赵磊").Forges("sign_contract", ("deal", "D3"));

        (await bot.As("赵磊").Says("凌云电缆能耗合同的条款改成预付100%")).Hears("已经签署", "没有做任何改动");

        Assert.Equal(("3-4-3 付款，质保两年", ContractStatus.Signed), await StateAsync(bot));
    }

    [Theory]
    [InlineData("要不要把凌云电缆能耗合同的条款改成预付100%？")]
    [InlineData("要是凌云电缆能耗合同的条款改成预付100%呢")]
    [InlineData("should we change the terms of the 凌云电缆能耗 contract to net 90?")]
    public async Task A_question_about_terms_changes_none(string asked)
    {
        await using var bot = await SubmittedAsync();

        (await bot.As("赵磊").Says(asked)).DoesNotHear("合同条款已修改");

        Assert.Equal(("3-4-3 付款，质保两年", ContractStatus.InApproval), await StateAsync(bot));
    }

    [Fact]
    public async Task Whoever_only_reads_the_contract_does_not_change_it()
    {
        await using var bot = await SubmittedAsync();

        (await bot.As("郑文").Says("凌云电缆能耗合同的条款改成预付100%")).DoesNotHear("合同条款已修改");

        Assert.Equal(("3-4-3 付款，质保两年", ContractStatus.InApproval), await StateAsync(bot));
    }

    [Theory]
    [InlineData("重新提交凌云电缆能耗合同，条款改为预付40%，发货前30%，验收合格后30%；质保两年", "预付40%，发货前30%，验收合格后30%；质保两年")]
    [InlineData("再次提交凌云电缆能耗合同，付款条件：预付四成，其余验收后付清", "预付四成，其余验收后付清")]
    [InlineData("resubmit the 凌云电缆能耗 contract with terms: 40% upfront, 60% on delivery, two years warranty", "40% upfront, 60% on delivery, two years warranty")]
    public async Task AP_10_who_submits_again_with_other_terms_loses_none_of_them(string said, string terms)
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Forges("return_for_changes", ("reason", "付款节点要写明"));

        (await bot.As("赵磊").Says(said)).Hears("合同已提交审批");

        Assert.Equal((terms, ContractStatus.InApproval), await StateAsync(bot));
    }

    [Theory]
    [InlineData("重新提交凌云电缆能耗合同")]
    [InlineData("再次提交凌云电缆能耗合同审批")]
    [InlineData("resubmit the 凌云电缆能耗 contract")]
    public async Task Submitting_again_is_no_return(string said)
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Forges("return_for_changes", ("reason", "付款节点要写明"));

        (await bot.As("赵磊").Says(said)).Hears("合同已提交审批");
    }

    private static async Task<TestBot> SubmittedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "3-4-3 付款，质保两年"));
        return bot;
    }

    private static Task<(string?, ContractStatus)> StateAsync(TestBot bot) => bot.Look(async db =>
    {
        var contract = await db.Contracts.SingleAsync();
        return (contract.Terms, contract.Status);
    });

    [Theory]
    [InlineData("凌云电缆能耗合同", "保修期改成18个月，然后重新送审")]
    [InlineData("凌云电缆能耗合同", "质保条款改为18个月，再次提交一下")]
    [InlineData("凌云电缆能耗合同", "warranty to 18 months and resubmit it please")]
    public async Task AP_10_a_clause_of_the_contract_in_view_is_changed_and_submitted_in_one_sentence(string shown, string said)
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Forges("return_for_changes", ("reason", "质保两年不行，最多18个月"));
        var rep = bot.As("赵磊");
        await rep.Says(shown);

        (await rep.Says(said)).Hears("合同已提交审批").DoesNotHear("个人设置");

        var (terms, status) = await StateAsync(bot);
        Assert.Contains("18", terms, StringComparison.Ordinal);
        Assert.DoesNotContain("两年", terms, StringComparison.Ordinal);
        Assert.DoesNotContain("submit", terms, StringComparison.Ordinal);
        Assert.Equal(ContractStatus.InApproval, status);
    }

    [Theory]
    [InlineData("刚才凌云那个合同提交错了，撤回")]
    [InlineData("凌云电缆能耗那份合同点错了，帮我撤回来")]
    [InlineData("I sent the 凌云电缆能耗 contract by mistake, please pull it back")]
    public async Task What_was_submitted_by_mistake_is_withdrawn(string said)
    {
        await using var bot = await SubmittedAsync();

        (await bot.As("赵磊").Says(said)).DoesNotHear("不能撤销", "cannot be undone");

        Assert.Equal(ApprovalStatus.Withdrawn, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }
}
