using System.Runtime.Intrinsics;

namespace SalesBot.Language.Learning;

/// <summary>
/// How likely each intent is by the wording: for each feature a row with one learnt weight for each intent; the rows of a sentence are added up and
/// become probabilities (softmax regression). Sums are of whole numbers, so that the same text gets the same answer on every machine.
/// </summary>
internal sealed class IntentModel
{
    /// <summary>What the build learnt; where that is not of this very program, learnt anew when first asked.</summary>
    public static readonly IntentModel Standard = LearntFile.BesideProgram() ?? Lessons.Learn(Example.All());

    /// <summary>A weight of 1 as it is stored: the largest of them, some 4, stay far from the ends of 16 bits.</summary>
    private const float Unit = 4096;

    private readonly Dictionary<ulong, int> _places;
    private readonly short[] _weights;

    /// <summary>A model of weights as they are stored.</summary>
    /// <param name="features">One for each row of <paramref name="weights"/>.</param>
    /// <param name="weights">Rows of <see cref="WidthFor"/> weights in <see cref="Unit"/>s, in the order of the intents; the last few of a row are 0.</param>
    public IntentModel(IReadOnlyList<string> intents, ulong[] features, short[] weights)
    {
        (Intents, Features, _weights) = (intents, features, weights);
        _places = new Dictionary<ulong, int>(features.Length);
        for (var row = 0; row < features.Length; row++) _places.Add(features[row], row * WidthFor(intents.Count));
    }

    public IReadOnlyList<string> Intents { get; }

    public IReadOnlyList<ulong> Features { get; }

    public ReadOnlySpan<short> Weights => _weights;

    /// <summary>Weights in one row: a whole number of vectors.</summary>
    public static int WidthFor(int intents) => (intents + Vector256<short>.Count - 1) / Vector256<short>.Count * Vector256<short>.Count;

    /// <summary>As weights are stored; 0 is one that says nothing.</summary>
    public static short Stored(float weight) => (short)Math.Clamp(MathF.Round(weight * Unit), short.MinValue, short.MaxValue);

    /// <summary>Some example has it.</summary>
    public bool Knows(ulong feature) => _places.ContainsKey(feature);

    /// <summary>One probability for each of <see cref="Intents"/>, together 1.</summary>
    public float[] Likely(IReadOnlyCollection<ulong> features)
    {
        Span<int> sums = stackalloc int[WidthFor(Intents.Count)];
        sums.Clear();
        foreach (var feature in features)
        {
            if (_places.TryGetValue(feature, out var row)) Add(_weights.AsSpan(row, sums.Length), sums);
        }

        var odds = new float[Intents.Count];
        for (var i = 0; i < odds.Length; i++) odds[i] = sums[i] / Unit;
        Softmax(odds);
        return odds;
    }

    /// <summary>Odds by their logarithms become probabilities.</summary>
    public static void Softmax(Span<float> odds)
    {
        var (top, sum) = (float.MinValue, 0f);
        foreach (var odd in odds) top = Math.Max(top, odd);
        foreach (ref var odd in odds) sum += odd = MathF.Exp(odd - top);
        foreach (ref var odd in odds) odd /= sum;
    }

    private static void Add(ReadOnlySpan<short> row, Span<int> sums)
    {
        for (var i = 0; i < row.Length; i += Vector256<short>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Create(row[i..]));
            (Vector256.Create<int>(sums[i..]) + lower).CopyTo(sums[i..]);
            (Vector256.Create<int>(sums[(i + Vector256<int>.Count)..]) + upper).CopyTo(sums[(i + Vector256<int>.Count)..]);
        }
    }
}
