using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework.Authentication;

/// <summary>
/// Judges the bearer token of an incoming activity (PROTOCOLS.md A.4). Two kinds are known: the channel's, and in Development
/// our own app's from Entra, which the Emulator and the Playground send. Every check must pass; nothing falls through.
/// </summary>
internal sealed class ConnectorTokenValidation(
    IOptions<BotFrameworkOptions> options, IHostEnvironment environment, SigningKeysStore keys, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Jwt = new() { MapInboundClaims = false };
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly BotFrameworkOptions _options = options.Value;
    private readonly EntraIssuers _entra = new(options.Value);

    public async Task<Admission> JudgeAsync(string? authorization, Activity activity, CancellationToken cancel)
    {
        if (Read(authorization) is not { } token)
        {
            return Admission.Refused("noBearerToken");
        }

        var fromEntra = environment.IsDevelopment() && _entra.IsEntra(token.Issuer);
        var known = keys.Of(fromEntra);
        var key = await known.FindAsync(token.Kid ?? "", cancel);
        if (key is null)
        {
            return known.IsEmpty ? Admission.Unavailable("noSigningKeys") : Admission.Refused("unknownKey");
        }

        var result = await Jwt.ValidateTokenAsync(token, Parameters(key, fromEntra));
        if (!result.IsValid)
        {
            return Admission.Refused(result.Exception?.GetType().Name ?? "invalid");
        }

        return (fromEntra ? _entra.Fault(token) : ChannelFault(token, key, activity)) is { } fault
            ? Admission.Refused(fault)
            : Tenant(activity);
    }

    private static JsonWebToken? Read(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var text = authorization[Scheme.Length..].Trim();
        try
        {
            return Jwt.CanReadToken(text) ? Jwt.ReadJsonWebToken(text) : null;
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key, bool fromEntra) => new()
    {
        ValidAudience = _options.AppId,
        ValidIssuers = fromEntra ? _entra.Issuers : [_options.Cloud.Issuer],
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        // The library would ask the machine's clock.
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires, time.GetUtcNow().UtcDateTime),
    };

    private static bool IsCurrent(DateTime? notBefore, DateTime? expires, DateTime now) =>
        now - Skew <= expires && (notBefore is not { } start || start <= now + Skew);

    private static string? ChannelFault(JsonWebToken token, JsonWebKey key, Activity activity)
    {
        if (!token.TryGetPayloadValue<string>("serviceurl", out var claimed) || !IsSame(claimed, activity.ServiceUrl))
        {
            return "serviceUrlMismatch";
        }

        return Endorsements.Cover(key, activity.ChannelId) ? null : "channelNotEndorsed";
    }

    // Channels differ in the one trailing slash between claim and activity.
    private static bool IsSame(string? claimed, string? serviceUrl) =>
        !string.IsNullOrEmpty(claimed) && serviceUrl is not null && string.Equals(Trimmed(claimed), Trimmed(serviceUrl), StringComparison.Ordinal);

    private static string Trimmed(string url) => url.EndsWith('/') ? url[..^1] : url;

    private Admission Tenant(Activity activity)
    {
        var tenant = activity.Conversation?.TenantId ?? ChannelTenant(activity);
        var isTeams = string.Equals(activity.ChannelId, Schema.Channels.MsTeams, StringComparison.Ordinal);
        return (tenant is null && !isTeams) || _options.AdmitsTenant(tenant) ? Admission.Granted(vouched: true) : Admission.Forbidden("tenantNotAllowed");
    }

    private static string? ChannelTenant(Activity activity) =>
        activity.ChannelData is { ValueKind: System.Text.Json.JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == System.Text.Json.JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String
            ? id.GetString()
            : null;
}
