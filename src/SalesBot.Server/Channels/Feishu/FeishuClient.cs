using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>A call of Feishu's API.</summary>
/// <param name="Name">As Feishu's own SDK calls it; the path holds ids, which are not logged.</param>
internal sealed record FeishuCall(HttpMethod Method, string Name, string Path, JsonObject? Body = null)
{
    /// <summary>What is answered is read piece by piece.</summary>
    public bool IsFile { get; init; }

    public static FeishuCall Get(string name, string path) => new(HttpMethod.Get, name, path);
}

/// <summary>Calls Feishu's API as the app (<c>tenant_access_token</c>), which is asked for anew, once, when Feishu takes it no more.</summary>
internal sealed class FeishuClient : IDisposable
{
    public const string TooLarge = "tooLarge";

    public static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Expired = new(StringComparer.Ordinal) { "99991663", "99991664", "99991668" };

    /// <summary>Too many calls, and what is wrong with our registration and not with the message: an admin can mend it before the outbox gives up.</summary>
    private static readonly HashSet<string> Passing = new(Expired, StringComparer.Ordinal)
    {
        "99991400", "230020", "230049", "99991661", "99991671", "99991672", "10003", "10014", "230006",
    };

    private readonly HttpClient _http;
    private readonly FeishuOptions _options;
    private readonly TimeProvider _wall;
    private readonly ILogger<FeishuClient> _log;
    private readonly PlatformToken _token;

    public FeishuClient(HttpClient http, IOptions<FeishuOptions> options, TimeProvider wall, ILogger<FeishuClient> log)
    {
        (_http, _options, _wall, _log) = (http, options.Value, wall, log);
        _token = new PlatformToken(FetchTokenAsync, wall);
    }

    public Task<PlatformAnswer> CallAsync(FeishuCall call, CancellationToken cancel) =>
        _token.CallAsync(token => SendAsync(call, token, response => ReadAsync(call, response, cancel), cancel), Expired, cancel);

    /// <summary>The content and its type; without content, why.</summary>
    public async Task<(byte[]? Content, string Told)> DownloadAsync(FeishuCall call, long limit, CancellationToken cancel)
    {
        (byte[]? Content, string Told) got = (null, "");
        var answer = await _token.CallAsync(
            token => SendAsync(
                call with { IsFile = true },
                token,
                async response =>
                {
                    if (!response.IsSuccessStatusCode)
                    {
                        return await ReadAsync(call, response, cancel);
                    }

                    await using var body = await response.Content.ReadAsStreamAsync(cancel);
                    var content = response.Content.Headers.ContentLength > limit ? null : await body.ReadToEndAsync(limit, cancel);
                    got = (content, content is null ? TooLarge : response.Content.Headers.ContentType?.MediaType ?? "");
                    return new PlatformAnswer(default);
                },
                cancel),
            Expired,
            cancel);
        return answer.Error is { } fault ? (null, fault) : got;
    }

    public void Dispose() => _token.Dispose();

    private async Task<PlatformToken.Fetched> FetchTokenAsync(CancellationToken cancel)
    {
        var call = new FeishuCall(HttpMethod.Post, "auth.tenantAccessToken.internal", "auth/v3/tenant_access_token/internal", new JsonObject { ["app_id"] = _options.AppId, ["app_secret"] = _options.AppSecret });
        var answer = await SendAsync(call, token: null, response => ReadAsync(call, response, cancel), cancel);
        return answer switch
        {
            { Error: not null } => new PlatformToken.Fetched(null, default, answer),
            _ when answer.Body.Text("tenant_access_token") is { Length: > 0 } token && answer.Body.At("expire") is { ValueKind: JsonValueKind.Number } life && life.TryGetInt32(out var seconds) && seconds is > 0 and <= 86_400 =>
                new PlatformToken.Fetched(token, TimeSpan.FromSeconds(seconds)),
            _ => new PlatformToken.Fetched(null, default, Failed(call, 200, "noToken", _options.MaxDelay)),
        };
    }

    private async Task<PlatformAnswer> SendAsync(FeishuCall call, string? token, Func<HttpResponseMessage, Task<PlatformAnswer>> read, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(call.Method, $"{_options.ApiUrl}open-apis/{call.Path}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        // Bytes and not a stream: a retry sends them again.
        request.Content = call.Body is null ? null : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call.Body, Wire)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        try
        {
            if (call.IsFile)
            {
                request.Options.Set(RetryHandler.Streamed, true);
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return await read(response);
        }
        catch (HttpRequestException fault)
        {
            return Failed(call, 0, fault.HttpRequestError.ToString(), _options.MaxDelay);
        }
        catch (IOException)
        {
            return Failed(call, 0, "brokenOff", _options.MaxDelay);
        }
        catch (TimeoutException)
        {
            return Failed(call, 0, "timeout", _options.MaxDelay);
        }
    }

    private async Task<PlatformAnswer> ReadAsync(FeishuCall call, HttpResponseMessage response, CancellationToken cancel)
    {
        var body = WireJson.Parse(await WholeAsync(response, cancel));
        var code = body?.At("code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var told) ? told : (long?)null;
        if (response.IsSuccessStatusCode && code == 0)
        {
            return new PlatformAnswer(body!.Value);
        }

        var status = (int)response.StatusCode;
        var error = code is null or 0 ? response.StatusCode.ToString() : FormattableString.Invariant($"{code}");
        var passes = status is 408 or 429 or >= 500 || Passing.Contains(error);
        return Failed(call, status, error, passes ? RetryHandler.RetryAfter(response, _wall.GetUtcNow()) ?? _options.MaxDelay : null);
    }

    /// <summary>What the client would read by itself it would also limit: a call is not asked to, as files are as long as they are.</summary>
    private async Task<byte[]> WholeAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.Timeout);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            return await body.ReadToEndAsync(_http.MaxResponseContentBufferSize, limit.Token) ?? [];
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(message: null, e);
        }
    }

    private PlatformAnswer Failed(FeishuCall call, int status, string code, TimeSpan? wait)
    {
        _log.CallFailed(FeishuRoute.ChannelId, call.Name, status, code);
        return new PlatformAnswer(default, code, wait) { Reached = status != 0 };
    }
}
