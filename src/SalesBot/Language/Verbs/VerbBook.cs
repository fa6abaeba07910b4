using System.Text;
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
    private const string Opening = @"^(?:[ ,.!]|please|pls|can you|could you|would you|hey|hi|ok|okay|so|well|now|let's|lets|i want to|i'd like to|i need to|请|麻烦你?|帮我|帮忙|劳驾|给我|替我|我想|我要|那就|那|就)*";
    private const string Closing = @"(?:[ ,.!?~;]|please|pls|thanks|thank you|thx|for me|now|一下|下|吧|啊|呀|哈|了|谢谢|哦|呗|嘛|好吗|行吗|可以吗)*$";

    public static readonly VerbBook Standard = new();

    private readonly Regex any;

    private VerbBook()
    {
        Verbs = [.. typeof(VerbBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];
        any = Compiled(Verbs.Count == 0 ? "^$.+" : string.Join('|', Verbs.Select(verb => verb.Source)));
    }

    public IReadOnlyList<Verb> Verbs { get; }

    /// <summary>The first verb of which the whole text is a saying, with where its free text stands; null for any other message.</summary>
    public (Verb Verb, (int From, int To)? Text)? Find(string masked)
    {
        if (!any.IsMatch(masked)) return null;
        foreach (var verb in Verbs)
        {
            if (verb.Pattern.Match(masked) is not { Success: true } match) continue;
            var text = match.Groups.Cast<Group>().Skip(1).FirstOrDefault(group => group.Success);
            return (verb, text is null ? null : (text.Index, text.Index + text.Length));
        }

        return null;
    }

    private static Verb Read(string resource)
    {
        using var stream = typeof(VerbBook).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        string Head(string name) => lines.Find(line => line.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        var sayings = lines.Where(line => !Array.Exists(["needs ", "slots ", "text "], head => line.StartsWith(head, StringComparison.Ordinal))).Select(Expand);
        var source = $"{Opening}(?:{string.Join('|', sayings)}){Closing}";
        return new Verb(resource[Root.Length..^".txt".Length], Head("needs"), Head("slots").Split(' ', StringSplitOptions.RemoveEmptyEntries), Head("text") is { Length: > 0 } text ? text : null, source, Compiled(source));
    }

    /// <summary>A saying as a regular expression of the masked text: groups do not capture but for the free text.</summary>
    private static string Expand(string saying)
    {
        var expanded = new StringBuilder(saying.Replace("(", "(?:", StringComparison.Ordinal).Replace("(?:?:", "(?:", StringComparison.Ordinal));
        foreach (var (name, pattern) in MaskedText.Named) expanded.Replace("{" + name + "}", $"(?:{pattern})");
        return expanded.Replace("{text}", "(.+)").Replace(" ", "[ ,]*").ToString();
    }

    /// <summary>Many sayings make a large automaton, of which only what is met is ever built; the platform's limit (10,000 nodes) guards against strangers' patterns.</summary>
    private static Regex Compiled(string pattern)
    {
        AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", 1_000_000);
        return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary>A command and its sayings.</summary>
    /// <param name="Id">The command's.</param>
    internal sealed record Verb(string Id, string Needs, string[] Slots, string? Text, string Source, Regex Pattern);
}
