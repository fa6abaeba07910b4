using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>
/// Who may speak to the bot: whoever signs as Feishu does, lately, with our token, for our app and from our own tenant, and not with a request that was taken before.
/// What is refused is logged once, without a word of it.
/// </summary>
internal sealed class FeishuGate(IOptions<FeishuOptions> options, FeishuSelf self, TimeProvider wall, ILogger<FeishuGate> log)
{
    private readonly TakenRequests _taken = new(options.Value.Window, wall);

    /// <summary>What a request says that is let in; null where it was answered already.</summary>
    public async Task<FeishuRequest?> AdmitAsync(HttpContext http)
    {
        if (!options.Value.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        var (body, status) = await RequestBytes.ReadAsync(http.Request, options.Value.MaxRequestBytes);
        if (body is null)
        {
            return Refuse(http, status, "unreadable");
        }

        return SignedHeaders.Of(http.Request) is { } headers ? await SignedAsync(http, headers, body) : Unsigned(http, body);
    }

    public FeishuRequest? Refuse(HttpContext http, int status, string reason)
    {
        log.RequestRefused(FeishuRoute.ChannelId, "event", status, reason);
        http.Response.StatusCode = status;
        return null;
    }

    /// <summary>It could not be taken after all: Feishu may bring the very same again.</summary>
    public void Forget(FeishuRequest request) => _taken.Forget(request.Mark);

    /// <summary>
    /// Feishu asks for the challenge without a signature. Nothing else is let in so, and every fault looks the same: who signs nothing must not learn what it is that
    /// fails to decrypt.
    /// </summary>
    private FeishuRequest? Unsigned(HttpContext http, byte[] body) =>
        FeishuCipher.Open(options.Value.EncryptKey!, body).Json is { } json && HasToken(json) && json.Text("type") is FeishuRequest.Verification
            ? new FeishuRequest(json, Mark: "")
            : Refuse(http, StatusCodes.Status401Unauthorized, "unsigned");

    private async Task<FeishuRequest?> SignedAsync(HttpContext http, SignedHeaders headers, byte[] body)
    {
        if (FeishuSignature.Fault(options.Value, headers, body, wall.GetUtcNow()) is { } bad)
        {
            return Refuse(http, StatusCodes.Status401Unauthorized, bad);
        }

        var (json, fault) = FeishuCipher.Open(options.Value.EncryptKey!, body);
        if (json is not { } said)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, fault!);
        }

        var request = new FeishuRequest(said, $"{headers.Timestamp}:{headers.Nonce}");
        if (!HasToken(said))
        {
            return Refuse(http, StatusCodes.Status401Unauthorized, "otherToken");
        }

        if (!request.IsVerification && await OtherAsync(request, http.RequestAborted) is { } other)
        {
            return Refuse(http, other is "unknownTenant" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized, other);
        }

        return _taken.Take(request.Mark) ? request : Refuse(http, StatusCodes.Status401Unauthorized, "replayed");
    }

    /// <summary>Whose it is instead of ours; null when it is ours.</summary>
    private async Task<string?> OtherAsync(FeishuRequest request, CancellationToken cancel)
    {
        if (!string.Equals(request.Json.Text("header", "app_id"), options.Value.AppId, StringComparison.Ordinal))
        {
            return "otherApp";
        }

        return await self.TenantAsync(cancel) is not { } own ? "unknownTenant" : string.Equals(request.Tenant, own, StringComparison.Ordinal) ? null : "otherTenant";
    }

    /// <summary>Events of the second schema bring it in their header, the challenge at its top.</summary>
    private bool HasToken(JsonElement json) => (json.Text("header", "token") ?? json.Text("token")) is { } token
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(options.Value.VerificationToken!), Encoding.UTF8.GetBytes(token));
}

/// <summary>A request that Feishu sent us.</summary>
/// <param name="Mark">By which it is known when it is played again.</param>
internal sealed record FeishuRequest(JsonElement Json, string Mark)
{
    public const string Verification = "url_verification";

    public bool IsVerification => Json.Text("type") is Verification;

    public string? Tenant => Json.Text("header", "tenant_key");
}
