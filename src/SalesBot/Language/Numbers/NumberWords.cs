using System.Globalization;
using SalesBot.Language.Lexicon;

namespace SalesBot.Language.Numbers;

/// <summary>The words of <c>Lexicon/numbers.txt</c>: Chinese numerals by character, English ones by word.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, Dictionary<string, double>> Classes = Load();
    private static readonly Dictionary<string, Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>>> Lookups =
        Classes.ToDictionary(c => c.Key, c => c.Value.GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);

    /// <summary>Class and value of each Chinese numeral character; a character has one class except the cheque forms.</summary>
    public static readonly IReadOnlyDictionary<char, (ZhWord Word, double Value)> Chinese = ChineseTable();

    private static readonly HashSet<char> Formal = [.. Classes["zh-formal"].Keys.Select(word => word[0])];

    private static readonly HashSet<char> Counters = [.. Classes["zh-counter"].Keys.Select(word => word[0])];

    private static readonly HashSet<char> Measures = [.. Classes["zh-measure"].Keys.Select(word => word[0])];

    public static bool IsCounter(char c) => Counters.Contains(c);

    /// <summary>The number that ends at the position counts what follows: 3月5台, 下周三家客户.</summary>
    public static bool CountsNext(ReadOnlySpan<char> text, int end)
    {
        if (end == 0 || end >= text.Length) return false;
        if (char.IsAsciiDigit(text[end - 1])) return Measures.Contains(text[end]);
        if (!Chinese.TryGetValue(text[end - 1], out var last) || last.Word != ZhWord.Digit && last.Word != ZhWord.Unit) return false;
        return English("zh-counted", text.Slice(end, 1), out _) && !English("zh-uncounted", text.Slice(end, Math.Min(2, text.Length - end)), out _);
    }

    public static bool IsFormal(char c) => Formal.Contains(c);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AnyEnglish =
        Classes.Where(c => c.Key.StartsWith("en-", StringComparison.Ordinal)).SelectMany(c => c.Value.Keys).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A number may begin with the word.</summary>
    public static bool IsEnglish(ReadOnlySpan<char> word) => AnyEnglish.Contains(word);

    /// <summary>The word is in a class of <c>Lexicon/numbers.txt</c>.</summary>
    public static bool English(string kind, ReadOnlySpan<char> word, out double value) => Lookups[kind].TryGetValue(word, out value);

    private static Dictionary<string, Dictionary<string, double>> Load()
    {
        var classes = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var line in LexiconFile.Lines("numbers.txt"))
        {
            var (head, words) = (line.Split('=')[0].Trim().Split(' '), line.Split('=')[1]);
            if (!classes.TryGetValue(head[0], out var known)) classes[head[0]] = known = new(StringComparer.Ordinal);
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) known[word] = double.Parse(head[1], CultureInfo.InvariantCulture);
        }

        return classes;
    }

    private static Dictionary<char, (ZhWord Word, double Value)> ChineseTable()
    {
        var table = new Dictionary<char, (ZhWord Word, double Value)>();
        foreach (var kind in Enum.GetValues<ZhWord>())
        {
            if (!Classes.TryGetValue("zh-" + kind.ToString().ToLowerInvariant(), out var words)) continue;
            foreach (var (word, value) in words) table[word[0]] = (kind, value);
        }

        return table;
    }
}

/// <summary>The classes <c>zh-…</c> of <c>Lexicon/numbers.txt</c>.</summary>
internal enum ZhWord { None, Digit, Couple, Unit, Ten, Big, Point, Minus, About, Dozen, Part, Of, And }
