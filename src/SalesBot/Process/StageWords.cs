using System.Text.Json;
using SalesBot.Language.Text;

namespace SalesBot.Process;

/// <summary>What people call the things that a stage is made of (<c>stage-words.json</c>); the longest word in what they said counts.</summary>
internal static class StageWords
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Lists = Load();

    /// <summary>A name of <see cref="StageGate"/>; null where none is named.</summary>
    public static string? NeedIn(string said) => Find("needs", said);

    /// <summary>A role in snake case, or <c>owner</c> for whoever has the deal; null where none is named.</summary>
    public static string? RoleIn(string said) => Find("roles", said);

    /// <summary>A <see cref="ReviewMode"/> in snake case; null where none is named.</summary>
    public static string? ReviewIn(string said) => Find("reviews", said);

    /// <summary>How many of a hundred a single word means; null for anything else.</summary>
    public static int? ShareIn(string said) =>
        Lists["shares"].FirstOrDefault(share => share.Value.Contains(said, StringComparer.Ordinal)) is { Key: { } percent } ? int.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? Find(string list, string said)
    {
        var text = NormalText.Of(said).Text;
        return Lists[list].SelectMany(one => one.Value.Where(word => text.Contains(word, StringComparison.Ordinal)).Select(word => (one.Key, word.Length)))
            .OrderByDescending(found => found.Length).Select(found => found.Key).FirstOrDefault();
    }

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using var file = typeof(StageWords).Assembly.GetManifestResourceStream("SalesBot.Process.stage-words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(file)!;
    }
}
