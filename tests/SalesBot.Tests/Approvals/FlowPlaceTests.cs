using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Data;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Where a step goes, between which sums a flow holds, in which currency; and that a reason means none of it (AL-04).</summary>
public sealed class FlowPlaceTests
{
    [Theory]
    [InlineData("在法务之前加财务", "head:finance", "head:legal")]
    [InlineData("合同审批里在法务后面加一步财务", "head:legal", "head:finance")]
    [InlineData("add finance before legal", "head:finance", "head:legal")]
    [InlineData("add the sales director after legal in contract approvals", "head:legal", "head:director")]
    [InlineData("合同审批增加一步：财务", "head:legal", "head:finance")]
    [InlineData("在第一步之前加财务", "?", "")]
    public async Task AL_04_a_step_goes_before_or_after_the_one_that_is_named(string said, string first, string second)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says(said);
        if (first == "?")
        {
            admin.Hears("指哪一类审批").DoesNotHear("为什么");
            return;
        }

        admin.Hears("为什么修改审批流程");
        await admin.Says("大额要看现金流");
        await admin.Presses("确认");

        Assert.Equal([first, second], (await BookAsync(bot)).Flows["contract"][0].Steps.SelectMany(step => step.Who), StringComparer.Ordinal);
    }

    [Fact]
    public async Task AL_04_a_step_beside_one_that_is_nowhere_is_said_and_others_may_not()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").InEnglish().Says("add finance before Lily Sun")).Hears("No approval flow has a step of “Lily Sun”");
        await bot.As("赵磊").Says("在法务之前加财务");
        Assert.Equal("add_flow_step", await bot.Look(db => db.Audit.Where(a => a.Refused).Select(a => a.Command).SingleAsync()));
    }

    [Theory]
    [InlineData("set the amount threshold of contracts to between 500k and 2m", 500_000, 2_000_000, "CNY")]
    [InlineData("合同审批金额门槛改成80万到300万", 800_000, 3_000_000, "CNY")]
    [InlineData("set the amount threshold of contracts to 700k", 700_000, 1_000_000, "CNY")]
    public async Task AL_04_of_two_sums_the_flow_holds_between_them(string said, int least, int below, string currency)
    {
        await using var bot = await BoundedAsync();
        var admin = bot.As("管理员").InEnglish();
        await admin.Says(said);
        await admin.Says("a new policy");
        await admin.Presses("Yes");

        var when = (await BookAsync(bot)).Flows["contract"][0].When!;
        Assert.Equal((least, below, currency), (when.AmountAtLeast, when.AmountBelow, when.Currency));
    }

    [Theory]
    [InlineData("set the amount threshold of contracts to 200k USD", "This bound is in CNY")]
    [InlineData("合同审批金额门槛改成50万美元", "This bound is in CNY")]
    [InlineData("set the approve all limit to $30,000", "This bound is in CNY")]
    [InlineData("set the amount threshold of contracts to banana", "no amount or discount")]
    public async Task AL_04_a_sum_in_another_currency_is_not_taken_for_one_in_ours(string said, string why)
    {
        await using var bot = await BoundedAsync();
        var admin = bot.As("管理员").InEnglish();

        (await admin.Says(said)).Hears(why);
        await admin.Says("300k");
        (await admin.Says("a new policy")).Hears("¥300,000", "Save this as version 2");
    }

    [Fact]
    public async Task AL_04_a_reason_that_speaks_of_steps_and_kinds_means_none_of_them()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("合同审批增加一步：财务");
        await admin.Says("第二步的报价金额评审都太慢");
        admin.Hears("合同审批", "财务负责人（吴敏）", "第二步的报价金额评审都太慢");
        await admin.Presses("确认");

        var book = await BookAsync(bot);
        Assert.Equal((2, 2), (book.Flows["contract"][0].Steps.Count, book.Flows["quote"][0].Steps.Count));
    }

    [Fact]
    public async Task AL_04_which_step_is_answered_in_words_and_the_value_is_kept()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("add_flow_step", ("flow", "contract"), ("value", "财务"), ("reason", "x"));
        await admin.Presses("确认");
        (await admin.Says("把合同审批的时限改成12小时")).Hears("指哪一步");
        (await admin.Says("第二步")).Hears("为什么修改审批流程");
        await admin.Says("第一步太慢");
        await admin.Presses("确认");

        Assert.Equal([48, 12], (await BookAsync(bot)).Flows["contract"][0].Steps.Select(step => step.Hours));
    }

    /// <summary>Contracts between 600,000 and 1,000,000 go a way of their own.</summary>
    private static async Task<TestBot> BoundedAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var legal = new FlowStep(["head:legal"]);
        var flows = new Dictionary<string, IReadOnlyList<Flow>>(FlowBook.Standard.Flows, StringComparer.Ordinal)
        {
            ["contract"] = [new Flow([legal, new FlowStep(["head:finance"])]) { When = new FlowCondition { AmountAtLeast = 600_000, AmountBelow = 1_000_000, Currency = "CNY" } }, new Flow([legal])],
            ["quote"] = [new Flow([new FlowStep(["superior"])])],
        };
        db.Add(new Definition { Key = "DB1", Name = FlowBook.Name, Number = 1, Content = (FlowBook.Standard with { Flows = flows }).ToJson(), CreatedAt = TestBot.Start });
        await db.SaveChangesAsync();
        return bot;
    }

    private static async Task<FlowBook> BookAsync(TestBot bot) => (await bot.Look(db => FlowBook.LoadAsync(db, CancellationToken.None))).Book;
}
