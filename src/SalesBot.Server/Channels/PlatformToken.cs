namespace SalesBot.Server.Channels;

/// <summary>
/// A platform's access token, asked for once for all who need it and again shortly before it ends; where none is given, all hear so for some seconds. <paramref name="fetch"/> asks the platform and returns the token with
/// its life, or the fault.
/// </summary>
internal sealed class PlatformToken(Func<CancellationToken, Task<PlatformToken.Fetched>> fetch, TimeProvider wall) : IDisposable
{
    /// <summary>One of <paramref name="Token"/> and <paramref name="Fault"/> is null.</summary>
    internal sealed record Fetched(string? Token, TimeSpan Life, PlatformAnswer? Fault = null);

    /// <summary>At least as long as a call with it may take.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>Else all who wait would ask in turn, each as long as the platform takes to say nothing.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private Held? _held;

    private sealed record Held(Fetched Answer, DateTimeOffset Until);

    /// <summary>Makes a call with it; once more with a new one where the platform does not take it any more.</summary>
    /// <param name="call">Makes the call with a token; is asked twice at most.</param>
    /// <param name="expired">The errors that say so.</param>
    public async Task<PlatformAnswer> CallAsync(Func<string, Task<PlatformAnswer>> call, HashSet<string> expired, CancellationToken cancel)
    {
        for (var again = false; ; again = true)
        {
            var held = await GetAsync(cancel);
            if (held.Token is not { } token)
            {
                return held.Fault!;
            }

            var answer = await call(token);
            if (again || answer.Error is not { } error || !expired.Contains(error))
            {
                return answer;
            }

            Drop(token);
        }
    }

    public async Task<Fetched> GetAsync(CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel);
        try
        {
            var now = wall.GetUtcNow();
            if (_held is { } held && held.Until > now)
            {
                return held.Answer with { Life = held.Until - now };
            }

            var fetched = await fetch(cancel);
            // From the answer on, not from the question: it may have taken long.
            _held = new Held(fetched, fetched.Token is null ? wall.GetUtcNow() + Pause : now + (fetched.Life > 2 * Early ? fetched.Life - Early : fetched.Life / 2));
            return fetched;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The platform does not take this one any more. A newer one stays.</summary>
    private void Drop(string token)
    {
        if (_held is { } held && string.Equals(held.Answer.Token, token, StringComparison.Ordinal))
        {
            Interlocked.CompareExchange(ref _held, value: null, held);
        }
    }

    public void Dispose() => _asking.Dispose();
}
