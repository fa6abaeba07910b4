using System.Runtime.InteropServices;

namespace SalesBot.Language.Grammar;

/// <summary>Makes the value of a rule from the values of its parts; null refuses, as if the rule had not matched.</summary>
internal delegate object? Construct(RuleArgs args);

/// <summary>What a constructor sees: the values in the order of the pattern (null where an optional part is absent), the constants of the rule, and the speaker's wall time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RuleArgs(object?[] values, string[] constants, DateTime now, bool chinese)
{
    public DateTime Now { get; } = now;

    /// <summary>The message has Chinese characters, which decides how 3-7-07 is read.</summary>
    public bool Chinese { get; } = chinese;

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public int Count => values.Length;

    public object? this[int index] => values[index];

    public T? As<T>(int index) where T : class => values[index] as T;

    /// <summary>The number of a numeric part or of a word that carries one.</summary>
    public double Number(int index) => values[index] is Numbers.Num num ? num.Value : Convert.ToDouble(values[index], System.Globalization.CultureInfo.InvariantCulture);

    public int Int(int index) => (int)Number(index);

    /// <summary>The first value of a type, for patterns whose alternatives put it in different places.</summary>
    public T? Find<T>() where T : class
    {
        foreach (var value in values)
        {
            if (value is T found) return found;
        }

        return null;
    }

    /// <summary>The first number at or after an index, for alternatives that mean the same.</summary>
    public int FirstInt(int from)
    {
        for (var i = from; i < values.Length; i++)
        {
            if (values[i] is double or int or Numbers.Num) return Int(i);
        }

        return 0;
    }

    /// <summary>All numbers from an index on, in order.</summary>
    public List<int> Ints(int from = 0)
    {
        var all = new List<int>();
        for (var i = from; i < values.Length; i++)
        {
            if (values[i] is double or int or Numbers.Num) all.Add(Int(i));
        }

        return all;
    }

    public string Constant(int index) => constants[index];

    public bool Has(int index) => values[index] is not null;

    public bool HasConstants => constants.Length > 0;
}
