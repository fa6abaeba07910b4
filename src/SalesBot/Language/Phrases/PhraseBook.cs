using System.Collections.Frozen;

namespace SalesBot.Language.Phrases;

/// <summary>
/// Every word the reader knows: the rules of each intent and the word lists, read once from the embedded files.
/// A list file has lines <c>value = word | word</c> and is named by its class: <c>[stage]</c> is any word of <c>Lists/stage.txt</c>,
/// <c>[stage:won]</c> those of one value. Literals, classes and features share one numbering, so that a rule is a few integer look-ups.
/// </summary>
internal sealed class PhraseBook
{
    /// <summary>The last line of a list whose words build sentences and tell nothing of what is wanted.</summary>
    private const string Unlearnt = "unlearnt";

    public static readonly PhraseBook Standard = new();

    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _classes = [];
    private readonly List<string> _literals = [];
    private readonly List<int> _literalKeys = [];
    private readonly Dictionary<int, int> _literalOfKey = [];
    private readonly List<List<(int Key, string? Value)>> _labels = [];
    private readonly FrozenDictionary<int, PhraseRule[]> _rulesByKey;
    private readonly LiteralAutomaton _automaton;
    private readonly HashSet<int> _standsDenied;
    private readonly int _glue;
    private readonly int _polite;

    private PhraseBook()
    {
        foreach (var file in PhraseFiles.Lists().Concat(PhraseFiles.Beside())) ReadList(file);
        foreach (var file in PhraseFiles.Beside()) _classes.Remove(KeyOf($"[{PhraseFiles.Stem(file)}]"));
        Rules = [.. PhraseFiles.Intents().SelectMany(ReadIntent).Select((rule, number) => rule with { Number = number })];
        Intents = [.. PhraseFiles.Intents().Select(PhraseFiles.Stem)];
        _automaton = new LiteralAutomaton(_literals);
        _rulesByKey = Rules.SelectMany(rule => Anchors(rule).Select(key => (key, rule)))
            .GroupBy(pair => pair.key, pair => pair.rule).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Mask = KeyOf("[mask]");
        Not = KeyOf("[not]");
        _glue = KeyOf("[before]");
        _polite = KeyOf("[polite]");
        _standsDenied = [.. new[] { "not", "dont", "mask", "no", "yes", "period", "weekday", "said", "if", "ask", "this", "narrative", "ordinal" }.Select(name => KeyOf($"[{name}]"))];
        Needs = new ByIntent<string>(PhraseFiles.Intents(), file => Head(file, "needs ").FirstOrDefault() ?? string.Empty, verb => verb.Needs, string.Empty);
        var kinds = PhraseFiles.Intents().SelectMany(file => PhraseFiles.Kinds(file).Select(kind => (kind, intent: PhraseFiles.Stem(file)))).ToLookup(pair => pair.kind, pair => pair.intent, StringComparer.Ordinal);
        FrozenSet<string> Of(string kind) => kinds[kind].ToFrozenSet(StringComparer.Ordinal);
        (Reads, Aside, Bare, Told, Noted, Wordy, Planned, Past) = (Of("reads"), Of("aside"), Of("bare"), Of("told"), Of("noted"), Of("wordy"), Of("planned"), Of("past"));
        Asked = PhraseFiles.Intents().SelectMany(file => Head(file, "asked ").Select(answer => (intent: PhraseFiles.Stem(file), answer))).ToFrozenDictionary(pair => pair.intent, pair => pair.answer, StringComparer.Ordinal);
        SlotsOf = new ByIntent<string[]>(PhraseFiles.Intents(), file => Head(file, "slots "), verb => verb.Slots, []);
        Lists = PhraseFiles.Lists().Concat(PhraseFiles.Beside()).Select(PhraseFiles.Stem).Distinct(StringComparer.Ordinal).ToFrozenDictionary(name => name, name => KeyOf($"[{name}]"), StringComparer.Ordinal);
    }

    public IReadOnlyList<PhraseRule> Rules { get; }

    public IReadOnlyList<string> Intents { get; }

    /// <summary>The class of words inside which nothing else is found (别家 holds no 别).</summary>
    public int Mask { get; }

    /// <summary>Words that deny the one after them.</summary>
    public int Not { get; }

    /// <summary>What an intent is about (<c>deal</c>, <c>customer</c>, <c>approval</c> …): the line <c>needs</c> of its file.</summary>
    public ByIntent<string> Needs { get; }

    /// <summary>Intents that change nothing. This and the sets below are what the line of kinds in an intent's file says of it.</summary>
    public FrozenSet<string> Reads { get; }

    /// <summary>No order and no question of ours: it ends or accompanies what is being done.</summary>
    public FrozenSet<string> Aside { get; }

    /// <summary>It takes nothing with it: no subject, no slots.</summary>
    public FrozenSet<string> Bare { get; }

