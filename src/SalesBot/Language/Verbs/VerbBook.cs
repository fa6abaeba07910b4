using System.Text.RegularExpressions;

namespace SalesBot.Language.Verbs;

/// <summary>
/// Orders that are said in few ways, each as whole sentences in <c>Verbs/Sayings/{command}.txt</c>; what people say in a hundred ways is an intent with
/// examples. A line is a regular expression over the normalised message, in which a blank may be left out and these stand for what was found:
/// <code>
/// {deal} {customer} {person} {contract} {approval}   a name, or a word like "it" where it may be spoken of so
/// {date} {amount} {number} {stage} {discount}        a value
/// {text}                                             anything; it goes to the slot of the line "text SLOT"
/// </code>
/// <c>needs</c> and <c>slots</c> mean what they mean for an intent. Politeness around a sentence is heard over.
/// </summary>
internal sealed class VerbBook
{
    private const string Root = "SalesBot.Language.Verbs.";

    /// <summary>Characters of an expression: .NET takes one without backtracking up to 10,000 states only, of which there are up to three a character.</summary>
    private const int Longest = 2500;

    public static readonly VerbBook Standard = new();

    private readonly List<(string Name, string Pattern)> sorts;
    private readonly IReadOnlyList<Regex> any;

    private VerbBook()
    {
        sorts = [.. Lines("SalesBot.Language.VerbSorts.txt").Select(line => line.Split(" = ", 2)).Select(parts => (parts[0], Marked(parts[1])))];
        Verbs = [.. typeof(VerbBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];
        any = Together(Verbs.SelectMany(verb => verb.Sources));
    }

    public IReadOnlyList<Verb> Verbs { get; }

    /// <summary>The first verb of which the whole text is a saying, with where its free text stands; null for any other message.</summary>
    public (Verb Verb, (int From, int To)? Text)? Find(string masked)
    {
        if (!any.Any(part => part.IsMatch(masked))) return null;
        foreach (var verb in Verbs)
        {
            if (verb.Patterns.Select(part => part.Match(masked)).FirstOrDefault(found => found.Success) is not { } match) continue;
            var text = match.Groups.Cast<Group>().Skip(1).FirstOrDefault(group => group.Success);
            return (verb, text is null ? null : (text.Index, text.Index + text.Length));
        }

        return null;
    }

    private Verb Read(string resource)
    {
        var lines = Lines(resource);
        string Head(string name) => lines.Find(line => line.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        var sayings = lines.Where(line => !Array.Exists(["needs ", "slots ", "text "], head => line.StartsWith(head, StringComparison.Ordinal)));
        List<string> sources = [.. Parts(sayings.Select(saying => Named(Spaced(saying)))).Select(part => $"{Named("{opening}")}(?:{part}){Named("{closing}")}")];
        return new Verb(resource[Root.Length..^".txt".Length], Head("needs"), Head("slots").Split(' ', StringSplitOptions.RemoveEmptyEntries), Head("text") is { Length: > 0 } text ? text : null, [.. sources.Select(Compiled)]) { Sources = sources, Sayings = string.Join(' ', sayings) };
    }

    /// <summary>Groups do not capture, and a blank may be left out or be a comma.</summary>
    private static string Spaced(string saying) =>
        saying.Replace("(", "(?:", StringComparison.Ordinal).Replace("(?:?:", "(?:", StringComparison.Ordinal).Replace(" ", "[ ,]*", StringComparison.Ordinal).Replace("{text}", "(.+?)", StringComparison.Ordinal);

    /// <summary>With what its names stand for; "it" is in some of them and so comes last.</summary>
    private string Named(string saying) =>
        sorts.OrderBy(sort => sort.Name == "it").Aggregate(saying, (text, sort) => text.Replace("{" + sort.Name + "}", sort.Name is "opening" or "closing" ? sort.Pattern : $"(?:{sort.Pattern})", StringComparison.Ordinal));

    private static string Marked(string pattern) =>
        Enum.GetValues<Sort>().Aggregate(pattern, (text, sort) => text.Replace($"<{sort.ToString().ToLowerInvariant()}>", ((char)sort).ToString(), StringComparison.Ordinal));

    private static List<string> Lines(string resource)
    {
        using var stream = typeof(VerbBook).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    private static List<Regex> Together(IEnumerable<string> sources) => [.. Parts(sources).Select(Compiled)];

    /// <summary>Alternatives, joined as far as an expression without backtracking may be long.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> alternatives)
    {
        var part = new List<string>();
        foreach (var alternative in alternatives)
        {
            if (part.Count > 0 && part.Sum(one => one.Length + 1) + alternative.Length > Longest)
            {
                yield return string.Join('|', part);
                part.Clear();
            }

            part.Add(alternative);
        }

        if (part.Count > 0) yield return string.Join('|', part);
    }

    private static Regex Compiled(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>A command and its sayings.</summary>
    /// <param name="Id">The command's.</param>
    internal sealed record Verb(string Id, string Needs, string[] Slots, string? Text, IReadOnlyList<Regex> Patterns)
    {
        public required IReadOnlyList<string> Sources { get; init; }

        /// <summary>As they are written.</summary>
        public required string Sayings { get; init; }
    }
}
