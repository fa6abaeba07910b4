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
    private (Fetched Answer, DateTimeOffset Until)? _held;

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
            _held = (fetched, fetched.Token is null ? wall.GetUtcNow() + Pause : now + (fetched.Life > 2 * Early ? fetched.Life - Early : fetched.Life / 2));
            return fetched;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The platform does not take this one any more. A newer one stays.</summary>
    public void Drop(string token)
    {
        if (string.Equals(_held?.Answer.Token, token, StringComparison.Ordinal))
        {
            _held = null;
        }
    }

    public void Dispose() => _asking.Dispose();
}
