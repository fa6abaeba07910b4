using SalesBot.Language;

namespace SalesBot.Tests.Language.Chinese;

/// <summary>Which words of a Chinese message give which slot.</summary>
public class SlotTests
{
    [Theory]
    [InlineData("青禾冷链推到谈判", "deal", "d1")]
    [InlineData("青禾的巴氏推到方案", "deal", "d2")]
    [InlineData("青禾的合同提交审批", "deal", "d1")]
    [InlineData("把青禾的冷链改造报价驳回", "approval_id", "a1")]
    [InlineData("烘缸那个报价我不同意", "approval_id", "a2")]
    public void Finds_what_is_meant(string text, string slot, string key)
    {
        var frame = DairyCompany.Read(text);
        Assert.Equal((key, 0), (frame.Ref(slot), frame.Clarify.Count));
    }

    [Theory]
    [InlineData("白鹭烘缸报价送审 95折 账期60天", "terms", "账期60天")]
    [InlineData("白鹭烘缸报价提交审批，88折，货到付款", "terms", "货到付款")]
    [InlineData("白鹭烘缸报价提交审批，让三个点", "discount", "0.97")]
    [InlineData("白鹭烘缸再让五个点", "amount", "475000")]
    [InlineData("白鹭烘缸上调10个点", "amount", "550000")]
    [InlineData("白鹭设备老是漏水，报个修", "content", "白鹭设备老是漏水")]
    [InlineData("4月20号要去白鹭开会，提前三天提醒我订票", "date", "2026-04-17")]
    [InlineData("超过两周没动静的单子", "days", "14")]
    [InlineData("今季我赢了哪几单", "close_before", "2026-03-31")]
    [InlineData("上个月驳回过哪些报价", "status", "rejected")]
    [InlineData("上个月驳回过哪些报价", "period", "last_month")]
    [InlineData("昨天下午三点半在白鹭开了会，罗厂长说预算不够", "time", "15:30")]
    [InlineData("白鹭往下走一格", "stage", "next")]
    [InlineData("五百万往上的单子有哪些", "min_amount", "5000000")]
    [InlineData("四月底前预计成交的单子", "status", null)]
    [InlineData("除了赢的，白鹭还有哪些单子", "status", "open")]
    [InlineData("明早九点喊我给白鹭宋工回电话", "person", null)]
    [InlineData("明早九点让晓雯给白鹭宋工回电话", "person", "宋晓雯")]
    [InlineData("最近三个月没动静的客户", "days", "90")]
    [InlineData("下周一到周三请假，晓雯替我批", "period", "2026-03-16..2026-03-18")]
    [InlineData("4月20号要去白鹭开会，会前一天提醒我订票", "date", "2026-04-19")]
    [InlineData("跟罗厂长微信上聊了几句，他说预算不够", "method", "wechat")]
    public void Reads(string text, string slot, string? value) => Assert.Equal(value, DairyCompany.Read(text).Slots.Text(slot));

    [Fact]
    public void A_deal_won_at_an_amount_is_one_order()
    {
        var frame = DairyCompany.Read("白鹭烘缸拿下了 最后做到48万");
        Assert.Equal(("win_deal", 480000m, 0), (frame.Intent, frame.Slots.Number("amount"), frame.Also.Count));
    }

    [Fact]
    public void A_contact_named_beside_a_decision_keeps_what_is_on_the_table()
    {
        var frame = DairyCompany.Read("否了 罗厂长那边根本没要折扣", new Focus { Approval = "a2" });
        Assert.Equal(("reject", "a2"), (frame.Intent, frame.Ref("approval_id")));
    }

    [Fact]
    public void Two_customers_side_by_side_both_change_hands()
    {
        var frame = DairyCompany.Read("青禾白鹭两家都转给晓雯");
        Assert.Equal(["c1", "c2"], frame.Refs["customer"]);
    }
}
