using SalesBot.Language;

namespace SalesBot.Tests.Language.Chinese;

/// <summary>One order for several things, each in a breath of its own.</summary>
public class EnumerationTests
{
    [Theory]
    [InlineData("提醒我两件事 明天给罗厂长寄样 周五催青禾的款")]
    [InlineData("1、明天给罗厂长寄样\n2、周五催青禾的款\n都给我记待办")]
    public void To_dos_each_have_their_day_and_customer(string text)
    {
        var first = DairyCompany.Read(text);
        var second = Assert.Single(first.Also);
        Assert.Equal(("add_task", new DateOnly(2026, 3, 12), "c2"), (first.Intent, first.Slots.Date("date"), first.Ref("customer")));
        Assert.Equal(("add_task", new DateOnly(2026, 3, 13), "c1"), (second.Intent, second.Slots.Date("date"), second.Ref("customer")));
    }

    [Theory]
    [InlineData("第一个我不同意，第二个过")]
    [InlineData("青禾那个驳回，白鹭的报价同意")]
    public void Approvals_are_decided_one_by_one(string text)
    {
        var first = DairyCompany.Read(text, new Focus { List = ["a1", "a2"] });
        var second = Assert.Single(first.Also);
        Assert.Equal(("reject", "a1", "approve", "a2"), (first.Intent, first.Ref("approval_id"), second.Intent, second.Ref("approval_id")));
    }

    [Theory]
    [InlineData("白鹭烘缸今天盖章，成交", "win_deal")]
    [InlineData("白鹭的报价可以，通过", "approve")]
    public void A_word_that_only_confirms_is_no_second_order(string text, string intent)
    {
        var frame = DairyCompany.Read(text);
        Assert.Equal((intent, 0), (frame.Intent, frame.Also.Count));
    }

    [Fact]
    public void A_name_alone_in_its_breath_is_whose_order_follows()
    {
        var frame = DairyCompany.Read("白鹭烘缸。下一步：催财务付款，周五。");
        Assert.Equal(("set_next_step", "d3", 0), (frame.Intent, frame.Ref("deal"), frame.Also.Count));
    }
}
