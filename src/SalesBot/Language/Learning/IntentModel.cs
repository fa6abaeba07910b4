using System.Numerics;

namespace SalesBot.Language.Learning;

/// <summary>
/// How likely each intent is by the wording: softmax regression over the features of the examples, with AdaGrad's step (Duchi et al., 2011).
/// Trained once, when first asked, in a fixed order: the same text always gets the same answer.
/// </summary>
internal sealed class IntentModel
{
    public static readonly IntentModel Standard = new(Example.All());

    private const int Rounds = 4;
    private const float Rate = 0.15f;

    /// <summary>What is read right by this much teaches nothing more.</summary>
    private const float Sure = 0.97f;

    /// <summary>A feature of fewer examples is a chance.</summary>
    private const int Seldom = 2;

    private readonly Dictionary<ulong, int> _rows;
    private readonly float[] _weights;
    private readonly int _width;

    public IntentModel(IReadOnlyList<Example> examples)
    {
        Intents = [.. examples.Select(example => example.Intent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _width = (Intents.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _rows = RowsFor(examples, _width);
        _weights = new float[_rows.Count * _width];
        var places = Intents.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Train([.. examples.Select(example => (Known(example.Features), places[example.Intent]))]);
    }

    public IReadOnlyList<string> Intents { get; }

    /// <summary>One probability for each of <see cref="Intents"/>, together 1.</summary>
    public ReadOnlySpan<float> Likely(IReadOnlyCollection<ulong> features)
    {
        var odds = new float[_width];
        Softmax(Known(features), odds);
        return odds.AsSpan(0, Intents.Count);
    }

    private static Dictionary<ulong, int> RowsFor(IReadOnlyList<Example> examples, int width)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var feature in examples.SelectMany(example => example.Features)) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var rows = new Dictionary<ulong, int>();
        foreach (var feature in counts.Where(pair => pair.Value >= Seldom).Select(pair => pair.Key)) rows.Add(feature, rows.Count * width);
        return rows;
    }

    private int[] Known(IReadOnlyCollection<ulong> features)
    {
        var rows = new List<int>(features.Count);
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row)) rows.Add(row);
        }

        return [.. rows];
    }

    private void Train((int[] Rows, int Intent)[] lessons)
    {
        var squares = new float[_weights.Length];
        var odds = new float[_width];
        var order = new Random(17);
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(lessons);
            foreach (var (rows, intent) in lessons)
            {
                Softmax(rows, odds);
                if (odds[intent] > Sure) continue;
                odds[intent] -= 1;
                foreach (var row in rows) Step(_weights.AsSpan(row, _width), squares.AsSpan(row, _width), odds);
            }
        }
    }

    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> errors)
    {
        for (var i = 0; i < weights.Length; i += Vector<float>.Count)
        {
            var error = new Vector<float>(errors[i..]);
            var square = new Vector<float>(squares[i..]) + (error * error);
            square.CopyTo(squares[i..]);
            (new Vector<float>(weights[i..]) - (Rate * error / Vector.SquareRoot(square + new Vector<float>(1e-6f)))).CopyTo(weights[i..]);
        }
    }

    private void Softmax(int[] rows, float[] odds)
    {
        Array.Clear(odds);
        foreach (var row in rows)
        {
            for (var i = 0; i < _width; i += Vector<float>.Count) (new Vector<float>(odds, i) + new Vector<float>(_weights, row + i)).CopyTo(odds, i);
        }

        var (top, sum) = (float.MinValue, 0f);
        for (var i = 0; i < Intents.Count; i++) top = Math.Max(top, odds[i]);
        for (var i = 0; i < Intents.Count; i++) sum += odds[i] = MathF.Exp(odds[i] - top);
        for (var i = 0; i < _width; i++) odds[i] = i < Intents.Count ? odds[i] / sum : 0;
    }
}
