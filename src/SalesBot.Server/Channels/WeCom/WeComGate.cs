using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>
/// Who may speak to the bot: whoever signs and seals as WeCom does, lately, for our company and app, and not with a request that was taken before. What is refused is logged
/// once, without a word of it.
/// </summary>
internal sealed class WeComGate(IOptions<WeComOptions> options, TimeProvider wall, ILogger<WeComGate> log)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int LongestNonce = 100;

    private readonly TakenRequests _taken = new(Window, wall);
    private readonly Lazy<CallbackCipher> _cipher = new(() => new CallbackCipher(options.Value.Token!, options.Value.EncodingAesKey!, options.Value.CorpId!));

    /// <summary>What was sealed in a request that is let in; null where it was answered already.</summary>
    public async Task<WeComRequest?> AdmitAsync(HttpContext http)
    {
        if (!options.Value.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        var (sealedText, status) = await SealedAsync(http.Request);
        if (sealedText is null)
        {
            Refuse(http, status, status == StatusCodes.Status413PayloadTooLarge ? "tooLarge" : "malformed");
            return null;
        }

        var query = http.Request.Query;
        var (timestamp, nonce) = (query["timestamp"].ToString(), query["nonce"].ToString());
        var mark = $"{timestamp}:{nonce}";
        if (Fault(query["msg_signature"].ToString(), timestamp, nonce, sealedText) is { } fault)
        {
            Refuse(http, StatusCodes.Status401Unauthorized, fault);
            return null;
        }

        // A check of the address changes nothing, and may be made again.
        if (!HttpMethods.IsGet(http.Request.Method) && !_taken.Take(mark))
        {
            Refuse(http, StatusCodes.Status401Unauthorized, "replayed");
            return null;
        }

        var (message, wrong) = _cipher.Value.Open(sealedText);
        if (message is not null)
        {
            return new WeComRequest(message, mark);
        }

        Refuse(http, wrong == "notForUs" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest, wrong!);
        return null;
    }

    /// <summary>The message in a push; null, answered already, for what is no XML, or of another app of the company.</summary>
    public XElement? Read(HttpContext http, WeComRequest request)
    {
        if (WeComXml.ParseTyped(request.Message) is not { } xml || xml.Text("MsgType") is null)
        {
            Refuse(http, StatusCodes.Status400BadRequest, "malformed");
            return null;
        }

        if (xml.Text("ToUserName") != options.Value.CorpId || xml.Text("AgentID") is { } agent && agent != options.Value.AgentId.ToString(CultureInfo.InvariantCulture))
        {
            Refuse(http, StatusCodes.Status401Unauthorized, "notForUs");
            return null;
        }

        return xml;
    }

    /// <summary>It could not be taken after all: WeCom may bring the very same again.</summary>
    public void Forget(WeComRequest request) => _taken.Forget(request.Mark);

    private async Task<(string? Sealed, int Status)> SealedAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            // A plus sign that nobody escaped is a blank by now.
            return (request.Query["echostr"].ToString() is { Length: > 0 } echo ? echo.Replace(' ', '+') : null, StatusCodes.Status400BadRequest);
        }

        var (body, status) = await RequestBytes.ReadAsync(request, options.Value.MaxRequestBytes);
        return body is null ? (null, status) : (WeComXml.Parse(body)?.Text("Encrypt"), StatusCodes.Status400BadRequest);
    }

    /// <summary>A moment ahead of ours is as wrong as one behind.</summary>
    private string? Fault(string signature, string timestamp, string nonce, string sealedText)
    {
        if (nonce.Length > LongestNonce || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return "noTimestamp";
        }

        if (Math.Abs((decimal)seconds - wall.GetUtcNow().ToUnixTimeSeconds()) > (decimal)Window.TotalSeconds)
        {
            return "stale";
        }

        return _cipher.Value.IsSigned(signature, timestamp, nonce, sealedText) ? null : "badSignature";
    }

    public void Refuse(HttpContext http, int status, string reason)
    {
        log.RequestRefused(WeComRoute.ChannelId, HttpMethods.IsGet(http.Request.Method) ? "verification" : "push", status, reason);
        http.Response.StatusCode = status;
    }
}

/// <summary>A request that WeCom signed and sealed.</summary>
/// <param name="Mark">Its moment and nonce, by which it is known again.</param>
internal sealed record WeComRequest(byte[] Message, string Mark);
