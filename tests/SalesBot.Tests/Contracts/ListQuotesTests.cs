using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>What was quoted to whom.</summary>
public sealed class ListQuotesTests
{
    [Theory]
    [InlineData("之前给东岭阀门报过多少", false)]
    [InlineData("东岭阀门的报价有哪些", false)]
    [InlineData("看看东岭阀门MES的历史报价", false)]
    [InlineData("我的报价单", false)]
    [InlineData("what have we quoted 东岭阀门 so far?", true)]
    [InlineData("list the quotes for 东岭阀门MES", true)]
    public async Task The_quotes_of_a_customer_with_their_terms(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.9"), ("terms", "预付40%"));
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D5"));
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears("612,000", "预付40%", english ? "in approval" : "审批中");
    }

    [Fact]
    public async Task Where_nothing_was_quoted_it_says_so_and_others_see_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("给凌云电缆报过价吗")).Hears("还没有报过价");
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"));
        (await bot.As("刘晨").Says("我们的报价")).DoesNotHear("680,000");
        (await bot.As("王芳").Says("赵磊的报价有哪些")).Hears("1 份报价", "680,000");
    }

    [Theory]
    [InlineData("给东岭阀门报价66万")]
    [InlineData("东岭阀门MES报价提交审批")]
    [InlineData("东岭阀门的报价昨天发过去了")]
    public async Task Who_makes_or_tells_of_a_quote_gets_no_list(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).DoesNotHear("还没有报过价");
    }
}
