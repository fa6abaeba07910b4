using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Server.Channels;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels;

/// <summary>What was acknowledged before it was done, and never was: the person got no word.</summary>
public sealed class UnfinishedTurnsTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private UnfinishedTurns _turns = null!;
    private Turn _turn = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await _bot.As("赵磊").Says("我的待办");
        var key = (await _bot.PersonAsync("赵磊")).Key;
        _turns = new UnfinishedTurns(_bot.Open, new EdgeNotes(_bot.Open), _bot.Get<ReplyRenderer>, _bot.Clock);
        _turn = new Turn(TurnKind.Said, new Address("test", "c-" + key, key, IsGroup: false, null, ""), "m-77", _bot.Clock.Now) { Text = "东岭阀门 已签约", PersonKey = key };
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Whoever_sent_what_a_stop_cut_short_is_told_once_to_say_it_again()
    {
        await _turns.Watch(_turn, Task.FromCanceled(new CancellationToken(canceled: true))).Ended;
        Assert.Equal(0, await _turns.TellAsync(_bot.Clock.Now.AddMinutes(4), default));

        await _bot.PassAsync(UnfinishedTurns.Longest);
        Assert.Equal(1, await _turns.TellAsync(_bot.Clock.Now, default));
        Assert.Equal(0, await _turns.TellAsync(_bot.Clock.Now, default));

        await _bot.As("赵磊").IsTold("10:00 发来的内容没有处理成功，未做任何改动", "请再发一次");
    }

    [Fact]
    public async Task What_was_done_in_the_end_is_not_told_of_even_if_nobody_noted_so()
    {
        await _turns.Watch(_turn, Task.CompletedTask).Ended;
        Assert.Equal(0, await _bot.Look(db => db.EdgeNotes.CountAsync()));

        await _turns.Watch(_turn, Task.FromException(new TimeoutException())).Ended;
        await _bot.Get<TurnRunner>().RunAsync(_turn with { PersonKey = _turn.From.UserId }, default);
        await _bot.PassAsync(UnfinishedTurns.Longest);
        Assert.Equal(0, await _turns.TellAsync(_bot.Clock.Now, default));
    }

    [Fact]
    public async Task A_stranger_is_told_nothing()
    {
        await _turns.Watch(_turn with { From = _turn.From with { UserId = "nobody" }, PersonKey = null }, Task.FromException(new TimeoutException())).Ended;
        await _bot.PassAsync(UnfinishedTurns.Longest);
        Assert.Equal(0, await _turns.TellAsync(_bot.Clock.Now, default));
    }

    /// <summary>The lost turn itself would have made their seat.</summary>
    [Fact]
    public async Task Whoever_writes_for_the_first_time_and_is_cut_short_is_told_in_that_chat()
    {
        _bot.Messenger.Elsewhere = "slack";
        await using (var db = _bot.Open())
        {
            db.PersonLinks.Add(new PersonLink { Channel = "slack", UserId = "U7", PersonId = (await db.People.FirstAsync(p => p.Name == "赵磊")).Id, LinkedAt = _bot.Clock.Now });
            await db.SaveChangesAsync();
        }

        await _turns.Watch(_turn with { From = new Address("slack", "D7", "U7", IsGroup: false, "zh-CN", "{}"), PersonKey = null }, Task.FromException(new TimeoutException())).Ended;
        await _bot.PassAsync(UnfinishedTurns.Longest);
        Assert.Equal(1, await _turns.TellAsync(_bot.Clock.Now, default));
        await _bot.DeliverAsync();

        Assert.Contains("没有处理成功", Assert.Single(_bot.Messenger.In("D7")).Message.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_press_they_are_asked_to_press_again()
    {
        await _turns.Watch(_turn with { Kind = TurnKind.Pressed, Text = null, Press = new Press("undo", [], null) }, Task.FromException(new TimeoutException())).Ended;
        await _bot.PassAsync(UnfinishedTurns.Longest);
        await _turns.TellAsync(_bot.Clock.Now, default);

        await _bot.As("赵磊").IsTold("按下的按钮没有处理成功", "请再按一次");
    }

    /// <summary>The database was busy just when the note was to go: a question that had been answered was told as not carried out.</summary>
    [Fact]
    public async Task What_was_answered_is_not_told_of_though_its_note_could_not_be_removed_at_first()
    {
        var (hourglass, busy) = (new Hourglass(_bot.Clock), true);
        var turns = new UnfinishedTurns(() => busy ? throw new Microsoft.Data.Sqlite.SqliteException("busy", 5) : _bot.Open(), new EdgeNotes(_bot.Open), _bot.Get<ReplyRenderer>, hourglass);
        var done = new TaskCompletionSource();
        var (noted, ended) = turns.Watch(_turn, done.Task);
        await noted;
        done.SetResult();
        await hourglass.TurnAsync();
        busy = false;
        await hourglass.TurnAsync(last: true);
        await ended;

        await _bot.PassAsync(UnfinishedTurns.Longest);
        Assert.Equal(0, await turns.TellAsync(_bot.Clock.Now, default));
    }

    /// <summary>Files that came slowly: sent again as asked, it was done twice.</summary>
    [Fact]
    public async Task What_takes_long_is_not_told_as_lost_while_somebody_carries_it_out()
    {
        var (hourglass, done) = (new Hourglass(_bot.Clock), new TaskCompletionSource());
        var turns = new UnfinishedTurns(_bot.Open, new EdgeNotes(_bot.Open), _bot.Get<ReplyRenderer>, hourglass);
        var watching = turns.Watch(_turn, done.Task).Ended;
        for (var minute = 0; minute < 11; minute++)
        {
            await hourglass.TurnAsync();
            Assert.Equal(0, await turns.TellAsync(_bot.Clock.Now, default));
        }

        done.SetResult();
        await watching;
        Assert.Equal(0, await _bot.Look(db => db.EdgeNotes.CountAsync()));
    }

    /// <summary>Time that goes by only when somebody waits for it.</summary>
    private sealed class Hourglass(FakeClock clock) : TimeProvider
    {
        private readonly Channel<(TimeSpan Wait, Action End)> _waits = Channel.CreateUnbounded<(TimeSpan, Action)>();

        public override DateTimeOffset GetUtcNow() => clock.Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waits.Writer.TryWrite((dueTime, () => callback(state)));
            return new Sand();
        }

        /// <summary>Lets the next wait end, once somebody waits; returns when they wait again.</summary>
        public async Task TurnAsync(bool last = false)
        {
            var (wait, end) = await _waits.Reader.ReadAsync();
            clock.Advance(wait);
            end();
            if (!last)
            {
                await _waits.Reader.WaitToReadAsync();
            }
        }

        private sealed class Sand : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => false;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
