using System.Net;
using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>Fetches the files of an activity, each from an address that is allowed, up to the limit and in the time that a channel waits; what fails says why.</summary>
internal sealed class FileFetch(HttpClient http, FileHosts hosts, ConnectorToken token, FileLimits limits, ILogger<FileFetch> log)
{
    /// <summary>For all files of a message: channels give up after 10 to 15 s (PROTOCOLS.md A.7).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int MostRedirects = 3;

    /// <summary>How the files of this activity are fetched; null where it has none.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>>? Of(Activity activity) =>
        SentFile.In(activity) is { Count: > 0 } sent ? cancel => FileBody.AllAsync(sent, file => file.Name, Patience, OneAsync, cancel) : null;

    private async Task<ReceivedFile> OneAsync(SentFile file, CancellationToken cancel)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var uri))
        {
            return ReceivedFile.Missing(file.Name, FileFault.Unreachable);
        }

        try
        {
            var useToken = file.Inline;
            for (var hop = 0; hop <= MostRedirects; hop++)
            {
                if (!hosts.Admits(uri))
                {
                    log.FileRefused(uri.Host, FileFault.Untrusted);
                    return ReceivedFile.Missing(file.Name, FileFault.Untrusted);
                }

                using var request = new HttpRequestMessage(HttpMethod.Get, uri);
                request.Headers.Authorization = useToken && hosts.MaySeeToken(uri) && await token.GetAsync(cancel) is { } bearer ? new AuthenticationHeaderValue("Bearer", bearer) : null;
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
                if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Redirect or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && response.Headers.Location is { } location)
                {
                    (uri, useToken) = (new Uri(uri, location), false);
                    continue;
                }

                return response.IsSuccessStatusCode
                    ? await FileBody.ReadAsync(response.Content, limits, cancel) is { } body ? new ReceivedFile(file.Name, file.ContentType, body) : ReceivedFile.Missing(file.Name, FileFault.TooLarge)
                    : ReceivedFile.Missing(file.Name, FileFault.Unreachable);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or MsalException or UriFormatException)
        {
            log.FileRefused(uri.Host, FileFault.Unreachable);
        }

        return ReceivedFile.Missing(file.Name, FileFault.Unreachable);
    }
}
