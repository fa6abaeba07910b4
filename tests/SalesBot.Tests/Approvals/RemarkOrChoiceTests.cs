using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>AP-01: a decision falls on the one approval that is clearly meant; a clause of the contract is no place in a list.</summary>
public sealed class RemarkOrChoiceTests
{
    /// <summary>The one in view is that of 凌云, the first; 东岭 is the second of the list.</summary>
    [Theory]
    [InlineData("第二条付款比例不对，退回", ApprovalStatus.Returned)]
    [InlineData("第二款违约金太高，驳回", ApprovalStatus.Refused)]
    [InlineData("退回，第二页没有盖章", ApprovalStatus.Returned)]
    [InlineData("第二项验收标准没写，打回修改", ApprovalStatus.Returned)]
    [InlineData("第五条违约责任没写清，退回", ApprovalStatus.Returned)]
    [InlineData("合同第二条和招标文件不一致，不同意", ApprovalStatus.Refused)]
    [InlineData("第二期付款太晚，退回修改", ApprovalStatus.Returned)]
    [InlineData("clause 2 has the wrong payment share, return it", ApprovalStatus.Returned)]
    [InlineData("the second clause is missing a cap, reject it", ApprovalStatus.Refused)]
    [InlineData("the second payment is too late, send it back", ApprovalStatus.Returned)]
    [InlineData("return it, page 2 is not signed", ApprovalStatus.Returned)]
    [InlineData("section #2 contradicts the tender, return it for changes", ApprovalStatus.Returned)]
    [InlineData("the second and third clauses contradict each other, reject it", ApprovalStatus.Refused)]
    [InlineData("第二和第三款自相矛盾，退回", ApprovalStatus.Returned)]
    public async Task AP_01_a_part_of_the_paper_belongs_to_the_remark_on_the_one_in_view(string said, object outcome)
    {
        await using var bot = await TwoAsync();
        var legal = await ViewingAsync(bot, said);

        await legal.Says(said);

        Assert.Equal([(ApprovalStatus)outcome, ApprovalStatus.Pending], await StatusAsync(bot));
    }

    [Theory]
    [InlineData("退回：付款节点没写清，另外请附合同文本", "付款节点没写清，另外请附合同文本")]
    [InlineData("send it back: acceptance and liability are missing, and attach the text", "acceptance and liability are missing, and attach the text")]
    [InlineData("reject it: the discount is too deep, and no margin is left; talk to Wu Min", "the discount is too deep, and no margin is left; talk to Wu Min")]
    public async Task AP_01_what_stands_behind_the_colon_is_the_remark_to_its_last_word(string said, string remark)
    {
        await using var bot = await TwoAsync();
        await (await ViewingAsync(bot, said)).Says(said);
        await bot.As("赵磊").IsTold(remark);
    }

    [Theory]
    [InlineData("第二个 退回 付款比例不对")]
    [InlineData("退回第二份：付款比例不对")]
    [InlineData("把第二个退回，条款没写清")]
    [InlineData("return the second one, the share is wrong")]
    [InlineData("the second one is too vague, return it")]
    [InlineData("send the second contract back, the share is wrong")]
    [InlineData("Return #2. The payment share is wrong.")]
    public async Task AP_01_a_place_in_the_list_chooses_though_another_one_is_in_view(string said)
    {
        await using var bot = await TwoAsync();
        await (await ViewingAsync(bot, said)).Says(said);
        Assert.Equal([ApprovalStatus.Pending, ApprovalStatus.Returned], await StatusAsync(bot));
    }

    [Theory]
    [InlineData("第二个付款比例不对，退回")]
    [InlineData("第二份写得太含糊，退回")]
    [InlineData("第二条退回，付款比例不对")]
    [InlineData("#2 has the wrong share, return it")]
    [InlineData("approve the second document")]
    public async Task AP_01_what_may_be_the_one_in_view_or_one_of_the_list_is_asked(string said)
    {
        await using var bot = await TwoAsync();
        var legal = await ViewingAsync(bot, said);
        await legal.Says(said);
        legal.Hears("凌云电缆能耗", "东岭阀门MES");
        Assert.Equal([ApprovalStatus.Pending, ApprovalStatus.Pending], await StatusAsync(bot));
    }

