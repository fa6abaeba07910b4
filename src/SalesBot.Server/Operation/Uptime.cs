namespace SalesBot.Server.Operation;

/// <summary>Time as it is outside, whatever day is being practised: jobs and probes live by it.</summary>
internal sealed class Uptime(TimeProvider clock)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);
    private readonly TimeProvider wall = clock is PracticeClock practice ? practice.Inner : clock;
    private readonly long start = (clock is PracticeClock p ? p.Inner : clock).GetTimestamp();

    public DateTimeOffset Wall => wall.GetUtcNow();

    /// <summary>For the first minutes jobs that are late from before the start do not count.</summary>
    public bool IsStarting => wall.GetElapsedTime(start) < Grace;
}
