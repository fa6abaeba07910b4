using Microsoft.Extensions.Options;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>Settings under <see cref="Section"/>; without them WeCom is not served.</summary>
internal sealed class WeComOptions
{
    public const string Section = "SalesBot:Channels:WeCom";

    public string? CorpId { get; set; }

    /// <summary>The number of our app in the company.</summary>
    public int AgentId { get; set; }

    /// <summary>The app's secret, for which WeCom gives tokens.</summary>
    public string? Secret { get; set; }

    /// <summary>Of the app's callback: signs what WeCom pushes.</summary>
    public string? Token { get; set; }

    /// <summary>Of the app's callback: 43 characters.</summary>
    public string? EncodingAesKey { get; set; }

    /// <summary>Who has which e-mail address, by user id, where the app may not read addresses from WeCom.</summary>
    public Dictionary<string, string> People { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where WeCom is called; plain http only in Development.</summary>
    public string ApiUrl { get; set; } = "https://qyapi.weixin.qq.com/cgi-bin/";

    /// <summary>Bytes of a request beyond which it is answered with 413.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>Between two messages to one member once <see cref="Burst"/> went out; WeCom silently drops what is over 30 in a minute.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Of one call to WeCom.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Repetitions inside one send; what is still refused then goes back to the outbox.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Longest pause inside one send.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Ten at once and twenty more in the minute make thirty.</summary>
    public static int Burst => 10;

    public bool IsOn => !string.IsNullOrEmpty(CorpId) || !string.IsNullOrEmpty(Secret);

    public RetryLimits Retrying => new(Retries, TimeSpan.FromSeconds(1), MaxDelay, Timeout);
}

/// <summary>Refuses to start on settings that could only fail later, and names each key that is wrong.</summary>
internal sealed class WeComOptionsValidation(IHostEnvironment environment) : IValidateOptions<WeComOptions>
{
    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        var faults = options.IsOn ? Faults(options).Select(f => $"{WeComOptions.Section}:{f.Key} {f.What}.").ToList() : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<(string Key, string What)> Faults(WeComOptions o)
    {
        if (string.IsNullOrWhiteSpace(o.CorpId))
        {
            yield return (nameof(o.CorpId), "must be the id of your company in WeCom");
        }

        if (o.AgentId <= 0)
        {
            yield return (nameof(o.AgentId), "must be the app's AgentId");
        }

        if (o.Secret is not { Length: >= 16 })
        {
            yield return (nameof(o.Secret), "must be the app's secret");
        }

        if (o.Token is not { Length: > 0 and <= 32 } || !o.Token.All(char.IsAsciiLetterOrDigit))
        {
            yield return (nameof(o.Token), "must be the callback's token, letters and digits");
        }

        if (CallbackCipher.Key(o.EncodingAesKey) is null)
        {
            yield return (nameof(o.EncodingAesKey), "must be the callback's EncodingAESKey, 43 letters and digits");
        }

        foreach (var fault in CallSettings.Faults(o.ApiUrl, o.MaxRequestBytes, o.Retrying, o.Pace, environment))
        {
            yield return fault;
        }
    }
}
