namespace SalesBot.Cards.Expressions;

/// <summary>The language's <c>==</c>: null equals undefined, numbers within 2^-52 of each other are equal, maps and lists member by member.</summary>
internal static class Equality
{
    private const double Epsilon = 2.220446049250313e-16;

    public static bool Of(in Value a, in Value b)
    {
        if (a.IsNullish || b.IsNullish)
            return a.IsNullish && b.IsNullish;
        if (a.Kind != b.Kind)
            return false;
        return a.Kind switch
        {
            ValueKind.Text => string.Equals(a.Text, b.Text, StringComparison.Ordinal),
            ValueKind.Number => Math.Abs(a.Number - b.Number) < Epsilon || a.Number.CompareTo(b.Number) == 0,
            ValueKind.Boolean => a.Truth == b.Truth,
            ValueKind.List => Lists(a.Items(), b.Items(), strict: false),
            _ => Maps(a.Members(), b.Members()),
        };
    }

    private static bool Lists(Value[] a, Value[] b, bool strict)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (!(strict ? Strictly(a[i], b[i]) : Of(a[i], b[i])))
                return false;
        }

        return true;
    }

    private static bool Maps(KeyValuePair<string, Value>[] a, KeyValuePair<string, Value>[] b)
    {
        if (a.Length != b.Length)
            return false;
        var others = b.ToDictionary(StringComparer.Ordinal);
        return Array.TrueForAll(a, member => others.TryGetValue(member.Key, out var other) && Strictly(member.Value, other));
    }

    // Inside a map nothing is loose any more: null is not undefined, and numbers are equal or not.
    private static bool Strictly(in Value a, in Value b) => a.Kind == b.Kind && a.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => true,
        ValueKind.Number => a.Number.Equals(b.Number),
        ValueKind.List => Lists(a.Items(), b.Items(), strict: true),
        _ => Of(a, b),
    };
}
