using System.Text.Json;

namespace SalesBot.Server.Import;

/// <summary>What a table of one kind looks like in one system's export (EXPORT_COLUMNS.md): accepted headers by field of ours.</summary>
internal sealed record Layout(string System, string Kind, Dictionary<string, List<string>> Columns, List<string> Required, string? Currency)
{
    /// <summary>Our fields and the column each was found in.</summary>
    public Dictionary<string, int> Match(IReadOnlyList<string> headers)
    {
        var places = headers.Select((h, i) => (Plain: Layouts.Plain(h), i)).Where(h => h.Plain.Length > 0).GroupBy(h => h.Plain, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, names) in Columns)
        {
            if (names.Select(Layouts.Plain).FirstOrDefault(places.ContainsKey) is { } name)
            {
                found[field] = places[name];
            }
        }

        return found;
    }
}

/// <summary>All known layouts, and which of them a table has: the one with all its required columns that explains most headers.</summary>
internal static class Layouts
{
    private static readonly Layout[] All = Load();

    public static IEnumerable<string> Systems => All.Select(l => l.System).Distinct(StringComparer.Ordinal);

    /// <summary>Header names are compared without case, spaces, underscores and dashes of any kind.</summary>
    public static string Plain(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public static bool KnowsAnyChinese(string headerLine) =>
        All.SelectMany(l => l.Columns.Values).SelectMany(n => n).Any(n => n[0] > 0x2E80 && headerLine.Contains(n, StringComparison.Ordinal));

    public static Layout? Choose(SourceTable table, string? system, Faults faults)
    {
        var candidates = All.Where(l => system is null || l.System == system).Select(l => (Layout: l, Found: l.Match(table.Headers))).ToList();
        var fitting = candidates.Where(c => c.Layout.Required.TrueForAll(c.Found.ContainsKey)).OrderByDescending(c => c.Found.Count).Select(c => c.Layout).FirstOrDefault();
        if (fitting is not null)
        {
            return fitting;
        }

        var (nearest, found) = candidates.MaxBy(c => c.Found.Count);
        var missing = nearest.Required.Where(r => !found.ContainsKey(r)).Select(r => nearest.Columns[r][0]).ToList();
        faults.Add(table.File, 1, string.Join(", ", missing), "Import.columns", nearest.Kind, missing, table.Headers.Take(20).ToList());
        return null;
    }

    private static Layout[] Load()
    {
        using var stream = typeof(Layouts).Assembly.GetManifestResourceStream("Import.layouts.json")!;
        return JsonSerializer.Deserialize<Layout[]>(stream, JsonSerializerOptions.Web)!;
    }
}
