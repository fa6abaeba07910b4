using SalesBot.Language.Numbers;

namespace SalesBot.Language.Grammar;

/// <summary>One alternative of a rule without optional parts: what it makes, and which argument each part fills (-1 for none).</summary>
internal sealed record Variant(int Target, int[] Slots, int Arguments, Construct Make, string[] Constants);

/// <summary>A class of numbers that a rule may ask for: day is 1 to 31 in at most two digits.</summary>
internal sealed record NumericClass(string Name, double Min, double Max, int MinDigits, int MaxDigits, NumKind Kinds)
{
    // A number of a special kind is taken only where the class names that kind.
    private const NumKind Special = NumKind.ChineseDigits | NumKind.Ordinal | NumKind.Scaled | NumKind.Decimal | NumKind.Fraction | NumKind.Couple;

    public bool Accepts(Num num)
    {
        if (num.Value < Min || num.Value > Max || !num.Is(Kinds) || (num.Kind & Special & ~Kinds) != NumKind.None) return false;
        if (num.Digits > 0) return num.Digits >= MinDigits && num.Digits <= MaxDigits;
        return !num.Is(NumKind.Digits) || num.Is(NumKind.Ordinal) || MaxDigits >= 9;
    }
}

/// <summary>All rules as one tree over their parts, so that rules with a common beginning are tried once.</summary>
internal sealed class RuleTrie
{
    private readonly Dictionary<int, RuleTrie> _next = [];

    public List<Variant> Complete { get; } = [];

    public List<(NumericClass Class, RuleTrie Next)> Numeric { get; } = [];

    public bool IsLeaf => _next.Count == 0 && Numeric.Count == 0;

    public RuleTrie? Next(int symbol) => _next.GetValueOrDefault(symbol);

    public RuleTrie GetOrAdd(int symbol)
    {
        if (!_next.TryGetValue(symbol, out var next)) _next[symbol] = next = new RuleTrie();
        return next;
    }

    public RuleTrie GetOrAdd(NumericClass numeric)
    {
        foreach (var (known, next) in Numeric)
        {
            if (known == numeric) return next;
        }

        var added = new RuleTrie();
        Numeric.Add((numeric, added));
        return added;
    }
}
