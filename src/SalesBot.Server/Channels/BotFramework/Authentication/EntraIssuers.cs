using Microsoft.IdentityModel.JsonWebTokens;

namespace SalesBot.Server.Channels.BotFramework.Authentication;

/// <summary>
/// Who may issue an Entra token to us, and what it must say. Entra signs for all tenants with the same keys, so the issuer is
/// held against a list, and its tenant against <c>tid</c>; adding whatever tenant the token carries, as botframework-connector does,
/// would let everyone in (PROTOCOLS.md A.4).
/// </summary>
internal sealed class EntraIssuers(BotFrameworkOptions options)
{
    private static readonly string[] Hosts = ["https://sts.windows.net/", "https://login.microsoftonline.com/", "https://login.microsoftonline.us/"];

    public IReadOnlyList<string> Issuers { get; } =
    [
        .. options.Cloud.EntraTenants.Append(options.TenantId).Where(t => !string.IsNullOrEmpty(t))
            .SelectMany(t => new[] { $"https://sts.windows.net/{t}/", $"{options.Cloud.LoginHost}{t}/v2.0" }),
    ];

    public bool IsEntra(string? issuer) => issuer is not null && Array.Exists(Hosts, h => issuer.StartsWith(h, StringComparison.Ordinal));

    /// <summary>Null when the token, valid otherwise, was issued to our own app by the tenant that it names.</summary>
    public string? Fault(JsonWebToken token)
    {
        var claim = Claim(token, "ver") switch
        {
            null or "" or "1.0" => "appid",
            "2.0" => "azp",
            _ => null,
        };
        if (claim is null || !string.Equals(Claim(token, claim), options.AppId, StringComparison.OrdinalIgnoreCase))
        {
            return "otherApp";
        }

        return Claim(token, "tid") is { Length: > 0 } tenant && token.Issuer.Split('/').Contains(tenant, StringComparer.OrdinalIgnoreCase)
            ? null
            : "tenantMismatch";
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
