namespace SalesBot.Tests.Language.Chinese;

/// <summary>What is told of others, asked, all but happened or held back is no order; what the speaker orders after it is.</summary>
public class StanceTests
{
    [Theory]
    [InlineData("听说白鹭烘缸已经签给别人了")]
    [InlineData("白鹭烘缸差点丢了")]
    [InlineData("晓雯说青禾的报价批了")]
    [InlineData("白鹭的合同能不能不走审批直接提交")]
    [InlineData("等白鹭签了我请大家吃饭")]
    [InlineData("白鹭烘缸快签了")]
    [InlineData("白鹭烘缸本来要黄了")]
    [InlineData("白鹭烘缸是不是该推到谈判")]
    [InlineData("先不要动，白鹭推到谈判的事再说")]
    public void Changes_nothing(string text) => Assert.DoesNotContain(DairyCompany.Read(text).Intent, Changing, StringComparer.Ordinal);

    [Theory]
    [InlineData("白鹭烘缸签没签")]
    [InlineData("青禾冷链推到商务谈判了没")]
    [InlineData("白鹭烘缸拿下没有")]
    public void A_question_is_no_order(string text) => Assert.DoesNotContain(DairyCompany.Read(text).Intent, Changing, StringComparer.Ordinal);

    [Theory]
    [InlineData("青禾冷链推到商务谈判了没", "show_deal")]
    public void A_question_is_answered(string text, string intent) => Assert.Equal(intent, DairyCompany.Read(text).Intent);

    [Theory]
    [InlineData("罗厂长说想再要一台大概三十万六月定你帮我新建个商机", "create_deal")]
    [InlineData("能不能帮我把白鹭改成60万？", "update_amount")]
    [InlineData("白鹭那边不用等到五月了 改成四月底", "update_close_date")]
    [InlineData("客户说预算砍了，白鹭标丢单吧", "lose_deal")]
    public void What_is_ordered_after_it_counts(string text, string intent) => Assert.Equal(intent, DairyCompany.Read(text).Intent);

    private static readonly string[] Changing = ["win_deal", "lose_deal", "move_stage", "update_amount", "update_close_date", "approve", "reject", "submit_contract", "submit_quote"];
}
