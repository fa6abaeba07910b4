using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework.Connector;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>
/// From where files are fetched, and where they are put: the stores of Teams, what <see cref="BotFrameworkOptions.FileHosts"/> adds, and the service that the authenticated activity
/// came from. An activity may point anywhere; nobody fetches from inside our own network at a stranger's word.
/// </summary>
internal sealed class FileHosts(IOptions<BotFrameworkOptions> options, ServiceHosts services, IHostEnvironment environment)
{
    private static readonly string[] Usual = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn", "graph.microsoft.com", ".asm.skype.com", ".svc.ms"];

    /// <summary>Outside Development only https on its usual port; there this machine too, for practice.</summary>
    public bool Admits(Uri uri) => Admits(uri, services.Admits(uri));

    /// <summary>True of a store of people's own files, to which one may be sent: the channel's service is none.</summary>
    public bool IsStore(Uri uri) => Admits(uri, service: false);

    /// <summary>Our token is for the channel's own service and for nobody else.</summary>
    public bool MaySeeToken(Uri uri) => services.Admits(uri);

    private bool Admits(Uri uri, bool service) => uri.UserInfo.Length == 0 && (environment.IsDevelopment() && uri.IsLoopback
        ? uri.Scheme is "http" or "https"
        : uri is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns } && (service || Knows(uri.Host)));

    private bool Knows(string host) => Usual.Concat(options.Value.FileHosts ?? []).Any(known => known.StartsWith('.') ? host.EndsWith(known, StringComparison.OrdinalIgnoreCase) : string.Equals(host, known, StringComparison.OrdinalIgnoreCase));
}
