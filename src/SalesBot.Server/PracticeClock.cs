namespace SalesBot.Server;

/// <summary>Runs what falls due between two moments of the practice clock. Register any number; they run in order of registration.</summary>
internal delegate Task FallsDue(DateTimeOffset from, DateTimeOffset to, CancellationToken stop);

/// <summary>
/// A clock that can be moved ahead, in Development: it starts at the given moment (or at the real time) and runs at the real speed.
/// What needs real time in spite of it (the life of tokens, time-outs) reads <see cref="Wall"/> or takes <see cref="Inner"/>.
/// </summary>
internal sealed class PracticeClock(TimeProvider inner, DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _moving = new();
    private TimeSpan _ahead = start is { } moment ? moment - inner.GetUtcNow() : TimeSpan.Zero;

    public TimeProvider Inner => inner;

    public DateTimeOffset Wall => inner.GetUtcNow();

    /// <summary>How far it is ahead of the real time.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_moving)
                return _ahead;
        }

        set
        {
            lock (_moving)
                _ahead = value;
        }
    }

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_moving)
            return inner.GetUtcNow() + _ahead;
    }

    public override long GetTimestamp() => inner.GetTimestamp();

    /// <summary>Timers keep real time: moving the clock does not fire them, <see cref="FallsDue"/> does what they would have done.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock ahead and returns where it stood and where it stands.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        lock (_moving)
        {
            var from = inner.GetUtcNow() + _ahead;
            _ahead += by;
            return (from, from + by);
        }
    }
}
