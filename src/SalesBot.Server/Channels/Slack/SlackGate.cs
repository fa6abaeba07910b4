using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Who may speak to the bot: whoever signs as Slack does, lately, and not with a request that was taken before. Slack's own repetitions carry a new moment
/// and so a new signature. What is refused is logged once, without a word of it.
/// </summary>
internal sealed class SlackGate(IOptions<SlackOptions> options, TimeProvider wall, ILogger<SlackGate> log)
{
    private readonly TakenRequests _taken = new(SlackSignature.Window, wall);

    /// <summary>The body of a request that is let in; null where it was answered already.</summary>
    public async Task<SlackRequest?> AdmitAsync(HttpContext http)
    {
        if (!options.Value.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        var (body, status) = await RequestBytes.ReadAsync(http.Request, options.Value.MaxRequestBytes);
        var signature = http.Request.Headers["X-Slack-Signature"].ToString();
        var fault = body is null ? "unreadable" : SlackSignature.Fault(options.Value.SigningSecret!, http.Request.Headers["X-Slack-Request-Timestamp"], signature, body, wall.GetUtcNow());
        if (fault is null && !_taken.Take(signature))
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
        log.RequestRefused(SlackRoute.ChannelId, http.Request.Path.Value!.EndsWith("events", StringComparison.Ordinal) ? "event" : "interaction", status, reason);
        http.Response.StatusCode = status;
    }

    /// <summary>It could not be taken after all: Slack may bring the very same again.</summary>
    public void Forget(SlackRequest request) => _taken.Forget(request.Signature);
}

/// <summary>A request that Slack signed.</summary>
internal sealed record SlackRequest(byte[] Body, string Signature);
