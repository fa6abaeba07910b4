using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels;

/// <summary>What is said to a platform that may not wait for the answer.</summary>
public sealed class AcknowledgedTurnsTests : IAsyncLifetime
{
    private static readonly Address From = new("test", "c-P2", "P2", IsGroup: false, null, "");
    private readonly ManualResetEventSlim _open = new();
    private readonly TaskCompletionSource _asked = new(), _done = new();
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync()
    {
        _open.Set();
        _done.TrySetResult();
        await _bot.DisposeAsync();
        _open.Dispose();
    }

    /// <summary>The platform was told at once, and a crash before the note was written was silent.</summary>
    [Fact]
    public async Task A_turn_that_takes_long_is_acknowledged_when_it_is_noted()
    {
        var turns = Turns(_ => _done.Task, noteMayTake: Timeout.InfiniteTimeSpan);
        var taken = TakeAsync(turns);
        await _asked.Task;
        Assert.False(taken.IsCompleted);

        _open.Set();
        await taken;

        Assert.Equal(1, await _bot.Look(db => db.EdgeNotes.CountAsync()));
        _done.SetResult();
        await turns.StopAsync(CancellationToken.None);
        Assert.Equal(0, await _bot.Look(db => db.EdgeNotes.CountAsync()));
    }

    [Fact]
    public async Task A_turn_that_cannot_be_noted_in_time_is_acknowledged_all_the_same()
    {
        await TakeAsync(Turns(_ => _done.Task, noteMayTake: TimeSpan.Zero));

        Assert.False(_done.Task.IsCompleted);
    }

    /// <summary>It was told to the platform as taken.</summary>
    [Fact]
    public async Task A_turn_that_breaks_by_a_time_limit_of_its_own_is_not_taken() =>
        await Assert.ThrowsAsync<TimeoutException>(() => TakeAsync(Turns(_ => throw new TimeoutException(), noteMayTake: TimeSpan.Zero)));

    private AcknowledgedTurns Turns(Func<Turn, Task> work, TimeSpan noteMayTake)
    {
        var unfinished = new UnfinishedTurns(_bot.Open, new EdgeNotes(Slow), _bot.Get<ReplyRenderer>, _bot.Clock);
        return new AcknowledgedTurns(
            async (turn, _) =>
            {
                await work(turn);
                return new TurnAnswer([]);
            }, _bot.Get<Outbox>(), new AnsweredActivities(), new AcknowledgedTurns.Surroundings(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), new Waits(noteMayTake), unfinished, NullLogger<AcknowledgedTurns>.Instance));
    }

    private SalesBot.Data.SalesDb Slow()
    {
        _asked.TrySetResult();
        _open.Wait();
        return _bot.Open();
    }

    private static Task TakeAsync(AcknowledgedTurns turns) => turns.TakeAsync(new Turn(TurnKind.Said, From, "m-1", TestBot.Start) { Text = "我的待办" }, (_, _) => Task.FromResult<string?>(null), Task.CompletedTask);

    /// <summary>The wait for the turn is over at once, the one for the note after as long as is given.</summary>
    private sealed class Waits(TimeSpan second) : TimeProvider
    {
        private int _count;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Interlocked.Increment(ref _count) == 1 ? TimeSpan.Zero : second, period);
    }
}
