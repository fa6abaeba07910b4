using SalesBot.Language.Numbers;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Grammar;

/// <summary>
/// Applies a <see cref="GrammarTable"/> to a text from right to left: when a position is reached, all that begins further right is known, so
/// each rule that begins here is completed in one walk. Between parts one space may stand. The first way to reach the same category
/// over the same words wins. Work is bounded by position and by text, so that no message however odd holds up the others; what lies beyond the bound is not found.
/// </summary>
internal sealed class Chart
{
    private const int NodesAtPosition = 80;
    private const int StepsAtPosition = 1500;
    private const int StepsInText = 60_000;
    private const int Deepest = 14;

    private readonly GrammarTable _table;
    private readonly NormalText _text;
    private readonly NumberStarts _numbers;
    private readonly DateTime _now;
    private readonly bool _chinese;
    private readonly List<Node>?[] _nodes;
    private int _steps;
    private int _stepsHere;
    private readonly Node[] _path = new Node[Deepest];

    private Chart(GrammarTable table, NormalText text, NumberStarts numbers, DateTime now) =>
        (_table, _text, _numbers, _now, _chinese, _nodes) = (table, text, numbers, now, Script.HasChinese(text.Span), new List<Node>?[text.Length + 1]);

    public static Chart Parse(GrammarTable table, NormalText text, NumberStarts numbers, DateTime now)
    {
        var chart = new Chart(table, text, numbers, now);
        for (var at = text.Length - 1; at >= 0; at--) chart.ReadAt(at);
        return chart;
    }

    public IReadOnlyList<Node> At(int position) => _nodes[position] ?? (IReadOnlyList<Node>)[];

    private void ReadAt(int at)
    {
        if (_text[at] is ' ' or '\n' || _steps > StepsInText) return;
        _stepsHere = 0;
        _table.Words.Match(_text.Span, at, (Chart: this, At: at), static (state, end, word) => state.Chart.Add(new Node(word.Symbol, state.At, end, word.Value)));
        foreach (var number in _numbers.At(at)) Add(new Node(GrammarTable.NumberSymbol, at, number.End, number));
        if (_nodes[at] is not { } nodes) return;
        for (var i = 0; i < nodes.Count && i < NodesAtPosition; i++) Advance(_table.Rules, nodes[i], 0);
    }

    private void Add(Node node)
    {
        var nodes = _nodes[node.Start] ??= [];
        if (nodes.Count >= NodesAtPosition) return;
        if (node.Symbol != GrammarTable.NumberSymbol)
        {
            foreach (var known in nodes)
            {
                if (known.Symbol == node.Symbol && known.End == node.End) return;
            }
        }

        nodes.Add(node);
    }

    private void Advance(RuleTrie trie, Node node, int depth)
    {
        if (depth >= Deepest || ++_stepsHere > StepsAtPosition) return;
        _steps++;
        _path[depth] = node;
        if (trie.Next(node.Symbol) is { } next) Step(next, node, depth);
        if (node.Symbol != GrammarTable.NumberSymbol) return;
        var number = (Num)node.Value!;
        foreach (var (accepted, then) in trie.Numeric)
        {
            if (!accepted.Accepts(number)) continue;
            _path[depth] = node;
            Step(then, node, depth);
        }
    }

    private void Step(RuleTrie trie, Node node, int depth)
    {
        foreach (var variant in trie.Complete) Make(variant, depth);
        if (trie.IsLeaf) return;
        var at = node.End < _text.Length && _text[node.End] == ' ' ? node.End + 1 : node.End;
        if (_nodes[at] is not { } nodes) return;
        for (var i = 0; i < nodes.Count; i++)
        {
            _path[depth] = node;
            Advance(trie, nodes[i], depth + 1);
        }
    }

    private void Make(Variant variant, int depth)
    {
        var values = new object?[variant.Arguments];
        for (var i = 0; i <= depth; i++)
        {
            if (variant.Slots[i] >= 0) values[variant.Slots[i]] = _path[i].Value ?? true;
        }

        var value = variant.Make(new RuleArgs(values, variant.Constants, _now, _chinese));
        if (value is not null) Add(new Node(variant.Target, _path[0].Start, _path[depth].End, value));
    }
}
