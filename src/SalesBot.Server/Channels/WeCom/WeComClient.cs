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
        try
        {
            if (await _token.GetAsync(cancel) is { Token: { } token })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Address(options.Value, "media/get", [("media_id", media), ("access_token", token)]));
                request.Options.Set(RetryHandler.Streamed, true);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
                var type = response.Content.Headers.ContentType?.MediaType ?? "";
                var told = response.Content.Headers.ContentDisposition;
                // A refusal is JSON; a member's own JSON or text comes as a file with a name.
                if (response.IsSuccessStatusCode && (told is not null || type is not ("application/json" or "text/plain" or "")))
                {
                    var name = (told?.FileNameStar ?? told?.FileName)?.Trim('"');
                    return await FileBody.ReadAsync(response.Content, limits, cancel) is { } body
                        ? new ReceivedFile(string.IsNullOrEmpty(name) ? usual : name, type, body)
                        : new ReceivedFile(usual, type, default) { Fault = FileFault.TooLarge };
                }
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or TimeoutException)
        {
            log.CallFailed(WeComRoute.ChannelId, "media/get", 0, fault.GetType().Name);
        }

        return new ReceivedFile(usual, "", default) { Fault = FileFault.Unreachable };
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

    private async Task<PlatformAnswer> CallAsync(string method, Func<string, HttpRequestMessage> make, CancellationToken cancel)
    {
        for (var again = false; ; again = true)
        {
            var held = await _token.GetAsync(cancel);
            if (held.Token is not { } token)
            {
                return held.Fault!;
            }

            using var request = make(token);
            var answer = await SendAsync(http, options.Value, method, request, log, cancel);
            if (again || answer.Error is not { } error || !BadToken.Contains(error))
            {
                return answer;
            }

            _token.Drop(token);
        }
    }

    private static async Task<PlatformAnswer> SendAsync(HttpClient http, WeComOptions options, string method, HttpRequestMessage request, ILogger log, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var body = WireJson.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            var code = body?.At("errcode") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;
            if (response.IsSuccessStatusCode && body is { } said && (code is null || code == "0"))
            {
                return new PlatformAnswer(said);
            }

            var status = (int)response.StatusCode;
            var error = code is { Length: <= 20 } ? code : response.StatusCode.ToString();
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
            return new PlatformAnswer(default, code, wait);
        }
    }

    private static string Address(WeComOptions options, string method, IEnumerable<(string Name, string Value)> arguments) =>
        QueryHelpers.AddQueryString(options.ApiUrl + method, arguments.Select(a => KeyValuePair.Create(a.Name, (string?)a.Value)));
}
