using System.Text.Json;

namespace SalesBot.Server.Import;

/// <summary>What other systems call our stages (EXPORT_COLUMNS.md).</summary>
internal static class StageLabels
{
    private static readonly Dictionary<string, string> ByLabel = Load();

    public static string? Find(string label) => ByLabel.GetValueOrDefault(label.Trim());

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(StageLabels).Assembly.GetManifestResourceStream("Import.stages.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, List<string>>>(stream)!.SelectMany(s => s.Value.Select(l => (Label: l, s.Key)))
            .ToDictionary(s => s.Label, s => s.Key, StringComparer.OrdinalIgnoreCase);
    }
}
