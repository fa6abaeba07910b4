namespace SalesBot.Cards.Expressions;

internal static class ListFunctions
{
    private static readonly Shape[] Any = [Shape.Anything];

    public static IEnumerable<Function> All =>
    [
        new("createArray", Shape.List, 0, Function.Many, Any, Bodies.All(null, Value.Of)),
        new("count", Shape.Number, 1, 1, [Shape.Text | Shape.List], Bodies.One(null, Count)),
        new("first", Shape.Anything, 1, 1, Any, Bodies.One(null, value => End(value, last: false))),
        new("last", Shape.Anything, 1, 1, Any, Bodies.One(null, value => End(value, last: true))),
        new("contains", Shape.Boolean, 2, 2, Any, Contains),
        new("join", Shape.Text, 2, 3, [Shape.List, Shape.Text], Bodies.All(null, Join)),
        new("split", Shape.List, 1, 2, [Shape.Text], Bodies.All(Bodies.TextOrNothing, Split)),
        new("indexOf", Shape.Number, 2, 2, [Shape.Text | Shape.List, Shape.Anything], Bodies.Two(null, IndexOf)),
    ];

    private static Value Count(Value value) => value.Kind switch
    {
        ValueKind.Text => Value.Of(value.Text.Length),
        ValueKind.List or ValueKind.Map => Value.Of(value.Count),
        _ => Value.Error("not a container"),
    };

    private static Value End(Value value, bool last)
    {
        if (value.IsText && value.Text is { Length: > 0 } text)
            return Value.Of(text[last ? text.Length - 1 : 0].ToString());
        return value.IsList && value.Count > 0 ? value.Item(last ? value.Count - 1 : 0) : Value.Undefined;
    }

    private static Value Contains(Call call, in Scope scope, bool placeholders)
    {
        var where = call.Argument(0, scope, placeholders, check: null);
        var what = where.IsError ? where : call.Argument(1, scope, placeholders, check: null);
        if (what.IsError)
            return Value.Of(false);
        if (where.IsText && what.IsText)
            return Value.Of(where.Text.Contains(what.Text, StringComparison.Ordinal));
        if (where.IsList)
            return Value.Of(Array.Exists(where.Items(), item => Equality.Of(item, what)));
        return Value.Of(what.IsText && new Name(what.Text).In(where).Kind != ValueKind.Undefined);
    }

    private static Value Join(Value[] values)
    {
        if (!values[0].IsList)
            return Value.Error("not a list");
        var items = values[0].Items();
        if (values.Length == 2)
            return Value.Of(Printed.Joined(items, Separator(values[1])));
        if (items.Length < 3)
            return Value.Of(Printed.Joined(items, Separator(values[2])));
        return Value.Of(Printed.Joined(items.AsSpan()[..^1], Separator(values[1])) + Worded(values[2]) + Worded(items[^1]));
    }

    private static string Separator(in Value value) => value.Kind == ValueKind.Undefined ? "," : Worded(value);

    private static string Worded(in Value value) => value.Kind switch
    {
        ValueKind.Undefined => "undefined",
        ValueKind.Null => "null",
        _ => Printed.Of(value),
    };

    private static Value Split(Value[] values)
    {
        var text = Bodies.TextOf(values[0]);
        var separator = values.Length > 1 ? Bodies.TextOf(values[1]) : "";
        var parts = separator.Length > 0 ? text.Split(separator) : [.. text.Select(c => c.ToString())];
        return Value.Of([.. parts.Select(Value.Of)]);
    }

    private static Value IndexOf(Value where, Value what)
    {
        if (where.IsNullish || where.IsText)
        {
            return what.Kind is ValueKind.Text or ValueKind.Undefined
                ? Value.Of(Bodies.TextOf(where).IndexOf(Bodies.TextOf(what), StringComparison.Ordinal))
                : Value.Error("not a text");
        }

        return where.IsList ? Value.Of(Array.FindIndex(where.Items(), item => Same(item, what))) : Value.Error("not a container");
    }

    // Identity, which two maps or lists never have.
    private static bool Same(in Value a, in Value b) =>
        a.Kind == b.Kind && a.Kind is not (ValueKind.List or ValueKind.Map) && (a.IsNullish || string.Equals(Printed.Of(a), Printed.Of(b), StringComparison.Ordinal));
}
