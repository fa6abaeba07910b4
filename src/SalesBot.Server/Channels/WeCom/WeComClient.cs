using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>Calls WeCom's API. The token stands in the address, which is never logged. An HTTP 200 may be a refusal.</summary>
internal sealed class WeComClient(HttpClient http, IOptions<WeComOptions> options, TimeProvider wall, ILogger<WeComClient> log) : IDisposable
{
    private const string MediaGet = "media/get";
    private const int LongestRefusal = 64 * 1024;

    /// <summary>Our token is not taken: it was renewed elsewhere, or has run out.</summary>
    private static readonly HashSet<string> BadToken = new(StringComparer.Ordinal) { "40001", "40014", "42001", "41001" };

    /// <summary>Outages, and what is wrong with our registration and not with the message: an admin can mend it before the outbox gives up.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "-1", "40001", "40014", "42001", "41001", "40013", "48002", "60011", "60020", "301002" };

    /// <summary>Asked too often; the block lasts a minute or more.</summary>
    private static readonly HashSet<string> Busy = new(StringComparer.Ordinal) { "45009", "45033", "45011" };

    private readonly PlatformToken _token = new(Fetching(http, options, log), wall);

    public Task<PlatformAnswer> GetAsync(string method, IReadOnlyCollection<(string Name, string Value)> arguments, CancellationToken cancel) =>
        CallAsync(method, token => new HttpRequestMessage(HttpMethod.Get, Address(options.Value, method, [.. arguments, ("access_token", token)])), cancel);

    public Task<PlatformAnswer> PostAsync(string method, JsonObject body, CancellationToken cancel)
    {
        // Bytes and not a stream: a retry sends them again.
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        return CallAsync(method, token => new HttpRequestMessage(HttpMethod.Post, Address(options.Value, method, [("access_token", token)]))
        {
            Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
        }, cancel);
    }

    /// <summary>A file that a member sent. Never throws but for a stop.</summary>
    public async Task<ReceivedFile> FileAsync(string media, string kind, FileLimits limits, CancellationToken cancel)
    {
        var usual = kind switch { "image" => "image.jpg", "voice" => "voice.amr", "video" => "video.mp4", _ => "file" };
        ReceivedFile? got = null;
        try
        {
            await _token.CallAsync(
                async token =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, Address(options.Value, MediaGet, [("media_id", media), ("access_token", token)]));
                    request.Options.Set(RetryHandler.Streamed, true);
                    using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
                    var told = response.Content.Headers.ContentDisposition;
                    // A refusal is JSON; a member's own JSON or text comes as a file with a name.
                    if (response.IsSuccessStatusCode && (told is not null || response.Content.Headers.ContentType?.MediaType is not (null or "application/json" or "text/plain")))
                    {
                        var name = (told?.FileNameStar ?? told?.FileName)?.Trim('"');
                        got = await FileBody.ReadAsync(string.IsNullOrEmpty(name) ? usual : name, response.Content, limits, cancel);
                        return new PlatformAnswer(default);
                    }

                    await using var refusal = await response.Content.ReadAsStreamAsync(cancel);
                    var error = Code(WireJson.Parse(await refusal.ReadToEndAsync(LongestRefusal, cancel))) ?? (response.IsSuccessStatusCode ? "noFile" : response.StatusCode.ToString());
                    log.CallFailed(WeComRoute.ChannelId, MediaGet, (int)response.StatusCode, error);
                    return new PlatformAnswer(default, error);
                },
                BadToken,
                cancel);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or TimeoutException)
        {
            log.CallFailed(WeComRoute.ChannelId, MediaGet, 0, fault.GetType().Name);
        }

        return got ?? ReceivedFile.Missing(usual, FileFault.Unreachable);
    }

    public void Dispose() => _token.Dispose();

    private static Func<CancellationToken, Task<PlatformToken.Fetched>> Fetching(HttpClient http, IOptions<WeComOptions> options, ILogger log) => async cancel =>
    {
        var o = options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(o, "gettoken", [("corpid", o.CorpId!), ("corpsecret", o.Secret!)]));
        var answer = await SendAsync(http, o, "gettoken", request, log, cancel);
        var life = answer.Error is null && answer.Body.At("expires_in") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt32(out var told) ? told : 0;
        return answer.Error is null && answer.Body.Text("access_token") is { Length: > 0 } token
            ? new PlatformToken.Fetched(token, TimeSpan.FromSeconds(Math.Clamp(life, 60, 7200)))
            // Whatever is wrong with our registration, an admin can mend it.
            : new PlatformToken.Fetched(null, default, answer with { Error = answer.Error ?? "noToken", RetryAfter = answer.RetryAfter ?? o.MaxDelay });
    };

    private Task<PlatformAnswer> CallAsync(string method, Func<string, HttpRequestMessage> make, CancellationToken cancel) => _token.CallAsync(
        async token =>
        {
            using var request = make(token);
            return await SendAsync(http, options.Value, method, request, log, cancel);
        },
        BadToken,
        cancel);

    private static async Task<PlatformAnswer> SendAsync(HttpClient http, WeComOptions options, string method, HttpRequestMessage request, ILogger log, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var body = WireJson.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            var code = Code(body);
            if (response.IsSuccessStatusCode && body is { } said && (code is null || code == "0"))
            {
                return new PlatformAnswer(said);
            }

            var status = (int)response.StatusCode;
            var error = code ?? response.StatusCode.ToString();
            return Failed(status, error, Busy.Contains(error) ? TimeSpan.FromMinutes(1) : body is null || status is 408 or 429 or >= 500 || Passing.Contains(error) ? options.MaxDelay : null);
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
            log.CallFailed(WeComRoute.ChannelId, method, status, code);
            return new PlatformAnswer(default, code, wait) { Reached = status != 0 };
        }
    }

    private static string? Code(JsonElement? body) => body?.At("errcode") is { ValueKind: JsonValueKind.Number } number && number.GetRawText() is { Length: <= 20 } code ? code : null;

    private static string Address(WeComOptions options, string method, IEnumerable<(string Name, string Value)> arguments) =>
        QueryHelpers.AddQueryString(options.ApiUrl + method, arguments.Select(a => KeyValuePair.Create(a.Name, (string?)a.Value)));
}
