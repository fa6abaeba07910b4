using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Server.Channels.BotFramework.Authentication;

/// <summary>
/// The signing keys behind one OpenID metadata address, kept for a day. A key id that is not among them fetches again, but at most
/// once an hour, so that forged tokens cannot make us hammer the login service (PROTOCOLS.md A.4). While it is down the old keys serve on.
/// </summary>
internal sealed class SigningKeys(string metadataAddress, IDocumentRetriever documents, TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan RefetchAfter = TimeSpan.FromHours(1);

    // After an outage: soon enough to recover within a minute, rare enough not to hold every turn for a dead address.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Snapshot _current = new(new Dictionary<string, JsonWebKey>(StringComparer.Ordinal), DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>No key was ever had: nobody can be judged, through no fault of the caller's.</summary>
    public bool IsEmpty => _current.Keys.Count == 0;

    public async Task<JsonWebKey?> FindAsync(string kid, CancellationToken cancel)
    {
        var snapshot = _current;
        if (snapshot.MustFetch(kid, time.GetUtcNow()))
        {
            snapshot = await FetchAsync(kid, cancel);
        }

        return snapshot.Keys.GetValueOrDefault(kid);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<Snapshot> FetchAsync(string kid, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var now = time.GetUtcNow();
            if (_current.MustFetch(kid, now))
            {
                _current = await ReadAsync(now, cancel);
            }

            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, documents, cancel);
            var keys = metadata.JsonWebKeySet?.Keys.Where(k => k.Kid is not null).DistinctBy(k => k.Kid, StringComparer.Ordinal) ?? [];
            var byId = keys.ToDictionary(k => k.Kid, StringComparer.Ordinal);
            return byId.Count > 0 ? new Snapshot(byId, now, now + RefetchAfter) : Unchanged(now, failure: null);
        }
        catch (IOException e)
        {
            return Unchanged(now, e);
        }
        catch (ArgumentException e)
        {
            return Unchanged(now, e);
        }
        catch (JsonException e)
        {
            return Unchanged(now, e);
        }
    }

    private Snapshot Unchanged(DateTimeOffset now, Exception? failure)
    {
        log.SigningKeysUnavailable(metadataAddress, failure);
        return _current with { NotBefore = now + RetryAfter };
    }

    private sealed record Snapshot(Dictionary<string, JsonWebKey> Keys, DateTimeOffset FetchedAt, DateTimeOffset NotBefore)
    {
        public bool MustFetch(string kid, DateTimeOffset now) => now >= NotBefore && (!Keys.ContainsKey(kid) || now - FetchedAt >= Lifetime);
    }
}
