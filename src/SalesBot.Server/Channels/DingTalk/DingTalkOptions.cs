namespace SalesBot.Server.Channels.DingTalk;

/// <summary>Settings under <see cref="Section"/>; without them DingTalk is not served.</summary>
internal sealed class DingTalkOptions : PlatformOptions
{
    public const string Section = "SalesBot:Channels:DingTalk";

    private const int ShortestSecret = 24;

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

    public override string ApiUrl { get; set; } = "https://api.dingtalk.com/";

    /// <summary>The older half of it.</summary>
    public string OldApiUrl { get; set; } = "https://oapi.dingtalk.com/";

    /// <summary>Messages to one conversation that go out at once; after them <see cref="PlatformOptions.Pace"/> is kept.</summary>
    public static int Burst => 5;

    public override bool IsOn => !string.IsNullOrEmpty(AppKey) || !string.IsNullOrEmpty(AppSecret);

    /// <summary><see cref="CardTemplateId"/>; a setting that was left empty is none.</summary>
    public string? Template => string.IsNullOrWhiteSpace(CardTemplateId) ? null : CardTemplateId;

    public string Robot => string.IsNullOrEmpty(RobotCode) ? AppKey ?? "" : RobotCode;

    protected override IEnumerable<(string Key, string Url)> Addresses => base.Addresses.Append((nameof(OldApiUrl), OldApiUrl));

    protected override IEnumerable<(string Key, string What)> KeyFaults()
    {
        if (string.IsNullOrWhiteSpace(CorpId))
        {
            yield return (nameof(CorpId), "must be the id of your company in DingTalk");
        }

        if (string.IsNullOrWhiteSpace(AppKey))
        {
            yield return (nameof(AppKey), "must be the app's client id");
        }

        if (AppSecret is not { Length: >= 16 })
        {
            yield return (nameof(AppSecret), "must be the app's client secret");
        }

        if (PathSecret is not null && (PathSecret.Length < ShortestSecret || !PathSecret.All(char.IsAsciiLetterOrDigit)))
        {
            yield return (nameof(PathSecret), "must be 24 letters and digits or more that nobody can guess");
        }

        if (!Stream && PathSecret is null)
        {
            yield return (nameof(PathSecret), "must be set where Stream is off");
        }

        if (!Stream && Template is not null && CardApiSecret is not { Length: >= 16 })
        {
            yield return (nameof(CardApiSecret), "must be what the address for buttons was registered with, 16 characters or more");
        }
    }
}
