using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>The company of the tests with a Feishu of its own, in which some people have addresses.</summary>
public abstract class FeishuCompany : IAsyncLifetime
{
    private protected TestBot Bot { get; private set; } = null!;

    private protected FeishuServer Feishu { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bot = await TestBot.StartAsync();
        await using var db = Bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@EXAMPLE.com";
        (await db.People.FirstAsync(p => p.Name == "郑文")).Email = "zheng.wen@example.com";
        await db.SaveChangesAsync();
        Feishu = await FeishuServer.StartAsync(Bot);
    }

    public async Task DisposeAsync()
    {
        await Feishu.DisposeAsync();
        await Bot.DisposeAsync();
    }

    private protected async Task NothingHappenedAsync()
    {
        await Feishu.StopAsync();
        Assert.True(Feishu.NothingSent);
        await using var db = Bot.Open();
        Assert.Equal((0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "feishu"), await db.PersonLinks.CountAsync()));
    }
}
