using System.Text.RegularExpressions;

namespace SalesBot.Language.Verbs;

/// <summary>
/// Orders that are said in few ways, each as whole sentences in <c>Verbs/Sayings/{command}.txt</c>; what people say in a hundred ways is an intent with
/// examples. A line is a regular expression over the normalised message, in which a blank may be left out and these stand for what was found:
/// <code>
/// {deal} {customer} {person} {contract} {approval}   a name, or a word like "it" where it may be spoken of so
/// {date} {amount} {number} {stage} {discount}        a value
/// {text} {code} {need} {portion} {rank} {life} {part} anything, or what sorts.txt says of it; it goes to the slot of the line "text SLOT"
/// </code>
/// <c>of INTENT</c> says of which intent the command carries out a case. <c>needs</c> and <c>slots</c> mean what they mean for an intent. Politeness around a sentence is heard over.
/// </summary>
internal sealed class VerbBook
{
    private const string Root = "SalesBot.Language.Verbs.";

    /// <summary>Characters of an expression: .NET takes one without backtracking up to 10,000 states only, of which there are up to three a character.</summary>
    private const int Longest = 2500;

    /// <summary>Sorts whose words go to a slot, as free text does.</summary>
    private static readonly string[] Free = ["code", "need", "portion", "rank", "life", "part"];

    public static readonly VerbBook Standard = new();

    private readonly List<(string Name, string Pattern)> sorts;
    private readonly List<(Regex Pattern, string By)> beforehand;

    /// <summary>All sayings of all verbs, in as few expressions as may be: most messages are none of them, which is then known at once.</summary>
    private readonly List<Regex> any;

    private VerbBook()
    {
        var lines = Lines("SalesBot.Language.VerbSorts.txt").ConvertAll(line => line.Split(" = ", 2));
        sorts = [.. lines.Where(parts => !parts[0].Contains("->", StringComparison.Ordinal)).Select(parts => (parts[0], Marked(parts[1])))];
        beforehand = [.. lines.Where(parts => parts[0].Contains("->", StringComparison.Ordinal)).Select(parts => (Compiled(Marked(parts[1])), Marked(parts[0][(parts[0].IndexOf("->", StringComparison.Ordinal) + 2)..].Trim())))];
        Verbs = [.. typeof(VerbBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];
        any = [.. Parts(Verbs.SelectMany(verb => verb.Expanded)).Select(part => Compiled($"^(?:{part})$"))];
    }

    public IReadOnlyList<Verb> Verbs { get; }

    /// <summary>The first verb of which the whole message is a saying, with where its free text stands; null for any other message.</summary>
    public (Verb Verb, (int From, int To)? Text)? Find(MaskedText masked)
    {
        foreach (var (pattern, by) in beforehand) masked.Replace(pattern, by);
        var text = masked.Text;
        if (!any.Exists(some => some.IsMatch(text))) return null;
        foreach (var verb in Verbs)
        {
            if (verb.Patterns.FirstOrDefault(pattern => pattern.IsMatch(text)) is not { } said) continue;
            var free = said.Match(text).Groups.Cast<Group>().Skip(1).FirstOrDefault(group => group.Success);
            return (verb, free is null ? null : (free.Index, free.Index + free.Length));
        }

        return null;
    }

    private Verb Read(string resource)
    {
        var lines = Lines(resource);
        string Head(string name) => lines.Find(line => line.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        var sayings = lines.Where(line => !Array.Exists(["needs ", "slots ", "text ", "of "], head => line.StartsWith(head, StringComparison.Ordinal))).ToList();
        var expanded = sayings.ConvertAll(saying => Named(Spaced(saying)));
        var patterns = Parts(expanded).Select(part => Compiled($"^(?:{part})$")).ToList();
        return new Verb(resource[Root.Length..^".txt".Length], Head("needs"), Head("slots").Split(' ', StringSplitOptions.RemoveEmptyEntries), Head("text") is { Length: > 0 } text ? text : null, patterns) { Expanded = expanded, Sayings = string.Join(' ', sayings), Of = Head("of") is { Length: > 0 } intent ? intent : null };
    }

    /// <summary>Groups do not capture, a blank may be left out or be a comma, and words like "it" (the first line of sorts.txt) are what they are in the message.</summary>
    private string Spaced(string saying)
    {
        var (it, place) = beforehand[0];
        var said = it.Replace(saying, place).Replace("(", "(?:", StringComparison.Ordinal).Replace("(?:?:", "(?:", StringComparison.Ordinal).Replace(" ", "[ ,]*", StringComparison.Ordinal).Replace("{text}", "(.+?)", StringComparison.Ordinal);
        return Free.Aggregate(said, (text, sort) => text.Replace("{" + sort + "}", "({" + sort + "})", StringComparison.Ordinal));
    }

    private string Named(string sayings) => sorts.Aggregate(sayings, (text, sort) => text.Replace("{" + sort.Name + "}", $"(?:{sort.Pattern})", StringComparison.Ordinal));

    private static string Marked(string pattern) =>
        Enum.GetValues<Sort>().Aggregate(pattern, (text, sort) => text.Replace($"<{sort.ToString().ToLowerInvariant()}>", ((char)sort).ToString(), StringComparison.Ordinal));

    private static List<string> Lines(string resource)
    {
        using var stream = typeof(VerbBook).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

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
        /// <summary>As expressions of the masked text.</summary>
        public required IReadOnlyList<string> Expanded { get; init; }

        /// <summary>The intent that it is a way to carry out: the message stays one of that intent, and the command does what the intent's would for one record.</summary>
        public string? Of { get; init; }

        /// <summary>As they are written.</summary>
        public required string Sayings { get; init; }
    }
}
