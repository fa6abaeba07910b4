using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>
/// The hosts that may be spoken to and see our token: those that an authenticated activity named, and the configured ones. A forged
/// or practice activity whose address was stored can therefore never fetch it (PROTOCOLS.md A.5). Without an app id there is no
/// token and no authenticated activity, and only this machine is spoken to.
/// </summary>
internal sealed class ServiceHosts(IOptions<BotFrameworkOptions> options)
{
    private readonly ConcurrentDictionary<string, bool> _heard = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _anonymous = string.IsNullOrEmpty(options.Value.AppId);
    private readonly IReadOnlyList<string> _known = options.Value.ServiceHosts ?? options.Value.Cloud.ServiceHosts;

    /// <summary>To be called with the service URL of an activity whose token was found valid, and with nothing else.</summary>
    public void Trust(string serviceUrl)
    {
        if (Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri))
        {
            _heard.TryAdd(uri.Authority, value: true);
        }
    }

    /// <summary>Plain http is let through on loopback only, where no one listens between.</summary>
    public bool Admits(Uri uri) => _anonymous
        ? uri.IsLoopback
        : (uri.IsLoopback || string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
            && (_heard.ContainsKey(uri.Authority) || (uri.IsDefaultPort && _known.Any(k => Covers(k, uri.Host))));

    private static bool Covers(string known, string host) => known.StartsWith('.')
        ? host.EndsWith(known, StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, known, StringComparison.OrdinalIgnoreCase);
}
