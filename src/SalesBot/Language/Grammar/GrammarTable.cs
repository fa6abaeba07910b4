using SalesBot.Language.Lexicon;

namespace SalesBot.Language.Grammar;

/// <summary>
/// Words and rules of one domain, loaded from files of <c>Lexicon/</c> in this form, a line each:
/// <c>word CLASS VALUE = words, words</c> (a value is a number or a name; <c>{a|b}c</c> stands for ac and bc),
/// <c>noise CLASS = words</c> (a word class that gives no argument), <c>numeric CLASS MIN..MAX DIGITS..DIGITS KINDS</c>, and
/// <c>TARGET = PATTERN -> constructor(constants)</c> (see <see cref="Pattern"/>; without a constructor the rule passes its one value on).
/// </summary>
internal sealed class GrammarTable
{
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal) { ["number"] = 0 };
    private readonly HashSet<string> _noise = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumericClass> _numeric = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Construct> _constructors;

    public GrammarTable(IEnumerable<string> files, IReadOnlyDictionary<string, Construct> constructors)
    {
        _constructors = constructors;
        foreach (var line in files.SelectMany(LexiconFile.Lines).OrderBy(line => Rank(line)))
        {
            try
            {
                Load(line);
            }
            catch (Exception broken) when (broken is FormatException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException)
            {
                throw new FormatException($"Grammar line: {line}", broken);
            }
        }
    }

    /// <summary>The category of every number, which the chart finds by itself.</summary>
    public const int NumberSymbol = 0;

    public WordTrie<(int Symbol, object? Value)> Words { get; } = new();

    public RuleTrie Rules { get; } = new();

    public int SymbolCount => _symbols.Count;

    public int Symbol(string name)
    {
        if (!_symbols.TryGetValue(name, out var id)) _symbols[name] = id = _symbols.Count;
        return id;
    }

    // Words before number classes before rules, whatever the order of the files: a rule may use what a later file declares.
    private static int Rank(string line) => line.Split(' ', 2)[0] switch { "word" or "noise" => 0, "numeric" => 1, _ => 2 };

    private void Load(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (parts[0])
        {
            case "word" or "noise":
                AddWords(line[..line.IndexOf('=')].Split(' ', StringSplitOptions.RemoveEmptyEntries), line[(line.IndexOf('=') + 1)..]);
                break;
            case "numeric":
                _numeric[parts[1]] = NumericLine.Parse(parts);
                break;
            default:
                AddRule(line);
                break;
        }
    }

    private void AddWords(string[] head, string words)
    {
        object? value = head.Length < 3 ? null : double.TryParse(head[2], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : head[2];
        if (head[0] is "noise") _noise.Add(head[1]);
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Braces.Expand))
        {
            Words.Add(word, (Symbol(head[1]), value));
        }
    }

    private void AddRule(string line)
    {
        var equals = line.IndexOf('=');
        var arrow = line.LastIndexOf("->", StringComparison.Ordinal);
        var (name, constants) = arrow < 0 ? (null, []) : Call(line[(arrow + 2)..].Trim());
        var make = name is null ? static args => Only(args) : _constructors[name];
        var (sequences, places) = Pattern.Expand(arrow < 0 ? line[(equals + 1)..] : line[(equals + 1)..arrow]);
        var target = Symbol(line[..equals].Trim());
        var noisy = sequences.SelectMany(s => s).Where(p => p.Place >= 0 && _noise.Contains(p.Name)).Select(p => p.Place).ToHashSet();
        var argument = Enumerable.Range(0, places).Select(p => noisy.Contains(p) ? -1 : p - noisy.Count(n => n < p)).ToArray();
        foreach (var sequence in sequences)
        {
            var slots = sequence.Select(p => p.Place < 0 ? -1 : argument[p.Place]).ToArray();
            Walk(sequence).Complete.Add(new Variant(target, slots, places - noisy.Count, make, constants));
        }
    }

    private RuleTrie Walk(List<Pattern.Part> sequence)
    {
        var at = Rules;
        foreach (var part in sequence)
        {
            at = _numeric.TryGetValue(part.Name, out var numeric) ? at.GetOrAdd(numeric) : at.GetOrAdd(part.Place < 0 ? Literal(part.Name) : Symbol(part.Name));
        }

        return at;
    }

    private int Literal(string quoted)
    {
        var isNew = !_symbols.ContainsKey(quoted);
        var symbol = Symbol(quoted);
        if (isNew) Words.Add(quoted[1..^1], (symbol, null));
        return symbol;
    }

    private static (string Name, string[] Constants) Call(string text)
    {
        var open = text.IndexOf('(');
        return open < 0 ? (text, []) : (text[..open], text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries));
    }

    private static object? Only(RuleArgs args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is { } value) return value;
        }

        return true;
    }
}