    [Theory]
    [InlineData("第二条付款比例不对，退回")]
    [InlineData("付款比例不对，退回")]
    [InlineData("第一，付款比例不对；第二，没写验收。退回")]
    [InlineData("同意")]
    [InlineData("the second clause is missing, reject it")]
    [InlineData("return it, the payment share is wrong")]
    public async Task AP_01_after_a_list_what_names_none_of_it_is_asked(string said)
    {
        await using var bot = await TwoAsync();
        var legal = await ViewingAsync(bot, said);
        await legal.Forges("list_approvals");
        await legal.Says(said);
        legal.Hears("凌云电缆能耗", "东岭阀门MES");
        Assert.Equal([ApprovalStatus.Pending, ApprovalStatus.Pending], await StatusAsync(bot));
    }

    [Theory]
    [InlineData("第五个 退回 付款比例不对")]
    [InlineData("退回第四份，付款比例不对")]
    [InlineData("return the fifth one, the share is wrong")]
    public async Task AP_01_a_place_that_is_not_there_decides_nothing(string said)
    {
        await using var bot = await TwoAsync();
        await (await ViewingAsync(bot, said)).Says(said);
        Assert.Equal([ApprovalStatus.Pending, ApprovalStatus.Pending], await StatusAsync(bot));
    }

    /// <summary>Asked why, a clause is why; asked which, to open one is to look at it.</summary>
    [Fact]
    public async Task AP_01_the_reason_that_was_asked_for_chooses_no_other_one()
    {
        await using var bot = await TwoAsync();
        var legal = await ViewingAsync(bot, "退回");
        (await legal.Says("退回")).Hears("请说明需要修改什么");
        await legal.Says("第二条付款比例不对");
        Assert.Equal([ApprovalStatus.Returned, ApprovalStatus.Pending], await StatusAsync(bot));
        Assert.Equal("第二条付款比例不对", await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Comment).FirstAsync()));
    }

    [Theory]
    [InlineData("付款比例不对，退回", "打开第一个")]
    [InlineData("the share is wrong, return it", "open the first one")]
    public async Task AP_01_asked_which_to_return_to_open_one_returns_nothing(string said, string look)
    {
        await using var bot = await TwoAsync();
        var legal = await ViewingAsync(bot, said);
        await legal.Forges("list_approvals");
        await legal.Says(said);
        await legal.Says(look);
        Assert.Equal([ApprovalStatus.Pending, ApprovalStatus.Pending], await StatusAsync(bot));
    }

    /// <summary>Asked which to return, another decision on another one is no answer, nor is the word 合同 a name of the only one that is called so.</summary>
    [Theory]
    [InlineData("付款比例不对，退回", "批准百川的合同")]
    [InlineData("付款比例不对，退回", "百川的合同")]
    [InlineData("the share is wrong, return it", "approve the 百川 contract")]
    public async Task AP_01_asked_which_to_return_a_word_on_another_one_returns_none_of_them(string said, string then)
    {
        await using var bot = await TwoAsync();
        await bot.Look(db => db.Contracts.Where(c => c.Deal!.Key == "D1").ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, "东岭阀门MES供货")));
        var legal = await ViewingAsync(bot, said);
        await legal.Forges("list_approvals");
        await legal.Says(said);
        await legal.Says(then);
        Assert.Equal([ApprovalStatus.Pending, ApprovalStatus.Pending], await StatusAsync(bot));
    }

    private static async Task<TestBot> TwoAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        return bot;
    }

    /// <summary>Legal has listed both and opened the first.</summary>
    private static async Task<Talk> ViewingAsync(TestBot bot, string said)
    {
        var legal = char.IsAscii(said[0]) ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Forges("list_approvals");
        await legal.Forges("show_approval", ("approval_id", await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Key).FirstAsync())));
        return legal;
    }

    private static Task<List<ApprovalStatus>> StatusAsync(TestBot bot) => bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync());
}
