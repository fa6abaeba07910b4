using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Refuses to start on settings that could only fail later, and names each key that is wrong.</summary>
internal sealed class BotFrameworkOptionsValidation(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var faults = Limits(options).Concat(Addresses(options)).Concat(Identity(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Identity(BotFrameworkOptions o)
    {
        if (string.IsNullOrEmpty(o.AppId))
        {
            // A secret without its app would silently run unauthenticated in Development and refuse everyone elsewhere.
            if (o.AppPassword is not null || o.CertificatePath is not null)
            {
                yield return Fault(nameof(o.AppId), "is missing, although a secret or certificate is set");
            }

            yield break;
        }

        if (!Guid.TryParse(o.AppId, out _))
        {
            yield return Fault(nameof(o.AppId), "must be the GUID of the bot's app registration");
        }

        if (o.AppType != AppType.MultiTenant && !Guid.TryParse(o.TenantId, out _))
        {
            yield return Fault(nameof(o.TenantId), $"must be the tenant's GUID when AppType is {o.AppType}");
        }

        foreach (var fault in Credential(o))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Credential(BotFrameworkOptions o)
    {
        var secret = !string.IsNullOrEmpty(o.AppPassword);
        var certificate = !string.IsNullOrEmpty(o.CertificatePath);
        if (o.AppType == AppType.UserAssignedMSI)
        {
            if (secret || certificate)
            {
                yield return Fault(nameof(o.AppPassword), "and CertificatePath must be empty when AppType is UserAssignedMSI");
            }
        }
        else if (secret == certificate)
        {
            yield return Fault(nameof(o.AppPassword), "or CertificatePath must be set, and not both");
        }
        else if (certificate && CertificateFault(o) is { } fault)
        {
            yield return Fault(nameof(o.CertificatePath), fault);
        }
    }

    private static string? CertificateFault(BotFrameworkOptions o)
    {
        if (!File.Exists(o.CertificatePath))
        {
            return "names no file";
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(o.CertificatePath!, o.CertificatePassword);
            return certificate.HasPrivateKey ? null : "has no private key";
        }
        catch (CryptographicException)
        {
            return "is no PKCS#12 file, or CertificatePassword is wrong";
        }
    }

    private IEnumerable<string> Addresses(BotFrameworkOptions o)
    {
        if (!string.IsNullOrEmpty(o.ChannelService) && !string.Equals(o.ChannelService, "https://botframework.azure.us", StringComparison.OrdinalIgnoreCase))
        {
            yield return Fault(nameof(o.ChannelService), "must be empty or https://botframework.azure.us");
        }

        foreach (var (key, address) in new[] { (nameof(o.OpenIdMetadata), o.OpenIdMetadata), (nameof(o.EmulatorOpenIdMetadata), o.EmulatorOpenIdMetadata) })
        {
            if (address is not null && !IsAcceptable(address))
            {
                yield return Fault(key, "must be an https address (http only in Development)");
            }
        }
    }

    private bool IsAcceptable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme switch { "https" => true, "http" => environment.IsDevelopment(), _ => false };

    private static IEnumerable<string> Limits(BotFrameworkOptions o)
    {
        if (o.MaxActivityBytes is < 1024 or > 16 * 1024 * 1024)
        {
            yield return Fault(nameof(o.MaxActivityBytes), "must be between 1 KiB and 16 MiB");
        }

        if (o.Retries is < 0 or > 10)
        {
            yield return Fault(nameof(o.Retries), "must be between 0 and 10");
        }

        if (o.Timeout <= TimeSpan.Zero || o.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return Fault(nameof(o.Timeout), "must be between 0 and 5 minutes");
        }

        if (o.Delay <= TimeSpan.Zero || o.MaxDelay < o.Delay)
        {
            yield return Fault(nameof(o.Delay), "must be more than 0 and at most MaxDelay");
        }
    }

    private static string Fault(string key, string what) => $"{BotFrameworkOptions.Section}:{key} {what}.";
}
