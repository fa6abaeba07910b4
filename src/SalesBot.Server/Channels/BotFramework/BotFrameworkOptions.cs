namespace SalesBot.Server.Channels.BotFramework;

/// <summary>How the bot's identity is registered in Entra (PROTOCOLS.md A.5).</summary>
internal enum AppType
{
    /// <summary>The default: new multi-tenant bots cannot be made since July 2025.</summary>
    SingleTenant,
    MultiTenant,

    /// <summary>A user-assigned managed identity: no secret, works only inside Azure.</summary>
    UserAssignedMSI,
}

/// <summary>Settings under <see cref="Section"/>; checked at start by <see cref="BotFrameworkOptionsValidation"/>.</summary>
internal sealed class BotFrameworkOptions
{
    public const string Section = "SalesBot:Channels:Teams";

    /// <summary>GUID of the bot's app registration. Without it only loopback in Development is let in, unauthenticated.</summary>
    public string? AppId { get; set; }

    public AppType AppType { get; set; }

    /// <summary>GUID of our own tenant; needed unless <see cref="AppType"/> is MultiTenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>Client secret. Either this or <see cref="CertificatePath"/>, and neither with a managed identity.</summary>
    public string? AppPassword { get; set; }

    /// <summary>PKCS#12 file with the private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Empty for public Azure, <c>https://botframework.azure.us</c> for US Government.</summary>
    public string? ChannelService { get; set; }

    /// <summary>Replaces the cloud's metadata address of channel tokens; plain http only in Development.</summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Replaces the cloud's metadata address of Entra tokens, which only Development accepts; plain http only there.</summary>
    public string? EmulatorOpenIdMetadata { get; set; }

    /// <summary>
    /// Tenants whose Teams users are let in. Empty means <see cref="TenantId"/> alone, or every tenant when that is not set either.
    /// Channels that know no tenant (Web Chat, Direct Line) are not held to it.
    /// </summary>
    public string[]? AllowedTenants { get; set; }

    /// <summary>
    /// Hosts that get our token even before an authenticated activity named them, so that a restart does not silence nudges;
    /// a leading dot means every host below. Null means the cloud's own (<see cref="BotFrameworkCloud.ServiceHosts"/>).
    /// </summary>
    public string[]? ServiceHosts { get; set; }

    /// <summary>Further hosts from which files of messages are fetched, beside the stores of Teams; a leading dot means every host below.</summary>
    public string[]? FileHosts { get; set; }

    /// <summary>
    /// Files that are handed out in a personal chat of Teams are offered for the reader's OneDrive; false: there is a link. Who has no OneDrive cannot accept the offer, and Teams does not tell us so.
    /// </summary>
    public bool OfferFiles { get; set; } = true;

    /// <summary>Bytes of an incoming activity beyond which it is answered with 413.</summary>
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>Of one call to the Connector; with all retries a call lasts at most (Retries + 1) × Timeout + Retries × MaxDelay.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Repetitions inside one send; what is still refused then goes back to the outbox.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>First pause; doubled each time, with jitter.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause inside one send. A longer Retry-After is left to the outbox.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    public RetryLimits Retrying => new(Retries, Delay, MaxDelay, Timeout);

    public BotFrameworkCloud Cloud => string.IsNullOrEmpty(ChannelService) ? BotFrameworkCloud.Public : BotFrameworkCloud.UsGovernment;

    /// <summary>False where whoever has a Teams account anywhere may speak.</summary>
    public bool KnowsTenants => AllowedTenants is { Length: > 0 } || !string.IsNullOrEmpty(TenantId);

    public bool AdmitsTenant(string? tenant) => AllowedTenants is { Length: > 0 } allowed
        ? allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase)
        : string.IsNullOrEmpty(TenantId) || string.Equals(TenantId, tenant, StringComparison.OrdinalIgnoreCase);
}
