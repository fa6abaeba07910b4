using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>While it is asked which record is meant, another value is one of the same order; and “they” are who was spoken of last.</summary>
public sealed class ChangedMindTests
{
    [Theory]
    [InlineData("把东岭推进到商务谈判", "不，是需求确认")]
    [InlineData("把东岭推进到商务谈判", "不对，需求确认")]
    public async Task Another_stage_is_no_order_for_what_was_spoken_of_before(string ordered, string changed)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看凌云电缆能耗");
        var before = await StagesAsync(bot);

        await rep.Says(ordered.Replace("东岭", "东陵机械", StringComparison.Ordinal));
        await rep.Says(changed);

        Assert.Equal(before, await StagesAsync(bot));
    }

    [Fact]
    public async Task They_are_the_customer_that_was_made_since()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("who do we know at Blue Harbor Shipping");
        await rep.Says("new customer Tern Coatings, contact Amy Wells, 617 555 0144");

        (await rep.Says("open a deal for them, 60k, end of June")).DoesNotHear("Blue Harbor", "Harbor Shipping");

        Assert.Equal("Tern Coatings", await bot.Look(db => db.Deals.OrderByDescending(d => d.Id).Select(d => d.Customer!.Name).FirstAsync()));
    }

    private static Task<List<string>> StagesAsync(TestBot bot) => bot.Look(db => db.Deals.OrderBy(d => d.Id).Select(d => d.Stage).ToListAsync());
}
