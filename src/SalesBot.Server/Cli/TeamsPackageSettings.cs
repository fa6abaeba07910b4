using System.Text.RegularExpressions;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Words;

namespace SalesBot.Server.Cli;

/// <summary>
/// How the app presents itself in Teams: settings under <see cref="Section"/>, with the bot's own id and the service's address. Teams refuses a
/// package long after it was made; so each setting is held to its limits here, and named by its key.
/// </summary>
internal sealed partial record TeamsPackageSettings
{
    public const string Section = BotFrameworkOptions.Section + ":Package";
    private const string AppIdKey = BotFrameworkOptions.Section + ":" + nameof(BotFrameworkOptions.AppId);
    private const string SiteKey = "SalesBot:" + nameof(Settings.PublicUrl);
    private const int LongestName = 30;
    private const int LongestDeveloper = 32;
    private const int LongestAddress = 2048;

    /// <summary>Teams takes an update only with a higher one.</summary>
    public string Version { get; init; } = "1.0.0";

    public string Name { get; init; } = "SalesBot";

    /// <summary>What people with a Chinese Teams see; null: <see cref="Name"/>.</summary>
    public string? ChineseName { get; init; }

    /// <summary>The publisher that Teams shows; null: <see cref="Name"/>.</summary>
    public string? Developer { get; init; }

    /// <summary>The company's page about it. This one and the next two: null is the service's own address.</summary>
    public string? Website { get; init; }

    public string? Privacy { get; init; }

    public string? Terms { get; init; }

    /// <summary>The app in Teams has the id of its bot.</summary>
    public string? AppId { get; private init; }

    public string? PublicUrl { get; private init; }

    public Uri Site => SalesBot.Server.PublicUrl.Read(PublicUrl!, development: false)!;

    /// <summary>Addresses that people will look for and that the service has no page for, by their keys.</summary>
    public IEnumerable<string> StoodInFor => Addresses.Where(address => address.Value is null).Select(address => address.Key);

    private (string Key, string? Value)[] Addresses => [(Key(nameof(Website)), Website), (Key(nameof(Privacy)), Privacy), (Key(nameof(Terms)), Terms)];

    public static TeamsPackageSettings Of(IConfiguration configuration) =>
        (configuration.GetSection(Section).Get<TeamsPackageSettings>() ?? new TeamsPackageSettings()) with { AppId = configuration[AppIdKey], PublicUrl = configuration[SiteKey] };

    /// <summary>What stands in the way of a package that Teams takes.</summary>
    public IEnumerable<Word> Faults()
    {
        if (!Guid.TryParseExact(AppId, "D", out _))
        {
            yield return new Word("Package.app_id", AppIdKey, Shown(AppId));
        }

        foreach (var (key, value) in Addresses.Where(address => address.Value is not null).Prepend((SiteKey, PublicUrl)))
        {
            if (value is null || value.Length > LongestAddress || SalesBot.Server.PublicUrl.Read(value, development: false) is null)
            {
                yield return new Word("Package.https", key, Shown(value));
            }
        }

        foreach (var (name, value, most) in new[] { (nameof(Name), Name, LongestName), (nameof(ChineseName), ChineseName ?? Name, LongestName), (nameof(Developer), Developer ?? Name, LongestDeveloper) })
        {
            if (value.Length == 0 || value.Length > most)
            {
                yield return new Word("Package.length", Key(name), most, value.Length);
            }
        }

        if (!ThreeNumbers.IsMatch(Version))
        {
            yield return new Word("Package.version", Key(nameof(Version)), Shown(Version));
        }
    }

    private static string Key(string name) => $"{Section}:{name}";

    private static object Shown(string? value) => string.IsNullOrEmpty(value) ? new Word("Package.unset") : (object)value;

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ThreeNumbers { get; }
}
