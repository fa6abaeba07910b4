using System.Text.RegularExpressions;

namespace SalesBot.Language.Verbs;

/// <summary>
/// Orders that are said in few ways, each as whole sentences in <c>Verbs/Sayings/{command}.txt</c>; what people say in a hundred ways is an intent with
/// examples. A line is a regular expression over the normalised message, in which a blank may be left out and these stand for what was found:
/// <code>
/// {deal} {customer} {person} {contract} {approval}   a name, or a word like "it" where it may be spoken of so
/// {date} {amount} {number} {stage} {discount}        a value
/// {text} {code} {need} …                             anything, or what a sort of sorts.txt marked with * says of it; it goes to the slot of the line "text SLOT"
/// </code>
/// A line that begins with <c>~ </c> names nothing and holds only where what the verb needs is in view ("hand it to Jack" of an approval, not of a customer).
/// <c>of INTENT</c> says of which intent the command carries out a case; where it only shows, its sayings are that intent whatever else the words sound like. <c>needs</c> and <c>slots</c> mean what they mean for an intent. A question is no saying but of a command that only <c>shows</c>,
/// and of a line that asks itself and so begins with <c>? </c>; <c>told</c>: it tells, so what asks within its free text is none either, and what is told in answer to a question stays the answer.
/// <c>not WORDS</c>: no message that holds them. <c>else VERB</c>: whoever may not give it means that one with the same words. Politeness around a sentence is heard over.
/// </summary>
internal sealed partial class VerbBook
{
    private const string Root = "SalesBot.Language.Verbs.";

    /// <summary>Sorts whose words go to a slot, as free text does: those marked with * in sorts.txt.</summary>
    private readonly List<string> toSlot;

    /// <summary>Begin a saying that leans on what is in view, or is itself a question.</summary>
    private const string Leaning = "~ ", Asking = "? ";

    /// <summary>The lines that say that it tells what is so, and that it changes nothing.</summary>
    private const string Telling = "told", Showing = "shows";

    private static readonly string[] Heads = ["needs ", "slots ", "text ", "of ", "not ", "else "];

    public static readonly VerbBook Standard = new();

    private readonly List<(string Name, string Pattern)> sorts;
    private readonly List<(Regex Pattern, string By)> beforehand;

    /// <summary>Of each saying of the net: whose it is and with what it begins.</summary>
    private readonly List<(Verb Verb, string Kind)> sayings = [];
    private readonly SayingNet net;