    /// <summary>A report, which may well hold what is denied or only thought of.</summary>
    public FrozenSet<string> Told { get; }

    /// <summary>What is noted word for word may speak of other customers too, and of what somebody is to be reminded of.</summary>
    public FrozenSet<string> Noted { get; }

    /// <summary>It takes free words: a report, a task, a reason may well hold what would be an order elsewhere.</summary>
    public FrozenSet<string> Wordy { get; }

    /// <summary>What somebody may ask about instead of ordering it, and what answers: the line <c>asked</c> of its file. A report or a to-do may well end with a question.</summary>
    public FrozenDictionary<string, string> Asked { get; }

    /// <summary>What may well be the next step: said with a day it is planned, not done.</summary>
    public FrozenSet<string> Planned { get; }

    /// <summary>It asks about what has happened: February is the last one.</summary>
    public FrozenSet<string> Past { get; }

    /// <summary>The slot readers of an intent: the line <c>slots</c> of its file.</summary>
    public ByIntent<string[]> SlotsOf { get; }

    /// <summary>The class of each word list, by the name of its file.</summary>
    public FrozenDictionary<string, int> Lists { get; }

    public ReadOnlySpan<PhraseRule> RulesOf(int key) => _rulesByKey.TryGetValue(key, out var rules) ? rules : [];

    public IEnumerable<LiteralHit> Find(string text) => _automaton.Find(text);

    /// <summary>What a literal stands for: itself, its classes, its classes with value. A list, as every word of every message walks it.</summary>
    public List<(int Key, string? Value)> LabelsOf(int literal) => _labels[literal];

    /// <summary>The name of a word class (<c>[stage]</c>, <c>[stage:won]</c>) that tells of intents; null for any other, a literal or a feature.</summary>
    public string? ClassOf(int key) => _classes.GetValueOrDefault(key);

    /// <summary>A word that says nothing by itself: fillers, particles, prepositions.</summary>
    public bool IsGlue(string word) => Is(word, _glue) || Is(word, _polite);

    /// <summary>Every literal as it is written.</summary>
    public IEnumerable<(int Literal, string Text)> Words => _literals.Select((text, literal) => (literal, text));

    public string TextOf(int literal) => _literals[literal];

    public bool IsLiteral(string word) => _keys.ContainsKey(word);

    /// <summary>The literal stands in the class.</summary>
    public bool Is(int literal, int key)
    {
        foreach (var label in _labels[literal])
        {
            if (label.Key == key) return true;
        }

        return false;
    }

    /// <summary>The word stands in the class (its key is that of <c>[name]</c>).</summary>
    public bool Is(string word, int key) =>
        _keys.TryGetValue(word, out var own) && _literalOfKey.TryGetValue(own, out var literal) && Is(literal, key);

    /// <summary>The word keeps its meaning after a denial: it builds sentences, or tells something that may well be denied (“还没排款”).</summary>
    public bool StandsDenied(int literal) => _labels[literal].Exists(label => _standsDenied.Contains(label.Key));

    /// <summary>The number of a literal, a <c>[class]</c>, a <c>[class:value]</c> or a <c>{feature}</c>; new ones are numbered as they are met.</summary>
    public int KeyOf(string name)
    {
        if (_keys.TryGetValue(name, out var key)) return key;
        key = _keys.Count;
        _keys[name] = key;
        if (name[0] == '[') _classes[key] = name;
        if (name[0] is '[' or '{') return key;
        _literalOfKey[key] = _literals.Count;
        _literals.Add(name);
        _literalKeys.Add(key);
        _labels.Add([(key, null)]);
        return key;
    }

    private void ReadList(string file)
    {
        var name = PhraseFiles.Stem(file);
        foreach (var line in PhraseFiles.Lines(file))
        {
            if (line == Unlearnt)
            {
                _classes.Remove(KeyOf($"[{name}]"));
                continue;
            }

            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            var value = equals < 0 ? null : line[..equals];
            foreach (var word in line[(equals < 0 ? 0 : equals + 3)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var labels = _labels[_literalOfKey[KeyOf(word)]];
                labels.Add((KeyOf($"[{name}]"), value ?? word));
                if (value is not null) labels.Add((KeyOf($"[{name}:{value}]"), value));
            }
        }
    }

    private IEnumerable<PhraseRule> ReadIntent(string file) =>
        PhraseFiles.Lines(file).Where(line => line[0] is '+' or '-').Select(line => PhraseRule.Parse(PhraseFiles.Stem(file), line, KeyOf));

    private static string[] Head(string file, string opening) =>
        [.. PhraseFiles.Lines(file).Where(line => line.StartsWith(opening, StringComparison.Ordinal)).SelectMany(line => line[opening.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static IEnumerable<int> Anchors(PhraseRule rule) =>
        rule.Terms.First(term => !term.Absent).Steps[0].Keys.Select(key => key.Id).Distinct();
}
