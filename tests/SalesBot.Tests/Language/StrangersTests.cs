using SalesBot.Language;
using SalesBot.Language.Names;
using SalesBot.Language.Reading;

namespace SalesBot.Tests.Language;

/// <summary>Names of companies that nobody has recorded, in running text.</summary>
public class StrangersTests
{
    [Theory]
    [InlineData("拜访了万象包装 客户说预算不够", "万象包装")]
    [InlineData("提醒我明天给德润化工发报价", "德润化工")]
    [InlineData("华夏乐器有限公司下周签", "华夏乐器有限公司")]
    [InlineData("今天去瑞丰银行见了科技部", "瑞丰银行")]
    [InlineData("市第三人民医院改成100万", "市第三人民医院")]
    [InlineData("拜访了宏珅", "宏珅")]
    [InlineData("we lost Ridgeline Dairy on price", "Ridgeline Dairy")]
    [InlineData("call with tidewater farms today", "tidewater farms")]
    [InlineData("acme widgets ltd is now 50k", "acme widgets ltd")]
    [InlineData("met with Praxis GmbH this morning", "Praxis GmbH")]
    [InlineData("visited Holloway, they want a demo", "Holloway")]
    [InlineData("how is Thornbury doing", "Thornbury")]
    [InlineData("Cobalt Marine is now 50k", "Cobalt Marine")]
    public void Are_found(string text, string name) => Assert.Equal([name], Find(text), StringComparer.Ordinal);

    [Theory]
    [InlineData("拜访了王总 他说这家公司预算够")]
    [InlineData("见了李建国 聊得不错")]
    [InlineData("他们做智能制造的 机械行业客户多")]
    [InlineData("联系人何敏 13700002222")]
    [InlineData("两家医院都要演示")]
    [InlineData("去学校见了校长")]
    [InlineData("met Sarah today, she likes the software")]
    [InlineData("their energy costs are up and the labs are full")]
    [InlineData("Called the hospital about our new systems")]
    [InlineData("Cobalt Robotics shipping docs are in")]
    [InlineData("create Cobalt Robotics Inc")]
    public void Are_none(string text) => Assert.Empty(Find(text));

    private static IEnumerable<string> Find(string text)
    {
        var message = Message.Of(text, SmallCompany.Now, SmallCompany.Index(), ("p1", new Focus(), (NamedRecord _) => true));
        return message.Strangers.Select(name => message.AsTyped(name.Start, name.End));
    }
}
