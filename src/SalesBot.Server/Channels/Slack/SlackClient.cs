using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.Slack;

/// <summary>Calls Slack's Web API. The token stands in the header and nowhere else. An HTTP 200 may be a refusal.</summary>
internal sealed class SlackClient(HttpClient http, IOptions<SlackOptions> options, TimeProvider wall, ILogger<SlackClient> log)
{
    /// <summary>Outages, and what is wrong with our registration and not with the message: an admin can mend it before the outbox gives up.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org",
        "invalid_auth", "not_authed", "token_expired", "token_revoked", "account_inactive", "missing_scope",
    };

    public Task<PlatformAnswer> PostAsync(string method, JsonObject arguments, CancellationToken cancel) =>
        // Bytes and not a stream: a retry sends them again.
        CallAsync(method, new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } }, cancel);

    /// <summary>For the methods that read no JSON.</summary>
    public Task<PlatformAnswer> AskAsync(string method, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancel) =>
        CallAsync(method, new FormUrlEncodedContent(arguments), cancel);

    /// <summary>A file, read piece by piece by who asked for it.</summary>
    /// <param name="address">Vouched for: it sees our token.</param>
    public async Task<HttpResponseMessage> DownloadAsync(Uri address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken);
        request.Options.Set(RetryHandler.Streamed, true);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    private async Task<PlatformAnswer> CallAsync(string method, HttpContent content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.ApiUrl + method) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken);
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return await ReadAsync(method, response, cancel);
        }
        catch (HttpRequestException fault)
        {
            return Failed(method, 0, fault.HttpRequestError.ToString(), options.Value.MaxDelay);
        }
        catch (TimeoutException)
        {
            return Failed(method, 0, "timeout", options.Value.MaxDelay);
        }
    }

    private async Task<PlatformAnswer> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancel)
    {
        var body = WireJson.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
        if (response.IsSuccessStatusCode && body?.Is("ok") == true)
        {
            return new PlatformAnswer(body.Value);
        }

        var status = (int)response.StatusCode;
        var error = body?.Text("error") is { Length: > 0 and <= 100 } named ? named : response.StatusCode.ToString();
        var passes = status is 408 or 429 or >= 500 || Passing.Contains(error);
        return Failed(method, status, error, passes ? RetryHandler.RetryAfter(response, wall.GetUtcNow()) ?? options.Value.MaxDelay : null);
    }

    private PlatformAnswer Failed(string method, int status, string code, TimeSpan? wait)
    {
        log.CallFailed(SlackRoute.ChannelId, method, status, code);
        return new PlatformAnswer(default, code, wait) { Reached = status != 0 };
    }
}
