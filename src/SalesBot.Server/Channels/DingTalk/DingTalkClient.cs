using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>Calls DingTalk's two APIs and the addresses that came with messages. An HTTP 200 may be a refusal, and a block may be a page.</summary>
internal sealed class DingTalkClient(HttpClient http, IOptions<DingTalkOptions> options, TimeProvider wall, ILogger<DingTalkClient> log) : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What may do without: an app that has no right to send cards sends text.</summary>
    private const string Cards = "v1.0/card/";

    /// <summary>Our token is not taken: it was renewed elsewhere, or has run out.</summary>
    private static readonly HashSet<string> BadToken = new(StringComparer.Ordinal) { "InvalidAuthentication", "Forbidden.AccessDenied.InvalidAccessToken", "40001", "40014", "42001" };

    /// <summary>Too often or too many at once; the block lasts a while.</summary>
    private static readonly HashSet<string> Busy = new(StringComparer.Ordinal) { "1111", "90002", "90018", "88", "send.too.fast", "too.many.people", "too.many.group", "system.busy", "-1" };

    private readonly PlatformToken _token = new(Fetching(http, options, log), wall);

    /// <summary>The API with paths of versions.</summary>
    public Task<PlatformAnswer> CallAsync(HttpMethod method, string path, JsonObject body, CancellationToken cancel) => CallAsync(path, token =>
    {
        var request = new HttpRequestMessage(method, options.Value.ApiUrl + path) { Content = Json(body) };
        request.Headers.TryAddWithoutValidation("x-acs-dingtalk-access-token", token);
        return request;
    }, cancel);

    /// <summary>The older API, whose token stands in the address.</summary>
    public Task<PlatformAnswer> CallOldAsync(string path, JsonObject body, CancellationToken cancel) => CallAsync(
        path, token => new HttpRequestMessage(HttpMethod.Post, QueryHelpers.AddQueryString(options.Value.OldApiUrl + path, "access_token", token)) { Content = Json(body) }, cancel);

    /// <summary>An address that came with a message and says by itself who we are.</summary>
    public async Task<PlatformAnswer> AnswerAsync(string webhook, JsonObject body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = Json(body) };
        return await SendAsync(http, options.Value, "sessionWebhook", request, log, cancel);
    }

    /// <summary>Opens a connection for what is pushed to us.</summary>
    public async Task<PlatformAnswer> OpenStreamAsync(IEnumerable<string> topics, CancellationToken cancel)
    {
        var body = new JsonObject
        {
            ["clientId"] = options.Value.AppKey, ["clientSecret"] = options.Value.AppSecret, ["ua"] = "SalesBot", ["subscriptions"] = new JsonArray([.. topics.Select(t => new JsonObject { ["type"] = "CALLBACK", ["topic"] = t })]),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.ApiUrl + "v1.0/gateway/connections/open") { Content = Json(body) };
        // Else DingTalk answers in XML.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await SendAsync(http, options.Value, "v1.0/gateway/connections/open", request, log, cancel);
    }

    /// <summary>Whether DingTalk gives us a token, and why not.</summary>
    public async Task<PlatformAnswer?> FaultAsync(CancellationToken cancel) => (await _token.GetAsync(cancel)).Fault;

    public Task<HttpResponseMessage> DownloadAsync(string address, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(RetryHandler.Streamed, true);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    public void Dispose() => _token.Dispose();

    private static Func<CancellationToken, Task<PlatformToken.Fetched>> Fetching(HttpClient http, IOptions<DingTalkOptions> options, ILogger log) => async cancel =>
    {
        const string Path = "v1.0/oauth2/accessToken";
        var o = options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, o.ApiUrl + Path) { Content = Json(new JsonObject { ["appKey"] = o.AppKey, ["appSecret"] = o.AppSecret }) };
        var answer = await SendAsync(http, o, Path, request, log, cancel);
        var life = answer.Error is null && answer.Body.At("expireIn") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt32(out var told) ? told : 0;
        return answer.Error is null && answer.Body.Text("accessToken") is { Length: > 0 } token
            ? new PlatformToken.Fetched(token, TimeSpan.FromSeconds(Math.Clamp(life, 60, 7200)))
            // Whatever is wrong with our registration, an admin can mend it.
            : new PlatformToken.Fetched(null, default, answer with { Error = answer.Error ?? "noToken", RetryAfter = answer.RetryAfter ?? o.MaxDelay });
    };

    private Task<PlatformAnswer> CallAsync(string path, Func<string, HttpRequestMessage> make, CancellationToken cancel) => _token.CallAsync(
        async token =>
        {
            using var request = make(token);
            return await SendAsync(http, options.Value, path, request, log, cancel);
        },
        BadToken,
        cancel);

    private static async Task<PlatformAnswer> SendAsync(HttpClient http, DingTalkOptions options, string path, HttpRequestMessage request, ILogger log, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var body = WireJson.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            var code = Number(body, "errcode") ?? Number(body, "status") ?? (body?.Text("code") is { Length: > 0 and <= 100 } named ? named : null);
            if (response.IsSuccessStatusCode && body is { } said && code is null or "0" && said.At("success") is not { ValueKind: JsonValueKind.False })
            {
                return new PlatformAnswer(said);
            }

            var status = (int)response.StatusCode;
            var error = code ?? (body is null ? "notJson" : response.StatusCode.ToString());
            // A block comes as a page, and lasts five minutes.
            var wait = body is null ? TimeSpan.FromMinutes(5) : Busy.Contains(error) || error.Contains("Limit", StringComparison.Ordinal) ? TimeSpan.FromMinutes(1)
                : status is 401 or 408 or 429 or >= 500 || BadToken.Contains(error) || (status == 403 && !path.StartsWith(Cards, StringComparison.Ordinal)) ? options.MaxDelay : (TimeSpan?)null;
            return Failed(status, error, wait);
        }
        catch (HttpRequestException fault)
        {
            return Failed(0, fault.HttpRequestError.ToString(), options.MaxDelay);
        }
        catch (TimeoutException)
        {
            return Failed(0, "timeout", options.MaxDelay);
        }

        PlatformAnswer Failed(int status, string code, TimeSpan? wait)
        {
            log.CallFailed(DingTalkRoute.ChannelId, path, status, code);
            return new PlatformAnswer(default, code, wait) { Reached = status != 0 };
        }
    }

    private static string? Number(JsonElement? body, string name) => body?.At(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;

    // Bytes and not a stream: a retry sends them again.
    private static ByteArrayContent Json(JsonObject body) => new(JsonSerializer.SerializeToUtf8Bytes(body, Plain)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
}
