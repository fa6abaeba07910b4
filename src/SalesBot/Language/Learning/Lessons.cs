using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Language.Learning;

/// <summary>
/// Learns the weights from examples, with AdaGrad's step (Duchi et al., 2011) and in fixed orders: the same examples give the same model. The weights
/// are the mean of several courses, each in an order of its own, so that a handful of new examples does not tip sentences that have nothing to do with them.
/// </summary>
internal sealed class Lessons
{
    /// <summary>Another number for another way of learning: what was learnt before is then learnt anew.</summary>
    private const int Way = 1;

    private const int Courses = 10;
    private const int Rounds = 4;
    private const float Rate = 0.15f;

    /// <summary>What is read right by this much teaches nothing more.</summary>
    private const float Sure = 0.97f;

    /// <summary>A feature of fewer examples is a chance.</summary>
    private const int Seldom = 3;

    private readonly string[] _intents;
    private readonly Dictionary<ulong, int> _rows;
    private readonly int _width;
    private readonly float[] _weights;
    private readonly float[] _squares;

    private Lessons(IReadOnlyList<Example> examples)
    {
        _intents = [.. examples.Select(example => example.Intent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _width = IntentModel.WidthFor(_intents.Length);
        _rows = RowsFor(examples, _width);
        _weights = new float[_rows.Count * _width];
        _squares = new float[_weights.Length];
    }

    public static IntentModel Learn(IReadOnlyList<Example> examples)
    {
        var lessons = new Lessons(examples);
        lessons.Go([.. examples.Select(example => (lessons.RowsOf(example), Array.IndexOf(lessons._intents, example.Intent)))]);
        return lessons.Model();
    }

    /// <summary>SHA-256 of all that is learnt from: the same lessons give the same model, whatever else of the program has changed.</summary>
    public static byte[] Fingerprint(IReadOnlyList<Example> examples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Way} {Courses} {Rounds} {Rate} {Sure} {Seldom} {Vector<float>.Count}")));
        foreach (var example in examples)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(example.Intent));
            hash.AppendData(MemoryMarshal.AsBytes(example.Features.AsSpan()));
        }

        return hash.GetHashAndReset();
    }

    private static Dictionary<ulong, int> RowsFor(IReadOnlyList<Example> examples, int width)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var feature in examples.SelectMany(example => example.Features)) CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        var rows = new Dictionary<ulong, int>();
        foreach (var feature in counts.Where(pair => pair.Value >= Seldom).Select(pair => pair.Key)) rows.Add(feature, rows.Count * width);
        return rows;
    }

    private void Go((int[] Rows, int Intent)[] lessons)
    {
        var sums = new float[_weights.Length];
        var order = new Random(17);
        for (var course = 0; course < Courses; course++)
        {
            Array.Clear(_weights);
            Array.Clear(_squares);
            for (var round = 0; round < Rounds; round++) Round(lessons, order);
            for (var i = 0; i < sums.Length; i++) sums[i] += _weights[i] / Courses;
        }

        sums.CopyTo(_weights, 0);
    }

    private void Round((int[] Rows, int Intent)[] lessons, Random order)
    {
        var odds = new float[_width];
        order.Shuffle(lessons);
        foreach (var (rows, intent) in lessons)
        {
            Guess(rows, odds);
            if (odds[intent] > Sure) continue;
            odds[intent] -= 1;
            foreach (var row in rows) Step(_weights.AsSpan(row, _width), _squares.AsSpan(row, _width), odds);
        }
    }

    private int[] RowsOf(Example example) => [.. example.Features.Select(feature => _rows.GetValueOrDefault(feature, -1)).Where(row => row >= 0)];

    private void Guess(int[] rows, float[] odds)
    {
        Array.Clear(odds);
        foreach (var row in rows)
        {
            for (var i = 0; i < _width; i += Vector<float>.Count) (new Vector<float>(odds, i) + new Vector<float>(_weights, row + i)).CopyTo(odds, i);
        }

        IntentModel.Softmax(odds.AsSpan(0, _intents.Length));
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

    /// <summary>What was learnt, without the features of which nothing was: their sentences were known without them.</summary>
    private IntentModel Model()
    {
        var taught = _rows.Where(pair => _weights.AsSpan(pair.Value, _width).ContainsAnyExcept(0f)).ToList();
        var stored = new short[taught.Count * _width];
        for (var row = 0; row < taught.Count; row++)
        {
            for (var i = 0; i < _width; i++) stored[(row * _width) + i] = IntentModel.Stored(_weights[taught[row].Value + i]);
        }

        return new IntentModel(_intents, [.. taught.Select(pair => pair.Key)], stored);
    }
}
