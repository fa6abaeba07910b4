namespace SalesBot.Server.Channels.Slack;

/// <summary>Settings under <see cref="Section"/>; without them Slack is not served. Slack takes about one message a second of a channel.</summary>
internal sealed class SlackOptions : PlatformOptions
{
    public const string Section = "SalesBot:Channels:Slack";

    /// <summary>The bot user's token (<c>xoxb-…</c>).</summary>
    public string? BotToken { get; set; }

    /// <summary>By which Slack signs what it sends.</summary>
    public string? SigningSecret { get; set; }

    public override string ApiUrl { get; set; } = "https://slack.com/api/";

    public override bool IsOn => !string.IsNullOrEmpty(BotToken) || !string.IsNullOrEmpty(SigningSecret);

    protected override IEnumerable<(string Key, string What)> KeyFaults()
    {
        if (BotToken?.StartsWith("xoxb-", StringComparison.Ordinal) != true)
        {
            yield return (nameof(BotToken), "must be the bot user's token, which begins with xoxb-");
        }

        if (SigningSecret is not { Length: >= 16 })
        {
            yield return (nameof(SigningSecret), "must be the app's signing secret");
        }
    }
}
