using SalesBot.Server.Channels;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels;

public sealed class PlatformTokenTests
{
    /// <summary>While the platform gave none, whoever waited asked it in turn.</summary>
    [Fact]
    public async Task Where_none_is_given_all_hear_so_and_it_is_asked_for_again_after_some_seconds()
    {
        var (asked, clock) = (0, new FakeClock(TestBot.Start));
        using var token = new PlatformToken(
            async _ =>
            {
                await Task.Yield();
                return ++asked == 1 ? new PlatformToken.Fetched(null, default, new PlatformAnswer(default, "away", TimeSpan.FromSeconds(20))) : new PlatformToken.Fetched("t", TimeSpan.FromHours(2));
            },
            clock);

        var heard = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => token.GetAsync(default)));

        Assert.All(heard, h => Assert.Equal("away", h.Fault!.Error));
        Assert.Equal(1, asked);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("t", (await token.GetAsync(default)).Token);
        Assert.Equal("t", (await token.GetAsync(default)).Token);
        Assert.Equal(2, asked);
    }
}
