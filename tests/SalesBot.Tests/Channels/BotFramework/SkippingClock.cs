namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>A clock that jumps over every wait and remembers how long each was meant to be.</summary>
internal sealed class SkippingClock : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];

    public static DateTimeOffset Start { get; } = new(2026, 3, 18, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public IReadOnlyList<TimeSpan> Waits => _waits;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Add(dueTime);
        Now += dueTime;
        callback(state);
        return new SpentTimer();
    }

    private sealed class SpentTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
