using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>What was asked for is said once, first.</summary>
public sealed class AskedFactTests
{
    [Fact]
    public async Task The_owner_of_a_customer_is_said_once_in_the_readers_language()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳").InEnglish();

        await manager.Forges("show_customer", ("customer", "C1"), ("field", "owner"));

        manager.Hears("Owner: Ray Zhao").DoesNotHear("\nOwner\n");
        (await manager.Forges("show_customer", ("customer", "C1"))).Hears("\nOwner\nRay Zhao");
    }

    [Fact]
    public async Task A_deals_amount_that_was_asked_for_is_said_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        await rep.Forges("show_deal", ("deal", "D1"), ("field", "amount"));

        Assert.Single(rep.LastMessages[0].Text.Split('\n'), line => line.Contains("680,000", StringComparison.Ordinal));
    }
}
