namespace SalesBot.Server.Channels;

/// <summary>Platforms take only so many messages of one conversation: each waits for its turn, in the order in which they came.</summary>
/// <param name="burst">So many may go out at once after a rest.</param>
internal sealed class SendPace(TimeSpan pace, TimeSpan most, TimeProvider wall, int burst = 1)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);
    private DateTimeOffset _sweptUntil;

    /// <summary>How much too long the wait would be; null once the turn has come.</summary>
    public async Task<TimeSpan?> EnterAsync(string channel, CancellationToken cancel)
    {
        var wait = Book(channel);
        if (wait > most)
        {
            return wait;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, wall, cancel);
        }

        return null;
    }

    private TimeSpan Book(string channel)
    {
        lock (_lock)
        {
            var now = wall.GetUtcNow();
            if (now >= _sweptUntil)
            {
                _sweptUntil = now + most;
                foreach (var past in _free.Where(f => f.Value <= now).Select(f => f.Key).ToList())
                {
                    _free.Remove(past);
                }
            }

            // When the next would go out if each kept its distance; a burst may run ahead of that.
            var due = _free.TryGetValue(channel, out var free) && free > now ? free : now;
            var wait = due - now - ((burst - 1) * pace);
            if (wait <= most)
            {
                _free[channel] = due + pace;
            }

            return wait;
        }
    }
}
