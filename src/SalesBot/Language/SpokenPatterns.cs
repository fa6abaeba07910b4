using System.Text.RegularExpressions;

namespace SalesBot.Language;

/// <summary>How people put things, of one area, a file of its own in the assembly: lines <c>NAME = regular expression</c>; of several lines of a name, the first that fits counts.</summary>
internal sealed class SpokenPatterns
{
    /// <summary>For those that look around, or find several of a name, which may take longer than the text is long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly string[] Looks = ["(?=", "(?!", "(?<=", "(?<!", "\\G"];

    private static readonly Regex Group = new(@"\(\?<(?<name>\w+)>", RegexOptions.NonBacktracking);

    private readonly Dictionary<string, Regex> patterns;

    /// <summary>Reads the file of that name in the assembly.</summary>
    public SpokenPatterns(string resource)
    {
        using var file = new StreamReader(typeof(SpokenPatterns).Assembly.GetManifestResourceStream(resource)!);
        patterns = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd('\r').Split(" = ", 2))
            .GroupBy(line => line[0], StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => Compiled([.. lines.Select(line => line[1])]), StringComparer.Ordinal);
    }

    public Regex this[string name] => patterns[name];

    private static Regex Compiled(string[] lines)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
        var isLinear = lines.All(line => !Looks.Any(line.Contains) && Group.Matches(line).Select(group => group.Groups["name"].Value).ToList() is var names && names.Distinct(StringComparer.Ordinal).Count() == names.Count);
        return isLinear ? new Regex(string.Join('|', lines), options | RegexOptions.NonBacktracking, Patience) : new Regex(string.Join('|', lines), options, Patience);
    }
}