    private VerbBook()
    {
        var lines = Lines("SalesBot.Language.VerbSorts.txt").ConvertAll(line => line.Split(" = ", 2));
        sorts = [.. lines.Where(parts => !parts[0].Contains("->", StringComparison.Ordinal)).Select(parts => (parts[0].TrimEnd('*'), Marked(parts[1])))];
        toSlot = [.. lines.Where(parts => parts[0].EndsWith('*')).Select(parts => parts[0].TrimEnd('*'))];
        beforehand = [.. lines.Where(parts => parts[0].Contains("->", StringComparison.Ordinal)).Select(parts => (Compiled(Marked(parts[1])), Marked(parts[0][(parts[0].IndexOf("->", StringComparison.Ordinal) + 2)..].Trim())))];
        var expanded = new List<string>();
        Verbs = [.. typeof(VerbBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(resource => Read(resource, expanded))];
        net = new SayingNet(expanded);
    }

    public IReadOnlyList<Verb> Verbs { get; }

    /// <summary>The verbs of which the whole message is a saying, with where its free text stands and whether it leans on what is in view; none for any other message.</summary>
    public IReadOnlyList<Said> Find(MaskedText masked)
    {
        foreach (var (pattern, by) in beforehand) masked.Replace(pattern, by);
        var text = masked.Text;
        return [.. net.Find(text).GroupBy(number => sayings[number]).Where(same => same.Key.Verb.Not?.IsMatch(text) != true)
            .OrderBy(same => same.Key.Verb.Id, StringComparer.Ordinal).ThenByDescending(same => same.Key.Kind.Length).ThenByDescending(same => same.Key.Kind, StringComparer.Ordinal)
            .Select(same => new Said(same.Key.Verb, net.PlaceOf(same.First(), text)) { Leans = same.Key.Kind == Leaning, Asks = same.Key.Kind == Asking })];
    }

    public Verb? Get(string id) => Verbs.FirstOrDefault(verb => verb.Id == id);

    private Verb Read(string resource, List<string> expanded)
    {
        var lines = Lines(resource);
        string Head(string name) => lines.Find(line => line.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        var written = lines.Where(line => line is not (Telling or Showing) && !Array.Exists(Heads, head => line.StartsWith(head, StringComparison.Ordinal))).ToList();
        var verb = new Verb(resource[Root.Length..^".txt".Length], Head("needs"), Head("slots").Split(' ', StringSplitOptions.RemoveEmptyEntries), Head("text") is { Length: > 0 } text ? text : null)
        {
            Sayings = string.Join(' ', written),
            Tells = lines.Contains(Telling),
            Shows = lines.Contains(Showing),
            Not = Head("not") is { Length: > 0 } not ? Compiled(Marked(not)) : null,
            Else = Head("else") is { Length: > 0 } other ? other : null,
            Of = Head("of") is { Length: > 0 } intent ? intent : null,
        };
        foreach (var saying in written)
        {
            var kind = Array.Find([Leaning, Asking], head => saying.StartsWith(head, StringComparison.Ordinal)) ?? "";
            expanded.Add(Named(Spaced(saying[kind.Length..])));
            sayings.Add((verb, kind));
        }

        return verb;
    }

    /// <summary>Groups do not capture, a blank may be left out or be a comma, an apostrophe may be missing (“im off”), and words like "it" (the first line of sorts.txt) are what they are in the message.</summary>
    private string Spaced(string saying)
    {
        var (it, place) = beforehand[0];
        var said = Blank().Replace(it.Replace(saying, place).Replace("(", "(?:", StringComparison.Ordinal).Replace("(?:?:", "(?:", StringComparison.Ordinal).Replace("'", "'?", StringComparison.Ordinal), blank => blank.Value == " " ? "[ ,]*" : blank.Value).Replace("{text}", "(.+?)", StringComparison.Ordinal);
        return toSlot.Aggregate(said, (text, sort) => text.Replace("{" + sort + "}", "({" + sort + "})", StringComparison.Ordinal));
    }

    /// <summary>A blank of a saying, or a set of signs, whose blank is one of them.</summary>
    [GeneratedRegex(@"\[[^\]]*\]| ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();

    private string Named(string sayings) => sorts.Aggregate(sayings, (text, sort) => text.Replace("{" + sort.Name + "}", $"(?:{sort.Pattern})", StringComparison.Ordinal));

    private static string Marked(string pattern) =>
        Enum.GetValues<Sort>().Aggregate(pattern, (text, sort) => text.Replace($"<{sort.ToString().ToLowerInvariant()}>", ((char)sort).ToString(), StringComparison.Ordinal));

    private static List<string> Lines(string resource)
    {
        using var stream = typeof(VerbBook).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    private static Regex Compiled(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>A message that is a saying.</summary>
    /// <param name="Text">Where its free text stands in the masked message.</param>
    internal sealed record Said(Verb Verb, (int From, int To)? Text)
    {
        /// <summary>On what is in view.</summary>
        public bool Leans { get; init; }

        /// <summary>It is one although it is a question.</summary>
        public bool Asks { get; init; }
    }

    /// <summary>A command and its sayings.</summary>
    /// <param name="Id">The command's.</param>
    internal sealed record Verb(string Id, string Needs, string[] Slots, string? Text)
    {
        /// <summary>It tells what is so: whatever asks is none of its sayings.</summary>
        public bool Tells { get; init; }

        /// <summary>It changes nothing: it may be asked for as well as ordered.</summary>
        public bool Shows { get; init; }

        /// <summary>What no saying of it holds.</summary>
        public Regex? Not { get; init; }

        /// <summary>What the same words mean from whoever may not give it.</summary>
        public string? Else { get; init; }

        /// <summary>The intent that it is a way to carry out: the message stays one of that intent, and the command does what the intent's would for one record.</summary>
        public string? Of { get; init; }

        /// <summary>As they are written.</summary>
        public required string Sayings { get; init; }
    }
}
