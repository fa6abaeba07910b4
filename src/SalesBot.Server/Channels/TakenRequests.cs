using System.Collections.Concurrent;

namespace SalesBot.Server.Channels;

/// <summary>The signatures or nonces that were taken before: none is taken twice while its moment is still believed.</summary>
/// <param name="window">How far a request's moment may lie from ours, behind or ahead.</param>
internal sealed class TakenRequests(TimeSpan window, TimeProvider wall)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _taken = new(StringComparer.Ordinal);

    /// <summary>Looked through now and then, not with each of fifty requests a second; twice at once does no harm.</summary>
    private DateTimeOffset _sweptUntil;

    /// <summary>False when it was here before.</summary>
    public bool Take(string mark)
    {
        var now = wall.GetUtcNow();
        if (now >= _sweptUntil)
        {
            _sweptUntil = now + window;
            foreach (var old in _taken.Where(t => t.Value < now))
            {
                _taken.TryRemove(old);
            }
        }

        // A moment may lie ahead of ours as well: it is good for two windows at most.
        return _taken.TryAdd(mark, now + (2 * window));
    }

    /// <summary>It could not be done after all: the platform may bring the very same again.</summary>
    public void Forget(string mark) => _taken.TryRemove(mark, out _);
}
