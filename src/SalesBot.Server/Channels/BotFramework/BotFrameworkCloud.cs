namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Addresses and names that differ between public Azure and US Government (PROTOCOLS.md A.4, A.5).</summary>
internal sealed record BotFrameworkCloud
{
    private const string BotFrameworkTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string MicrosoftServicesTenant = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";
    private const string GovernmentTenant = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";

    public required string OpenIdMetadata { get; init; }

    public required string EmulatorOpenIdMetadata { get; init; }

    /// <summary>Issuer of channel tokens, and audience of those that we send (the scope without <c>/.default</c>).</summary>
    public required string Issuer { get; init; }

    /// <summary>Where our own token comes from; the tenant is appended.</summary>
    public required string LoginHost { get; init; }

    /// <summary>The tenant of multi-tenant bots.</summary>
    public required string SharedTenant { get; init; }

    /// <summary>Microsoft's own tenants that may issue an Entra token to a bot; ours is added to them.</summary>
    public required IReadOnlyList<string> EntraTenants { get; init; }

    public required IReadOnlyList<string> ServiceHosts { get; init; }

    public static BotFrameworkCloud Public { get; } = new()
    {
        OpenIdMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        EmulatorOpenIdMetadata = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        Issuer = "https://api.botframework.com",
        LoginHost = "https://login.microsoftonline.com/",
        SharedTenant = "botframework.com",
        EntraTenants = [BotFrameworkTenant, MicrosoftServicesTenant],
        ServiceHosts = ["smba.trafficmanager.net", ".botframework.com", "smba.infra.gcc.teams.microsoft.com"],
    };

    public static BotFrameworkCloud UsGovernment { get; } = new()
    {
        OpenIdMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        EmulatorOpenIdMetadata = $"https://login.microsoftonline.us/{GovernmentTenant}/v2.0/.well-known/openid-configuration",
        Issuer = "https://api.botframework.us",
        LoginHost = "https://login.microsoftonline.us/",
        SharedTenant = "MicrosoftServices.onmicrosoft.us",
        EntraTenants = [GovernmentTenant, MicrosoftServicesTenant],
        ServiceHosts = [".botframework.azure.us", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"],
    };
}
