namespace SalesBot.Tests.Language.Deciding;

/// <summary>Which to-do is done, and which contract or quote is sent up: by part of its title, a number, whose it is.</summary>
public class TaskNamingTests
{
    [Theory]
    [InlineData("r1", "机票订好了", "complete_task TK-2")]
    [InlineData("r1", "营业执照那个task done", "complete_task TK-4")]
    [InlineData("r1", "执照复印件补好了，勾掉", "complete_task TK-4")]
    [InlineData("r1", "调度方案那个待办完成了", "complete_task TK-1")]
    [InlineData("r1", "吕工的待办搞定了", "complete_task ?TK-3 TK-5")]
    [InlineData("r1", "两个任务可以勾了 机票订好了 营业执照也补了", "complete_task TK-2 & complete_task TK-4")]
    [InlineData("r1", "TK-3 done", "complete_task TK-3")]
    [InlineData("r2", "图纸整理完了", "complete_task TK-7")]
    [InlineData("r2", "给青峦采购部reply的那封email done", "complete_task TK-6")]
    [InlineData("r3", "freight forwarder: tick", "complete_task TK-11")]
    [InlineData("r3", "train tickets are booked, tick it off", "complete_task TK-13")]
    [InlineData("r3", "tick off the insurance certificate", "complete_task TK-12")]
    [InlineData("r3", "mark the demo data one as done", "complete_task TK-14")]
    [InlineData("r3", "the Harrow Foods task is done", "complete_task ?TK-12 TK-15")]
    [InlineData("r3", "two tasks done: site plan emailed and train tickets booked", "complete_task TK-13 & complete_task TK-15")]
    [InlineData("r3", "the payroll task is done", "complete_task -")]
    internal void Tasks(string user, string text, string expected) => Assert.Equal(expected, DecidingCompany.Read(user, text));

    [Theory]
    [InlineData("r2", "CT-3提交审批", "submit_contract CT-3")]
    [InlineData("r2", "立体仓合同送审", "submit_contract CT-3")]
    [InlineData("r2", "Q5号报价单送审批", "submit_quote Q5")]
    [InlineData("r4", "submit the Opal contract for approval", "submit_contract CT-13")]
    [InlineData("r4", "submit CT-13 for approval", "submit_contract CT-13")]
    internal void Papers(string user, string text, string expected) => Assert.Equal(expected, DecidingCompany.Read(user, text));

    /// <summary>The number of a quote is the first quarter too; only beside a word for quotes it is the quote.</summary>
    [Theory]
    [InlineData("Q2的预测", "forecast -")]
    [InlineData("forecast for Q3", "forecast -")]
    internal void A_quarter_is_no_quote(string text, string expected) => Assert.Equal(expected, DecidingCompany.Read("m1", text));
}
