namespace SalesBot.Cards.Expressions;

/// <summary>The usual ways to get from arguments to a value, and the usual checks.</summary>
internal static class Bodies
{
    public static Body One(Check? check, Func<Value, Value> make) => (call, in scope, placeholders) =>
    {
        var value = call.Argument(0, scope, placeholders, check);
        return value.IsError ? value : make(value);
    };

    public static Body Two(Check? check, Func<Value, Value, Value> make) => (call, in scope, placeholders) =>
    {
        var first = call.Argument(0, scope, placeholders, check);
        if (first.IsError)
            return first;
        var second = call.Argument(1, scope, placeholders, check);
        return second.IsError ? second : make(first, second);
    };

    /// <summary>All arguments at once, for functions with optional ones.</summary>
    public static Body All(Check? check, Func<Value[], Value> make) => (call, in scope, placeholders) =>
    {
        var values = new Value[call.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = call.Argument(i, scope, placeholders, check);
            if (values[i].IsError)
                return values[i];
        }

        return make(values);
    };

    /// <summary>From left to right, two at a time.</summary>
    public static Body Fold(Check? check, Func<Value, Value, Value> make) => (call, in scope, placeholders) =>
    {
        var soFar = call.Argument(0, scope, placeholders, check);
        for (var i = 1; i < call.Arguments.Count && !soFar.IsError; i++)
        {
            var next = call.Argument(i, scope, placeholders, check);
            soFar = next.IsError ? next : make(soFar, next);
        }

        return soFar;
    };

    /// <summary>Yes/no questions: what is missing is undefined, and an argument that fails makes the answer no.</summary>
    public static Body Ask(Check? check, Func<Value, Value> make) => (call, in scope, _) =>
    {
        var value = call.Argument(0, scope, placeholders: false, check);
        return value.IsError ? Value.Of(false) : make(value);
    };

    public static Body Compare(Check? check, Func<Value, Value, Value> make) => (call, in scope, _) =>
    {
        var first = call.Argument(0, scope, placeholders: false, check);
        if (first.IsError)
            return Value.Of(false);
        var second = call.Argument(1, scope, placeholders: false, check);
        return second.IsError ? Value.Of(false) : make(first, second);
    };

    public static string? Number(in Value value, int _) => value.IsNumber ? null : "not a number";

    public static string? Integer(in Value value, int _) => value.IsInteger ? null : "not an integer";

    public static string? NotNull(in Value value, int _) => value.IsNullish ? "null" : null;

    public static string? TextOrNothing(in Value value, int _) => value.Kind is ValueKind.Text or ValueKind.Undefined ? null : "not a text";

    public static string? NumberOrTextOrNothing(in Value value, int _) =>
        value.IsNumber || value.Kind is ValueKind.Text or ValueKind.Undefined ? null : "neither number nor text";

    /// <summary>The text, or nothing at all for what is no text.</summary>
    public static string TextOf(in Value value) => value.IsText ? value.Text : "";
}
