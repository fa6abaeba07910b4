using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

public sealed class SaidOnceTests
{
    [Theory]
    [InlineData("噼里 啪啦咕噜 改到乌拉")]
    [InlineData("qwop zxcv, blorp fnord. wibble")]
    public async Task What_is_not_understood_is_said_once(string said)
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Single((await bot.As("赵磊").Says(said)).LastMessages);
    }
}
