using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tickets;

/// <summary>Somebody tells in passing that what a ticket is about works again.</summary>
public sealed class SortedTests
{
    [Theory]
    [InlineData("百川水务的水表工单修好了，换了传感器")]
    [InlineData("the 百川水务 meter ticket is sorted, they swapped the sensor")]
    public async Task It_is_settled_and_none_is_opened(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("百川水务的水表坏了，开个工单");
        (await bot.As("林小雨").Says(said)).DoesNotHear("工单已提交", "丢单");
        (await bot.As("林小雨").Says("百川水务的工单")).DoesNotHear("处理中");
    }

    [Theory]
    [InlineData("百川的水表工单修好了")]
    [InlineData("百川的工单已经处理完了。")]
    public async Task Without_a_word_how_it_is_asked_how_and_then_settled(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("百川水务的水表坏了，开个工单");
        var success = bot.As("林小雨");
        (await success.Says(said)).Hears("怎么处理的").DoesNotHear("工单已提交", "丢单");
        (await success.Says("换了传感器")).Hears("工单已关闭", "换了传感器");
        (await success.Says("百川水务的工单")).DoesNotHear("处理中");
    }
}
