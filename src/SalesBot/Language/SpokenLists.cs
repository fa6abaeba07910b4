using System.Text;

namespace SalesBot.Language;

/// <summary>What people call the things of one area, a file of its own in the assembly: lines <c>LIST ID = word|word</c>; the longest word that stands in a message counts.</summary>
internal sealed class SpokenLists
{
    private readonly ILookup<string, (string Id, string Word)> lists;

    /// <summary>Reads the file of that name in the assembly.</summary>
    public SpokenLists(string resource)
    {
        using var file = new StreamReader(typeof(SpokenLists).Assembly.GetManifestResourceStream(resource)!);
        lists = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split(" = ", 2))
            .SelectMany(line => line[1].Split('|').Select(word => (List: line[0].Split(' ')[0], Id: line[0].Split(' ')[1], Word: word))).ToLookup(entry => entry.List, entry => (entry.Id, entry.Word), StringComparer.Ordinal);
    }

    /// <summary>The id whose longest word stands in the text; null where none does.</summary>
    public string? In(string list, string? text)
    {
        var said = (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return lists[list].Where(entry => said.Contains(entry.Word, StringComparison.Ordinal)).OrderByDescending(entry => entry.Word.Length).Select(entry => entry.Id).FirstOrDefault();
    }

    /// <summary>Where the longest word of the list stands, and of which id it is; null where none does.</summary>
    public (string Id, int At, int Length)? Find(string list, string text) => lists[list].Select(entry => (entry.Id, At: text.IndexOf(entry.Word, StringComparison.OrdinalIgnoreCase), entry.Word.Length))
        .Where(found => found.At >= 0).OrderByDescending(found => found.Length).Select(found => ((string, int, int)?)found).FirstOrDefault();

    /// <summary>The text without the words of the list at its beginning and end.</summary>
    public string Without(string list, string text)
    {
        var words = lists[list].Select(entry => entry.Word).OrderByDescending(word => word.Length).ToList();
        for (var bare = text.Trim(' ', ':', ','); ; text = bare)
        {
            var word = words.Find(one => bare.Length > one.Length && (bare.StartsWith(one, StringComparison.OrdinalIgnoreCase) || bare.EndsWith(one, StringComparison.OrdinalIgnoreCase)));
            if (word is null) return bare;
            bare = (bare.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? bare[word.Length..] : bare[..^word.Length]).Trim(' ', ':', ',');
        }
    }

    /// <summary>The parts of an enumeration.</summary>
    public IReadOnlyList<string> Parts(string text) => text.Split([.. lists["between"].Select(entry => entry.Word)], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
