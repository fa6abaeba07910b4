using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>
/// Makes one call and turns every way it can end into a <see cref="ConnectorAnswer{T}"/>. The client has <see cref="RetryHandler"/>
/// and <see cref="TokenHandler"/> in its chain.
/// </summary>
internal sealed class ConnectorTransport(
    HttpClient http, ServiceHosts hosts, IOptions<BotFrameworkOptions> options, TimeProvider time, ILogger<ConnectorTransport> log)
{
    private const string CorrelationHeader = "X-Correlating-OperationId";

    public async Task<ConnectorAnswer<T>> SendAsync<T>(HttpMethod method, Uri uri, HttpContent? body, JsonTypeInfo<T> answer, CancellationToken cancel)
        where T : class
    {
        if (!hosts.Admits(uri))
        {
            return Unreachable(method, uri, "untrustedHost", "untrustedHost");
        }

        using var request = new HttpRequestMessage(method, uri) { Content = body };
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return response.IsSuccessStatusCode ? await ReadAsync(response, answer, cancel) : await RefusedAsync(method, response, cancel);
        }
        catch (HttpRequestException e)
        {
            return Unreachable(method, uri, e.HttpRequestError.ToString());
        }
        catch (TimeoutException)
        {
            return Unreachable(method, uri, "timeout");
        }
        catch (MsalException e)
        {
            return Unreachable(method, uri, e.ErrorCode);
        }
    }

    private ConnectorFault Unreachable(HttpMethod method, Uri uri, string why, string code = "unreachable")
    {
        log.ConnectorUnreachable(method.Method, uri.Host, why);
        return new ConnectorFault(options.Value.MaxDelay, 0, code);
    }

    /// <summary>Accepted is accepted: a body that is missing or no JSON (typing answers 202 with none) only leaves the id unknown.</summary>
    private static async Task<ConnectorAnswer<T>> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> answer, CancellationToken cancel)
        where T : class
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        try
        {
            return new ConnectorAnswer<T>(bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, answer), Fault: null);
        }
        catch (JsonException)
        {
            return new ConnectorAnswer<T>(Value: null, Fault: null);
        }
    }

    private async Task<ConnectorFault> RefusedAsync(HttpMethod method, HttpResponseMessage response, CancellationToken cancel)
    {
        var error = await ErrorAsync(response, cancel);
        var code = error?.Code is { Length: > 0 and <= 100 } named ? named : response.StatusCode.ToString();
        var status = (int)response.StatusCode;
        log.ConnectorRefused(method.Method, response.RequestMessage!.RequestUri!.Host, status, code, Correlation(response));
        TimeSpan? wait = MayChange(response.StatusCode) ? RetryHandler.RetryAfter(response, time.GetUtcNow()) ?? options.Value.MaxDelay : null;
        return new ConnectorFault(wait, status, code, error?.Message);
    }

    /// <summary>
    /// Outages and throttling pass. So does 401 after a renewed token: it is our registration that is wrong, not the message,
    /// and an admin can mend it before the outbox gives up.
    /// </summary>
    private static bool MayChange(HttpStatusCode status) => status
        is HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
        or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;

    private static async Task<Error?> ErrorAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancel), BotFrameworkJson.Wire.ErrorResponse)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Correlation(HttpResponseMessage response) =>
        response.Headers.TryGetValues(CorrelationHeader, out var values) ? string.Join(',', values) : null;
}
