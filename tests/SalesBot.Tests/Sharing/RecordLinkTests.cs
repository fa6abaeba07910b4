using SalesBot.Sharing;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Sharing;

/// <summary>Addresses of deals and customers: asked for, said, and read.</summary>
public sealed class RecordLinkTests
{
    private static readonly Uri Root = new("https://bot.example/sales/");

    [Fact]
    public async Task A_deals_link_is_given_and_whoever_says_it_sees_the_deal_they_may_see()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("把东岭阀门那单的链接发我");
        rep.Hears("http://127.0.0.1:3978/deals/D1");

        await rep.Says("http://127.0.0.1:3978/deals/D1");
        rep.Hears("680,000");
        await rep.Says("<http://127.0.0.1:3978/customers/C1>");
        rep.Hears("东岭阀门");

        var other = bot.As("Kevin Doyle");
        await other.Says("http://127.0.0.1:3978/deals/D1");
        other.DoesNotHear("680,000");
    }

    [Theory]
    [InlineData("share the link to 东岭阀门", "/deals/D1")]
    [InlineData("客户东岭阀门的链接", "/customers/C1")]
    [InlineData("get me a link for the customer 东岭阀门", "/customers/C1")]
    public async Task It_is_asked_for_in_both_languages(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(said);
        rep.Hears(heard);
    }

    [Theory]
    [InlineData("https://bot.example/sales/deals/D7K2M9QX4B", "show_deal")]
    [InlineData("  <https://BOT.example/sales/customers/C1> ", "show_customer")]
    [InlineData("https://bot.example/deals/D1", null)]
    [InlineData("https://bot.example/sales/deals/", null)]
    [InlineData("https://bot.example/sales/deals/D1/approve", null)]
    [InlineData("https://bot.example/sales/deals/../../D1", null)]
    [InlineData("https://evil.example/sales/deals/D1", null)]
    [InlineData("https://bot.example/sales/deals/D1?approve=1", null)]
    [InlineData("https://bot.example/sales/deals/D%2F1", null)]
    [InlineData("看看 https://bot.example/sales/deals/D1 这个单子怎么样了", null)]
    [InlineData("deals/D1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_an_address_of_ours_alone_is_one(string? text, string? shows) => Assert.Equal(shows, RecordLink.Read(text, Root)?.Intent);
}
