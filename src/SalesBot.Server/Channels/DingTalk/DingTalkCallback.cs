using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>
/// <c>POST /api/dingtalk/robot/SECRET</c> and <c>/api/dingtalk/card/SECRET</c>: what is said to the robot, and buttons of its cards. DingTalk signs the moment and not the body,
/// so that the address itself is a secret.
/// </summary>
internal sealed class DingTalkCallback(DingTalkInbox inbox, IOptions<DingTalkOptions> options, TimeProvider wall, ILogger<DingTalkCallback> log)
{
    public const string Robot = "/api/dingtalk/robot/{secret}";
    public const string Card = "/api/dingtalk/card/{secret}";

    public static Task<IResult> SayAsync(HttpContext http, string secret, DingTalkCallback callback) => callback.TakeAsync(http, secret, "message");

    public static Task<IResult> PressAsync(HttpContext http, string secret, DingTalkCallback callback) => callback.TakeAsync(http, secret, "press");

    private async Task<IResult> TakeAsync(HttpContext http, string secret, string what)
    {
        var o = options.Value;
        if (!o.IsOn || o.PathSecret is not { } known)
        {
            return Results.NotFound();
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(secret)))
        {
            return Refuse(what, StatusCodes.Status401Unauthorized, "badAddress");
        }

        var (body, status) = await RequestBytes.ReadAsync(http.Request, o.MaxRequestBytes);
        if (body is null)
        {
            return Refuse(what, status, "unreadable");
        }

        var press = what == "press";
        if ((press ? CardFault(http.Request.Headers, o) : Fault(http.Request.Headers, o)) is { } fault)
        {
            return Refuse(what, StatusCodes.Status401Unauthorized, fault);
        }

        if (WireJson.Parse(body) is not { } json || (press ? json.Text("outTrackId") : json.Text("msgId")) is null)
        {
            return Refuse(what, StatusCodes.Status400BadRequest, "malformed");
        }

        string? refused = null;
        var fallen = await AcknowledgedTurns.FaultAsync(async () => refused = press
            ? await inbox.PressAsync(json, http.Request.Headers["x-ddpaas-signature-timestamp"].ToString(), http.Response.Sent())
            : await inbox.SayAsync(json, http.Response.Sent()));
        // DingTalk may bring it again.
        return (fallen, refused) switch
        {
            ({ } reason, _) => Refuse(what, StatusCodes.Status500InternalServerError, reason),
            (_, null) => press ? Results.Json(DingTalkPress.Answer) : Results.Ok(),
            var (_, reason) => Refuse(what, reason == DingTalkInbox.Foreign ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized, reason),
        };
    }

    private string? Fault(IHeaderDictionary headers, DingTalkOptions o) =>
        DingTalkSignature.Fault(headers["timestamp"], headers["sign"], timestamp => DingTalkSignature.OfMessage(timestamp, o.AppSecret!), wall.GetUtcNow());

    private string? CardFault(IHeaderDictionary headers, DingTalkOptions o) => o.CardApiSecret is { } secret
        ? DingTalkSignature.Fault(headers["x-ddpaas-signature-timestamp"], headers["x-ddpaas-signature"], timestamp => DingTalkSignature.OfCard(timestamp, secret), wall.GetUtcNow())
        : "notSetUp";

    private IResult Refuse(string what, int status, string reason)
    {
        log.RequestRefused(DingTalkRoute.ChannelId, what, status, reason);
        return Results.StatusCode(status);
    }
}
