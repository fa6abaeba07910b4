using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Who may speak to the bot: whoever signs as Slack does, lately, and not with a request that was taken before. Slack's own repetitions carry a new moment
/// and so a new signature. What is refused is logged once, without a word of it.
/// </summary>
internal sealed class SlackGate(IOptions<SlackOptions> options, TimeProvider wall, ILogger<SlackGate> log)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _taken = new(StringComparer.Ordinal);

    /// <summary>The body of a request that is let in; null where it was answered already.</summary>
    public async Task<SlackRequest?> AdmitAsync(HttpContext http)
    {
        if (!options.Value.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        var (body, status) = await ReadAsync(http.Request, options.Value.MaxRequestBytes);
        var signature = http.Request.Headers["X-Slack-Signature"].ToString();
        var fault = body is null ? "unreadable" : SlackSignature.Fault(options.Value.SigningSecret!, http.Request.Headers["X-Slack-Request-Timestamp"], signature, body, wall.GetUtcNow());
        if (fault is null && !Take(signature))
        {
            fault = "replayed";
        }

        if (fault is null)
        {
            return new SlackRequest(body!, signature);
        }

        Refuse(http, body is null ? status : StatusCodes.Status401Unauthorized, fault);
        return null;
    }

    public void Refuse(HttpContext http, int status, string reason)
    {
        log.SlackRefused(http.Request.Path.Value!.EndsWith("events", StringComparison.Ordinal) ? "event" : "interaction", status, reason);
        http.Response.StatusCode = status;
    }

    /// <summary>It could not be taken after all: Slack may bring the very same again.</summary>
    public void Forget(SlackRequest request) => _taken.TryRemove(request.Signature, out _);

    private bool Take(string signature)
    {
        var now = wall.GetUtcNow();
        foreach (var old in _taken.Where(t => t.Value < now))
        {
            _taken.TryRemove(old);
        }

        // A moment may lie ahead of ours as well: it is good for two windows at most.
        return _taken.TryAdd(signature, now + (2 * SlackSignature.Window));
    }

    private static async Task<(byte[]? Body, int Status)> ReadAsync(HttpRequest request, int limit)
    {
        try
        {
            using var body = new MemoryStream();
            var buffer = new byte[4096];
            for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
            {
                if (body.Length + read > limit)
                {
                    return (null, StatusCodes.Status413PayloadTooLarge);
                }

                body.Write(buffer, 0, read);
            }

            return (body.ToArray(), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
    }
}

/// <summary>A request that Slack signed.</summary>
internal sealed record SlackRequest(byte[] Body, string Signature);
