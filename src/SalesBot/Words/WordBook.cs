using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace SalesBot.Words;

/// <summary>
/// All sentences of the bot, per language: every <c>Words/*.resx</c> is English, its <c>.zh-CN.resx</c> twin Chinese; the files share one
/// name space of keys. A key that is missing is a fault of ours and throws; a test compares the two languages.
/// </summary>
internal sealed class WordBook
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    private readonly FrozenDictionary<string, string> english = Load(CultureInfo.InvariantCulture);
    private readonly FrozenDictionary<string, string> chinese = Load(CultureInfo.GetCultureInfo(Chinese));

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(() => new WordBook().In(English));

    public static IReadOnlyList<string> Languages { get; } = [English, Chinese];

    /// <summary>What the company calls stages of its sales process, by their id; the others are called by our words.</summary>
    public IReadOnlyDictionary<string, LocalText> Stages { get; set; } = FrozenDictionary<string, LocalText>.Empty;

    public IReadOnlyDictionary<string, string> In(string language) => language == Chinese ? chinese : english;

    /// <summary>Whether there are such words at all; both languages have the same.</summary>
    public static bool Has(string key) => Known.Value.ContainsKey(key);

    /// <summary>They can be said as they are, without any value.</summary>
    public static bool IsWhole(string key) => Known.Value.TryGetValue(key, out var text) && !text.Contains('{', StringComparison.Ordinal);

    public string Get(string language, string key) =>
        In(language).TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"Words has no key '{key}' in {language}");

    /// <summary>What a stage is called: by the company in this language, by us, by the company in the other language, else by its id.</summary>
    public string Say(StageName stage, string language)
    {
        var given = stage.Ours ? null : Stages.GetValueOrDefault(stage.Id);
        return (language == Chinese ? given?.Zh : given?.En) ?? In(language).GetValueOrDefault("Stage." + stage.Id) ?? given?.In(language) ?? stage.Id;
    }

    /// <summary>The language of ours that serves a messenger's or person's locale; anything that is not Chinese reads English.</summary>
    public static string Serving(string? locale) =>
        locale is not null && locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    private static FrozenDictionary<string, string> Load(CultureInfo culture)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(WordBook).Assembly;
        const string Suffix = ".resources";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            var set = new ResourceManager(name[..^Suffix.Length], assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
            foreach (System.Collections.DictionaryEntry entry in set ?? throw new MissingManifestResourceException($"{name} has no {culture.Name} twin"))
            {
                words.Add((string)entry.Key, (string)entry.Value!);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
