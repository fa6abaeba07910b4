namespace SalesBot.Server.Channels;

/// <summary>What can be set of every messenger beside its keys, and what of it could only fail later.</summary>
internal abstract class PlatformOptions
{
    /// <summary>Whether the messenger is served: something of its keys is set.</summary>
    public abstract bool IsOn { get; }

    /// <summary>Where the platform is called; plain http only in Development.</summary>
    public abstract string ApiUrl { get; set; }

    /// <summary>Bytes of a request beyond which it is answered with 413.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>Between two messages to one conversation.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Of one call to the platform.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Repetitions inside one send; what is still refused then goes back to the outbox.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Longest pause inside one send. A longer Retry-After is left to the outbox.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    public RetryLimits Retrying => new(Retries, TimeSpan.FromSeconds(1), MaxDelay, Timeout);

    /// <summary>The keys that are wrong, and how. Values are not repeated: they may be secrets.</summary>
    public IEnumerable<string> Faults(string section, bool httpToo) => IsOn ? KeyFaults().Concat(LimitFaults(httpToo)).Select(f => $"{section}:{f.Key} {f.What}.") : [];

    protected abstract IEnumerable<(string Key, string What)> KeyFaults();

    /// <summary>Every address that is called, by its key.</summary>
    protected virtual IEnumerable<(string Key, string Url)> Addresses => [(nameof(ApiUrl), ApiUrl)];

    private IEnumerable<(string Key, string What)> LimitFaults(bool httpToo)
    {
        foreach (var (key, url) in Addresses.Where(a => !IsAddress(a.Url, httpToo)))
        {
            yield return (key, "must be an https address (http only in Development) that ends with a slash");
        }

        if (MaxRequestBytes is < 1024 or > 16 * 1024 * 1024)
        {
            yield return (nameof(MaxRequestBytes), "must be between 1 KiB and 16 MiB");
        }

        if (Retries is < 0 or > 10)
        {
            yield return (nameof(Retries), "must be between 0 and 10");
        }

        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(5))
        {
            yield return (nameof(Timeout), "must be between 0 and 5 minutes");
        }

        if (MaxDelay < TimeSpan.FromSeconds(1) || Pace < TimeSpan.Zero || Pace > MaxDelay)
        {
            yield return (nameof(Pace), "must be at most MaxDelay, which is a second or more");
        }
    }

    private static bool IsAddress(string url, bool httpToo) => Uri.TryCreate(url, UriKind.Absolute, out var api) && url.EndsWith('/') && (api.Scheme is "https" || (api.Scheme is "http" && httpToo));
}
