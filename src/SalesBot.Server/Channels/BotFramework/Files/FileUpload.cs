using System.Net;
using System.Net.Http.Headers;

namespace SalesBot.Server.Channels.BotFramework.Files;

/// <summary>Puts a file where Teams says that its user keeps files. What does that is the address alone: our token is not for it, and a redirect is not followed.</summary>
internal sealed class FileUpload(HttpClient http, FileHosts hosts, ILogger<FileUpload> log)
{
    /// <summary>What Microsoft's stores take in one piece.</summary>
    private const long Largest = 60 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>False when it is not there, whyever.</summary>
    public async Task<bool> PutAsync(Uri address, Stream bytes, CancellationToken stop)
    {
        if (!hosts.IsStore(address))
        {
            log.FileNotPut(address.Host, "untrustedHost");
            return false;
        }

        if (bytes.Length is 0 or > Largest)
        {
            log.FileNotPut(address.Host, "size");
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StreamContent(bytes) };
            (request.Content.Headers.ContentLength, request.Content.Headers.ContentRange) = (bytes.Length, new ContentRangeHeaderValue(0, bytes.Length - 1, bytes.Length));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
            {
                return true;
            }

            log.FileNotPut(address.Host, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            log.FileNotPut(address.Host, fault.GetType().Name);
        }

        return false;
    }
}
