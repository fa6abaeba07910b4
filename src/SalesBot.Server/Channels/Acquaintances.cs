using System.Collections.Concurrent;

namespace SalesBot.Server.Channels;

/// <summary>Whom a platform was asked about lately, so that it is not asked with each message: an hour where the user is somebody, a minute where not.</summary>
internal sealed class Acquaintances(TimeProvider wall)
{
    // Far more than a company has people; beyond it all are asked about anew.
    private const int Most = 20_000;

    private static readonly TimeSpan Known = TimeSpan.FromHours(1);

    /// <summary>A stranger may be entered into the company at any moment.</summary>
    private static readonly TimeSpan Strange = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string? Locale, DateTimeOffset Until)> _met = new(StringComparer.Ordinal);

    /// <summary>True while nothing needs to be asked.</summary>
    public bool Remembers(string userId, out string? locale)
    {
        var found = _met.TryGetValue(userId, out var met) && met.Until > wall.GetUtcNow();
        locale = found ? met.Locale : null;
        return found;
    }

    public void Remember(string userId, string? locale, bool linked)
    {
        if (_met.Count >= Most)
        {
            _met.Clear();
        }

        _met[userId] = (locale, wall.GetUtcNow() + (linked ? Known : Strange));
    }
}
