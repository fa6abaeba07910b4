namespace SalesBot.Server.Channels.Feishu;

/// <summary>Settings under <see cref="Section"/>; without them Feishu (Lark) is not served. Feishu takes five messages a second of a person or a group.</summary>
internal sealed class FeishuOptions : PlatformOptions
{
    public const string Section = "SalesBot:Channels:Feishu";

    public FeishuOptions()
    {
        Pace = TimeSpan.FromMilliseconds(200);
        // A text may have 150 KB, and is a third longer when encrypted.
        MaxRequestBytes = 512 * 1024;
    }

    /// <summary>The app's id (<c>cli_…</c>).</summary>
    public string? AppId { get; set; }

    public string? AppSecret { get; set; }

    /// <summary>Which every event and callback brings along.</summary>
    public string? VerificationToken { get; set; }

    /// <summary>By which Feishu encrypts and signs; without one it would do neither.</summary>
    public string? EncryptKey { get; set; }

    /// <summary>Whose events are taken; null: Feishu is asked for the app's own tenant.</summary>
    public string? TenantKey { get; set; }

    /// <summary>Feishu's; Lark's is <c>https://open.larksuite.com/</c>.</summary>
    public override string ApiUrl { get; set; } = "https://open.feishu.cn/";

    /// <summary>How far the moment of a signed request may lie from ours.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    public override bool IsOn => new[] { AppId, AppSecret, VerificationToken, EncryptKey }.Any(k => !string.IsNullOrEmpty(k));

    protected override IEnumerable<(string Key, string What)> KeyFaults()
    {
        if (AppId?.StartsWith("cli_", StringComparison.Ordinal) != true)
        {
            yield return (nameof(AppId), "must be the app's id, which begins with cli_");
        }

        if (string.IsNullOrWhiteSpace(AppSecret))
        {
            yield return (nameof(AppSecret), "must be the app's secret");
        }

        if (string.IsNullOrWhiteSpace(VerificationToken))
        {
            yield return (nameof(VerificationToken), "must be the Verification Token of \"Events and callbacks\"");
        }

        if (EncryptKey is not { Length: >= 8 })
        {
            yield return (nameof(EncryptKey), "must be the Encrypt Key of \"Events and callbacks\", 8 characters or more: without it Feishu signs nothing");
        }

        if (Window < TimeSpan.FromSeconds(30) || Window > TimeSpan.FromDays(1))
        {
            yield return (nameof(Window), "must be between 30 seconds and a day");
        }
    }
}
