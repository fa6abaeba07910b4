using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

public sealed class PersonNamesTests
{
    [Fact]
    public async Task Who_reads_English_hears_colleagues_by_their_English_names()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳").InEnglish();
        await manager.Joins();

        await bot.As("赵磊").Forges("lose_deal", ("deal", "D1"), ("reason", "价格"));
        await manager.IsTold("Ray Zhao", "东岭阀门MES");

        await bot.As("赵磊").InEnglish().Forges("add_task", ("content", "call"), ("date", "2026-03-12"));
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("list_tasks");
        rep.Hears("Ray Zhao").DoesNotHear("赵磊");
    }
}
