using Microsoft.Extensions.Options;
using MailKit.Security;
using MimeKit;

namespace SalesBot.Server.Channels.Mail;

/// <summary>Settings under <see cref="Section"/>; without <see cref="Host"/> no mail is sent.</summary>
internal sealed class MailOptions
{
    public const string Section = "SalesBot:Channels:Mail";

    /// <summary>The SMTP server that takes the company's mail.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary><c>Auto</c>, <c>StartTls</c>, <c>SslOnConnect</c> or, on a machine's own relay only, <c>None</c>.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that mail comes from, with or without a name.</summary>
    public string? From { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsOn => !string.IsNullOrEmpty(Host);
}

/// <summary>Refuses to start on settings that could only fail later, and names each key that is wrong.</summary>
internal sealed class MailOptionsValidation : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).Select(f => $"{MailOptions.Section}:{f.Key} {f.What}.").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<(string Key, string What)> Faults(MailOptions o)
    {
        if (!o.IsOn)
        {
            yield break;
        }

        if (!MailboxAddress.TryParse(o.From ?? "", out _))
        {
            yield return (nameof(o.From), "must be a mail address");
        }

        if (o.Port is < 1 or > 65535)
        {
            yield return (nameof(o.Port), "must be between 1 and 65535");
        }

        if (string.IsNullOrEmpty(o.User) != string.IsNullOrEmpty(o.Password))
        {
            yield return (nameof(o.Password), "and User must both be set, or neither");
        }

        if (o.Security == SecureSocketOptions.None && !string.IsNullOrEmpty(o.Password))
        {
            yield return (nameof(o.Security), "must not be None where there is a password");
        }

        if (o.Timeout <= TimeSpan.Zero || o.Timeout > TimeSpan.FromMinutes(2))
        {
            yield return (nameof(o.Timeout), "must be between 0 and 2 minutes");
        }
    }
}
