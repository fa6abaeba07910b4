using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Nudges rest until something happens, in a newcomer's words (AL-05).</summary>
public sealed class QuietUntilTests
{
    [Theory]
    [InlineData("客户回复之前别催我东岭阀门", "contact")]
    [InlineData("东岭阀门签完再提醒我", "contract")]
    [InlineData("东岭阀门先别催，等他们付了款再说", "payment")]
    [InlineData("东岭阀门的提醒等合同签了再发", "contract")]
    [InlineData("什么时候东岭阀门回话了再提醒我", "contact")]
    [InlineData("别再提醒我东岭阀门，等报价出了再说", "quote")]
    [InlineData("东岭阀门报价发出去之前别吵我", "quote")]
    [InlineData("在他们签字以前，东岭阀门别再推了", "contract")]
    [InlineData("stop nagging me about 东岭阀门 till they answer", "contact")]
    [InlineData("don't remind me of 东岭阀门 before they sign", "contract")]
    [InlineData("no reminders on 东岭阀门 until the quote is out", "quote")]
    [InlineData("until they pay don't bug me about 东岭阀门", "payment")]
    [InlineData("remind me about 东岭阀门 once we hear back", "contact")]
    public async Task AL_05_a_customers_nudges_rest_until_then(string said, string awaited)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal([awaited], await bot.Look(db => db.Settings.Where(s => s.Name.StartsWith("rest/")).Select(s => s.Value.Substring(s.Value.IndexOf("|") + 1)).ToListAsync()));
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => !a.Refused)));
    }

    [Theory]
    [InlineData("等客户回复了给东岭阀门发报价")]
    [InlineData("东岭阀门说等报价出来再签合同")]
    [InlineData("提醒我明天催东岭阀门签合同")]
    [InlineData("东岭阀门的合同签了")]
    public async Task What_speaks_of_work_rests_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name.StartsWith("rest/"))));
    }
}
