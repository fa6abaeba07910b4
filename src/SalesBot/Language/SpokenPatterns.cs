using System.Text.RegularExpressions;

namespace SalesBot.Language;

/// <summary>How people put things, of one area, a file of its own in the assembly: lines <c>NAME = regular expression</c>; of several lines of a name, the first that fits counts.</summary>
internal sealed class SpokenPatterns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Regex> patterns;

    /// <summary>Reads the file of that name in the assembly.</summary>
    public SpokenPatterns(string resource)
    {
        using var file = new StreamReader(typeof(SpokenPatterns).Assembly.GetManifestResourceStream(resource)!);
        patterns = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split(" = ", 2))
            .GroupBy(line => line[0], StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => new Regex(string.Join('|', lines.Select(line => line[1])), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience), StringComparer.Ordinal);
    }

    public Regex this[string name] => patterns[name];
}
