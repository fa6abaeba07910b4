using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SalesBot.Cards.Expressions;

/// <summary>One step into a value: a member's name (capitals do not matter, the first match wins) or, where it stands on a list, a number.</summary>
internal sealed class Name
{
    private readonly byte[] utf8;
    private readonly bool plain;

    public Name(string text)
    {
        Text = text;
        utf8 = Encoding.UTF8.GetBytes(text);
        plain = Ascii.IsValid(text);
        Index = JavaScript.ParseInt(text);
    }

    public string Text { get; }

    /// <summary>NaN unless it begins like a whole number.</summary>
    public double Index { get; }

    /// <summary>Undefined when there is no such member, whatever <paramref name="value"/> is.</summary>
    public Value In(in Value value) => value.Kind switch
    {
        ValueKind.Map when value.FromData => InObject(value.Json),
        ValueKind.Map => InMembers(value.Members()),
        ValueKind.List => Position(value.Count) is { } at ? value.Item(at) : Value.Undefined,
        ValueKind.Text => value.Text is var text && Position(text.Length) is { } at ? Value.Of(text[at].ToString()) : Value.Undefined,
        _ => Value.Undefined,
    };

    private int? Position(int length) =>
        int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < length && string.Equals(at.ToString(CultureInfo.InvariantCulture), Text, StringComparison.Ordinal) ? at : null;

    private Value InObject(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (Matches(member))
                return Value.FromJson(member.Value);
        }

        return Value.Undefined;
    }

    private bool Matches(JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (plain && raw.Length == utf8.Length && Ascii.EqualsIgnoreCase(raw, utf8))
            return true;
        // An escaped or non-ASCII name may still be equal once it is decoded.
        return (!plain || raw.Contains((byte)'\\')) && Matches(member.Name);
    }

    private bool Matches(string name) => string.Equals(name.ToLowerInvariant(), Text.ToLowerInvariant(), StringComparison.Ordinal);

    private Value InMembers(KeyValuePair<string, Value>[] members)
    {
        foreach (var (name, value) in members)
        {
            if (Matches(name))
                return value;
        }

        return Value.Undefined;
    }
}
