using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.Slack;

/// <summary>Settings under <see cref="Section"/>; without them Slack is not served.</summary>
internal sealed class SlackOptions
{
    public const string Section = "SalesBot:Channels:Slack";

    /// <summary>The bot user's token (<c>xoxb-…</c>).</summary>
    public string? BotToken { get; set; }

    /// <summary>By which Slack signs what it sends.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>Where Slack is called; plain http only in Development.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Bytes of a request beyond which it is answered with 413.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>Between two messages to one channel; Slack takes about one a second.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Of one call to Slack.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Repetitions inside one send; what is still refused then goes back to the outbox.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Longest pause inside one send. A longer Retry-After is left to the outbox.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsOn => !string.IsNullOrEmpty(BotToken) || !string.IsNullOrEmpty(SigningSecret);

    public RetryLimits Retrying => new(Retries, TimeSpan.FromSeconds(1), MaxDelay, Timeout);
}

/// <summary>Refuses to start on settings that could only fail later, and names each key that is wrong.</summary>
internal sealed class SlackOptionsValidation(IHostEnvironment environment) : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var faults = options.IsOn ? Faults(options).Select(f => $"{SlackOptions.Section}:{f.Key} {f.What}.").ToList() : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<(string Key, string What)> Faults(SlackOptions o)
    {
        if (o.BotToken?.StartsWith("xoxb-", StringComparison.Ordinal) != true)
        {
            yield return (nameof(o.BotToken), "must be the bot user's token, which begins with xoxb-");
        }

        if (o.SigningSecret is not { Length: >= 16 })
        {
            yield return (nameof(o.SigningSecret), "must be the app's signing secret");
        }

        if (!Uri.TryCreate(o.ApiUrl, UriKind.Absolute, out var api) || !o.ApiUrl.EndsWith('/') || !(api.Scheme is "https" || (api.Scheme is "http" && environment.IsDevelopment())))
        {
            yield return (nameof(o.ApiUrl), "must be an https address (http only in Development) that ends with a slash");
        }

        if (o.MaxRequestBytes is < 1024 or > 16 * 1024 * 1024)
        {
            yield return (nameof(o.MaxRequestBytes), "must be between 1 KiB and 16 MiB");
        }

        if (o.Retries is < 0 or > 10)
        {
            yield return (nameof(o.Retries), "must be between 0 and 10");
        }

        if (o.Timeout <= TimeSpan.Zero || o.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return (nameof(o.Timeout), "must be between 0 and 5 minutes");
        }

        if (o.MaxDelay < TimeSpan.FromSeconds(1) || o.Pace < TimeSpan.Zero || o.Pace > o.MaxDelay)
        {
            yield return (nameof(o.Pace), "must be at most MaxDelay, which is a second or more");
        }
    }
}
