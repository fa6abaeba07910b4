namespace SalesBot.Server.Channels.WeCom;

/// <summary>Settings under <see cref="Section"/>; without them WeCom is not served.</summary>
internal sealed class WeComOptions : PlatformOptions
{
    public const string Section = "SalesBot:Channels:WeCom";

    /// <summary>WeCom silently drops what is over 30 messages to one member in a minute: <see cref="Burst"/> go out at once, then one each 3 s.</summary>
    public WeComOptions() => Pace = TimeSpan.FromSeconds(3);

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

    public override string ApiUrl { get; set; } = "https://qyapi.weixin.qq.com/cgi-bin/";

    /// <summary>Ten at once and twenty more in the minute make thirty.</summary>
    public static int Burst => 10;

    public override bool IsOn => !string.IsNullOrEmpty(CorpId) || !string.IsNullOrEmpty(Secret);

    protected override IEnumerable<(string Key, string What)> KeyFaults()
    {
        if (string.IsNullOrWhiteSpace(CorpId))
        {
            yield return (nameof(CorpId), "must be the id of your company in WeCom");
        }

        if (AgentId <= 0)
        {
            yield return (nameof(AgentId), "must be the app's AgentId");
        }

        if (Secret is not { Length: >= 16 })
        {
            yield return (nameof(Secret), "must be the app's secret");
        }

        if (Token is not { Length: > 0 and <= 32 } || !Token.All(char.IsAsciiLetterOrDigit))
        {
            yield return (nameof(Token), "must be the callback's token, letters and digits");
        }

        if (CallbackCipher.Key(EncodingAesKey) is null)
        {
            yield return (nameof(EncodingAesKey), "must be the callback's EncodingAESKey, 43 letters and digits");
        }
    }
}
