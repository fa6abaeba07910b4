using System.Text.Json;

namespace SalesBot.Cards.Expressions;

internal static class TextFunctions
{
    private static readonly Shape[] Any = [Shape.Anything];
    private static readonly Shape[] Texts = [Shape.Text];

    public static IEnumerable<Function> All =>
    [
        new("concat", Shape.Text | Shape.List, 1, Function.Many, Any, Bodies.Fold(null, Concat)),
        new("length", Shape.Number, 1, 1, Texts, Bodies.One(Bodies.TextOrNothing, text => Value.Of(Bodies.TextOf(text).Length))),
        new("toUpper", Shape.Text, 1, 2, Texts, Bodies.All(Bodies.TextOrNothing, values => Value.Of(Bodies.TextOf(values[0]).ToUpperInvariant()))),
        new("toLower", Shape.Text, 1, 2, Texts, Bodies.All(Bodies.TextOrNothing, values => Value.Of(Bodies.TextOf(values[0]).ToLowerInvariant()))),
        new("trim", Shape.Text, 1, 1, Texts, Bodies.One(Bodies.TextOrNothing, text => Value.Of(Bodies.TextOf(text).Trim()))),
        new("substring", Shape.Text, 2, 3, [Shape.Text, Shape.Number], Substring),
        new("replace", Shape.Text, 3, 3, Texts, Bodies.All(Bodies.TextOrNothing, Replace)),
        new("startsWith", Shape.Boolean, 2, 2, Texts, Bodies.Two(Bodies.TextOrNothing, (a, b) => Value.Of(Bodies.TextOf(a).StartsWith(Bodies.TextOf(b), StringComparison.Ordinal)))),
        new("endsWith", Shape.Boolean, 2, 2, Texts, Bodies.Two(Bodies.TextOrNothing, (a, b) => Value.Of(Bodies.TextOf(a).EndsWith(Bodies.TextOf(b), StringComparison.Ordinal)))),
        new("json", Shape.Anything, 1, 1, Texts, Bodies.One(null, Json)),
        new("jsonStringify", Shape.Text, 1, 1, Any, Bodies.One(null, value => value.Kind == ValueKind.Undefined ? value : Value.Of(Printed.AsJson(value)))),
    ];

    private static Value Concat(Value a, Value b)
    {
        if (a.IsNullish && b.IsNullish)
            return Value.Undefined;
        if (a.IsNullish && b.IsList)
            return b;
        if (b.IsNullish && a.IsList)
            return a;
        return a.IsList && b.IsList ? Value.Of([.. a.Items(), .. b.Items()]) : Value.Of(Printed.Loosely(a) + Printed.Loosely(b));
    }

    private static Value Substring(Call call, in Scope scope, bool placeholders)
    {
        var text = call.Argument(0, scope, placeholders, Bodies.TextOrNothing);
        if (!text.IsText)
            return text.IsError ? text : Value.Of("");
        var start = call.Argument(1, scope, placeholders, Bodies.Integer);
        if (start.IsError)
            return start;
        var whole = text.Text;
        if (start.Number < 0 || start.Number > whole.Length)
            return Value.Error("start out of range");
        if (call.Arguments.Count == 2)
            return Value.Of(whole[(int)start.Number..]);
        var length = call.Argument(2, scope, placeholders, Bodies.Integer);
        if (length.IsError)
            return length;
        return length.Number < 0 || start.Number + length.Number > whole.Length
            ? Value.Error("length out of range")
            : Value.Of(whole.Substring((int)start.Number, (int)length.Number));
    }

    private static Value Replace(Value[] values) =>
        Bodies.TextOf(values[1]) is { Length: > 0 } old
            ? Value.Of(Bodies.TextOf(values[0]).Replace(old, Bodies.TextOf(values[2]), StringComparison.Ordinal))
            : Value.Error("nothing to replace");

    private static Value Json(Value value)
    {
        if (!value.IsText)
            return Value.Error("not a text");
        try
        {
            return Value.FromJson(JsonElement.Parse(value.Text));
        }
        catch (JsonException e)
        {
            return Value.Error(e.Message);
        }
    }
}
