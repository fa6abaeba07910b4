using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>Settings under <see cref="Section"/>; without them DingTalk is not served.</summary>
internal sealed class DingTalkOptions
{
    public const string Section = "SalesBot:Channels:DingTalk";

    /// <summary>Of our company; what others' robots are told is none of our business.</summary>
    public string? CorpId { get; set; }

    /// <summary>The app's client id.</summary>
    public string? AppKey { get; set; }

    /// <summary>The app's client secret: signs what DingTalk posts, and buys tokens.</summary>
    public string? AppSecret { get; set; }

    /// <summary>The robot's own code; usually the app key.</summary>
    public string? RobotCode { get; set; }

    /// <summary>Fetch messages over a connection of our own, which needs no address that DingTalk can reach.</summary>
    public bool Stream { get; set; } = true;

    /// <summary>The last part of the addresses that DingTalk posts to: its signature does not cover the body, so nobody else may know them. Without one nothing is taken over HTTP.</summary>
    public string? PathSecret { get; set; }

    /// <summary>A template with the variables of <c>manifests/dingtalk</c>; without one, messages are Markdown and buttons are links.</summary>
    public string? CardTemplateId { get; set; }

    /// <summary>By which DingTalk signs the buttons of cards that it posts; given when the address is registered.</summary>
    public string? CardApiSecret { get; set; }

    /// <summary>The name under which the address for buttons is registered.</summary>
    public string CardRouteKey { get; set; } = "salesbot";

    /// <summary>Who has which e-mail address, by user id, where the app may not read addresses from DingTalk.</summary>
    public Dictionary<string, string> People { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where DingTalk is called; plain http only in Development.</summary>
    public string ApiUrl { get; set; } = "https://api.dingtalk.com/";

    /// <summary>The older half of it.</summary>
    public string OldApiUrl { get; set; } = "https://oapi.dingtalk.com/";

    /// <summary>Bytes of a request or frame beyond which it is refused.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>Between two messages to one conversation, once five went out.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Of one call to DingTalk.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Repetitions inside one send; what is still refused then goes back to the outbox.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Longest pause inside one send.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    public static int Burst => 5;

    public bool IsOn => !string.IsNullOrEmpty(AppKey) || !string.IsNullOrEmpty(AppSecret);

    public string Robot => string.IsNullOrEmpty(RobotCode) ? AppKey ?? "" : RobotCode;

    public RetryLimits Retrying => new(Retries, TimeSpan.FromSeconds(1), MaxDelay, Timeout);
}

/// <summary>Refuses to start on settings that could only fail later, and names each key that is wrong.</summary>
internal sealed class DingTalkOptionsValidation(IHostEnvironment environment) : IValidateOptions<DingTalkOptions>
{
    private const int ShortestSecret = 24;

    public ValidateOptionsResult Validate(string? name, DingTalkOptions options)
    {
        var faults = options.IsOn ? Faults(options).Select(f => $"{DingTalkOptions.Section}:{f.Key} {f.What}.").ToList() : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<(string Key, string What)> Faults(DingTalkOptions o)
    {
        if (string.IsNullOrWhiteSpace(o.CorpId))
        {
            yield return (nameof(o.CorpId), "must be the id of your company in DingTalk");
        }

        if (string.IsNullOrWhiteSpace(o.AppKey))
        {
            yield return (nameof(o.AppKey), "must be the app's client id");
        }

        if (o.AppSecret is not { Length: >= 16 })
        {
            yield return (nameof(o.AppSecret), "must be the app's client secret");
        }

        if (o.PathSecret is not null && (o.PathSecret.Length < ShortestSecret || !o.PathSecret.All(char.IsAsciiLetterOrDigit)))
        {
            yield return (nameof(o.PathSecret), "must be 24 letters and digits or more that nobody can guess");
        }

        if (!o.Stream && o.PathSecret is null)
        {
            yield return (nameof(o.PathSecret), "must be set where Stream is off");
        }

        if (!o.Stream && o.CardTemplateId is not null && o.CardApiSecret is not { Length: >= 16 })
        {
            yield return (nameof(o.CardApiSecret), "must be what the address for buttons was registered with, 16 characters or more");
        }

        if (!CallSettings.IsAddress(o.OldApiUrl, environment) || !o.OldApiUrl.EndsWith('/'))
        {
            yield return (nameof(o.OldApiUrl), "must be an https address (http only in Development) that ends with a slash");
        }

        foreach (var fault in CallSettings.Faults(o.ApiUrl, o.MaxRequestBytes, o.Retrying, o.Pace, environment))
        {
            yield return fault;
        }
    }
}
