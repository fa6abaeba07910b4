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

    [Fact]
    public async Task One_that_is_not_taken_any_more_is_asked_for_anew_once_and_a_call_made_again_once()
    {
        var asked = 0;
        using var token = new PlatformToken(_ => Task.FromResult(new PlatformToken.Fetched($"t{++asked}", TimeSpan.FromHours(2))), new FakeClock(TestBot.Start));
        var tried = new List<string>();

        var done = await token.CallAsync(Only("t2"), ["expired"], default);
        var never = await token.CallAsync(Only("none"), ["expired"], default);
        var other = await token.CallAsync(t => Task.FromResult(new PlatformAnswer(default, "noRight")), ["expired"], default);

        Assert.Equal((null, "expired", "noRight"), (done.Error, never.Error, other.Error));
        Assert.Equal(["t1", "t2", "t2", "t3"], tried);
        Assert.Equal(3, asked);

        Func<string, Task<PlatformAnswer>> Only(string good) => t =>
        {
            tried.Add(t);
            return Task.FromResult(new PlatformAnswer(default, t == good ? null : "expired"));
        };
    }

    /// <summary>Calls that were under way with the old one do not have the new one asked for anew.</summary>
    [Fact]
    public async Task All_who_held_the_old_one_get_one_new_one()
    {
        var asked = 0;
        using var token = new PlatformToken(_ => Task.FromResult(new PlatformToken.Fetched($"t{++asked}", TimeSpan.FromHours(2))), new FakeClock(TestBot.Start));
        var all = new TaskCompletionSource();
        var waiting = 20;

        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => token.CallAsync(
            async t =>
            {
                if (t == "t1" && Interlocked.Decrement(ref waiting) == 0)
                {
                    all.SetResult();
                }

                await all.Task;
                return new PlatformAnswer(default, t == "t1" ? "expired" : null);
            },
            ["expired"],
            default)));

        Assert.Equal(2, asked);
    }
}
