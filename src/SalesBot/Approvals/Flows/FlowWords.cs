using System.Text;

namespace SalesBot.Approvals.Flows;

/// <summary>What people call kinds, steps, approvers and ways of deciding (<c>flow-words.txt</c>): lines <c>LIST ID = word|word</c>.</summary>
internal static class FlowWords
{
    private static readonly ILookup<string, (string Id, string Word)> Lists = Load();

    /// <summary>The id whose longest word stands in the text; null where none does.</summary>
    public static string? In(string list, string? text)
    {
        var said = (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Lists[list].Where(entry => said.Contains(entry.Word, StringComparison.Ordinal)).OrderByDescending(entry => entry.Word.Length).Select(entry => entry.Id).FirstOrDefault();
    }

    /// <summary>Where the longest word of the list stands, and of which id it is; null where none does.</summary>
    public static (string Id, int At, int Length)? Find(string list, string text) => Lists[list].Select(entry => (entry.Id, At: text.IndexOf(entry.Word, StringComparison.OrdinalIgnoreCase), entry.Word.Length))
        .Where(found => found.At >= 0).OrderByDescending(found => found.Length).Select(found => ((string, int, int)?)found).FirstOrDefault();

    /// <summary>The text without the words of the list at its beginning and end.</summary>
    public static string Without(string list, string text)
    {
        var words = Lists[list].Select(entry => entry.Word).OrderByDescending(word => word.Length).ToList();
        for (var bare = text.Trim(' ', ':', ','); ; text = bare)
        {
            var word = words.Find(one => bare.Length > one.Length && (bare.StartsWith(one, StringComparison.OrdinalIgnoreCase) || bare.EndsWith(one, StringComparison.OrdinalIgnoreCase)));
            if (word is null) return bare;
            bare = (bare.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? bare[word.Length..] : bare[..^word.Length]).Trim(' ', ':', ',');
        }
    }

    /// <summary>The parts of an enumeration.</summary>
    public static IReadOnlyList<string> Parts(string text) => text.Split([.. Lists["between"].Select(entry => entry.Word)], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ILookup<string, (string Id, string Word)> Load()
    {
        using var file = new StreamReader(typeof(FlowWords).Assembly.GetManifestResourceStream("SalesBot.Approvals.Flows.flow-words.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split(" = ", 2))
            .SelectMany(line => line[1].Split('|').Select(word => (List: line[0].Split(' ')[0], Id: line[0].Split(' ')[1], Word: word))).ToLookup(entry => entry.List, entry => (entry.Id, entry.Word), StringComparer.Ordinal);
    }
}
