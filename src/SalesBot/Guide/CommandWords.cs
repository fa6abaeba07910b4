using SalesBot.Conversation;
using SalesBot.Language.Phrases;
using SalesBot.Language.Verbs;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// What each command is called, in all languages and in the reader's own phrases, cut into pairs of letters: finds the commands that words
/// which were not understood come nearest to, and those that a help topic means.
/// </summary>
internal static class CommandWords
{
    private static readonly Lazy<CommandTable> Commands = new(CommandTable.Scan);
    private static readonly Lazy<WordBook> Book = new(() => new WordBook());
    private static readonly Lazy<Dictionary<string, Dictionary<string, double>>> Pairs = new(Weigh);

    public static CommandTable Table => Commands.Value;

    /// <summary>Those that have a place in the help: by their spec, or by an example of how they are said.</summary>
    private static IEnumerable<Command> Explained => Table.All.Where(c => c.Spec.InHelp || HasExample(c.Spec.Id));

    /// <summary>The commands that may be explained to a person, by their topic: the folder that they live in.</summary>
    public static ILookup<string, CommandSpec> For(Person person) =>
        Explained.Where(c => person.May(c.Spec.Needs)).ToLookup(Topic, c => c.Spec, StringComparer.Ordinal);

    /// <summary>The sentence that shows how it is said, of names of the reader's own work; null for a command that has only a button.</summary>
    public static Word? Example(string id, object?[] names) =>
        HasExample(id) ? new Word($"Help.{id}.example", names) : null;

    private static bool HasExample(string id) => Book.Value.In(WordBook.English).ContainsKey($"Help.{id}.example");

    /// <summary>The nearest first; none whose name shares nothing with the text.</summary>
    /// <param name="fit">Which commands come into question at all.</param>
    public static IReadOnlyList<string> Nearest(string? text, Person person, int count, Func<CommandSpec, bool>? fit = null)
    {
        var wanted = PairsOf(text ?? "");
        return [.. For(person).SelectMany(g => g).Where(s => fit is null || fit(s)).Select(s => (s.Id, Score: wanted.Sum(p => Pairs.Value[s.Id].GetValueOrDefault(p)))).Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Id, StringComparer.Ordinal).Take(count).Select(s => s.Id)];
    }

    /// <summary>A folder without a name of its own belongs to the one that it lies in.</summary>
    private static string Topic(Command command) => command.GetType().Namespace!.Split('.') is var folders && Book.Value.In(WordBook.English).ContainsKey("Topic." + folders[^1]) ? folders[^1] : folders[1];

    /// <summary>A pair weighs the more the fewer commands have it; one of a title counts thrice.</summary>
    private static Dictionary<string, Dictionary<string, double>> Weigh()
    {
        var texts = Explained.ToDictionary(c => c.Spec.Id, c => (Title: PairsOf(Titles(c.Spec.Id)), All: PairsOf(Titles(c.Spec.Id) + Phrases(c.Spec.Id))), StringComparer.Ordinal);
        var spread = texts.Values.SelectMany(t => t.All).GroupBy(p => p, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return texts.ToDictionary(t => t.Key, t => t.Value.All.ToDictionary(p => p, p => (t.Value.Title.Contains(p) ? 3.0 : 1.0) / spread[p], StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static string Titles(string id) => string.Join(' ', WordBook.Languages.Select(l => Book.Value.Get(l, "Command." + id))) + " " + id.Replace('_', ' ') + " ";

    private static string Phrases(string id) => string.Join(' ', PhraseFiles.Intents().Where(f => PhraseFiles.Stem(f) == id).SelectMany(PhraseFiles.Lines).Where(l => l[0] == '+').Concat(VerbBook.Standard.Verbs.Where(v => v.Id == id).Select(v => v.Sayings)));

    private static HashSet<string> PairsOf(string text)
    {
        var folded = text.ToLowerInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - 1)).Select(i => folded.Substring(i, 2)).Where(p => char.IsLetter(p[0]) && char.IsLetter(p[1]))];
    }
}
