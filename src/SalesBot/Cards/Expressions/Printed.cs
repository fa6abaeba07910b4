using System.Text;

namespace SalesBot.Cards.Expressions;

/// <summary>Values as text: in a text (<see cref="Of"/>, ECMAScript's toString) and as JSON (<see cref="AsJson"/>, JSON.stringify).</summary>
internal static class Printed
{
    /// <summary>Null and undefined have no text of their own: the caller decides.</summary>
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text,
        ValueKind.Number => JavaScript.Print(value.Number),
        ValueKind.Boolean => value.Truth ? "true" : "false",
        ValueKind.List => Joined(value.Items(), ","),
        ValueKind.Map => "[object Object]",
        _ => "",
    };

    public static string Joined(ReadOnlySpan<Value> items, string separator)
    {
        var text = new StringBuilder();
        for (var i = 0; i < items.Length; i++)
            text.Append(i > 0 ? separator : "").Append(Of(items[i]));
        return text.ToString();
    }

    /// <summary>As <c>concat</c> and <c>string</c> print: maps and lists as JSON, without the quotes at its ends.</summary>
    public static string Loosely(in Value value) =>
        value.Kind is ValueKind.List or ValueKind.Map ? AsJson(value).Trim('\'', '"') : Of(value);

    public static string AsJson(in Value value)
    {
        using var buffer = new CardBuffer();
        buffer.AppendValue(value, canonicalNumbers: true);
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
