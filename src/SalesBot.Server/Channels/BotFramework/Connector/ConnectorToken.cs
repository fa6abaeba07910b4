using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>
/// Our own token for the Connector (PROTOCOLS.md A.5). Microsoft.Identity.Client caches it and renews it five minutes before it
/// expires; the gate here keeps a burst of messages from asking many times at once.
/// </summary>
internal sealed class ConnectorToken : IDisposable
{
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>>? _acquire;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile string? _dropped;

    /// <summary>Without an app id there will be no token. <paramref name="login"/> talks to the login service; null uses the library's own client.</summary>
    public ConnectorToken(IOptions<BotFrameworkOptions> options, IMsalHttpClientFactory? login = null)
    {
        if (!string.IsNullOrEmpty(options.Value.AppId))
        {
            _acquire = options.Value.AppType == AppType.UserAssignedMSI ? ManagedIdentity(options.Value, login) : Application(options.Value, login);
        }
    }

    /// <summary>Null when the bot has no app id. Throws <see cref="MsalException"/> when the login service refuses or cannot be reached.</summary>
    public async Task<string?> GetAsync(CancellationToken cancel)
    {
        if (_acquire is null)
        {
            return null;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            var token = (await _acquire(false, cancel)).AccessToken;
            if (string.Equals(token, _dropped, StringComparison.Ordinal))
            {
                token = (await _acquire(true, cancel)).AccessToken;
            }

            return token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The Connector refused this token with 401: the next caller fetches another, whatever the cache says.</summary>
    public void Drop(string token) => _dropped = token;

    public void Dispose() => _gate.Dispose();

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> Application(BotFrameworkOptions o, IMsalHttpClientFactory? login)
    {
        var tenant = o.AppType == AppType.MultiTenant ? o.Cloud.SharedTenant : o.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(o.AppId)
            .WithAuthority(o.Cloud.LoginHost + tenant, validateAuthority: false)
            .WithInstanceDiscovery(false);
        builder = o.CertificatePath is { Length: > 0 } path
            ? builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, o.CertificatePassword), sendX5C: true)
            : builder.WithClientSecret(o.AppPassword);
        var app = (login is null ? builder : builder.WithHttpClientFactory(login, retryOnceOn5xx: true)).Build();
        string[] scopes = [o.Cloud.Issuer + "/.default"];
        return (force, cancel) => app.AcquireTokenForClient(scopes).WithForceRefresh(force).ExecuteAsync(cancel);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> ManagedIdentity(BotFrameworkOptions o, IMsalHttpClientFactory? login)
    {
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(o.AppId));
        var app = (login is null ? builder : builder.WithHttpClientFactory(login)).Build();
        return (force, cancel) => app.AcquireTokenForManagedIdentity(o.Cloud.Issuer).WithForceRefresh(force).ExecuteAsync(cancel);
    }
}
