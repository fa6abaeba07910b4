namespace SalesBot.Cards.Expressions;

internal sealed class Constant(Value value) : Node
{
    public Value Value { get; } = value;

    public override Shape Gives => Value.Kind switch
    {
        ValueKind.Text => Shape.Text,
        ValueKind.Boolean => Shape.Boolean,
        ValueKind.Number => Shape.Number,
        _ => Shape.Anything,
    };

    public override Value Evaluate(in Scope scope, bool placeholders) => Value;

    public override string ToString() => Value.Kind switch
    {
        ValueKind.Text => $"'{Quote(Value.Text.Replace(@"\", @"\\", StringComparison.Ordinal))}'",
        ValueKind.Undefined => "undefined",
        ValueKind.Null => "null",
        _ => Printed.Of(Value),
    };

    // A quote after a backslash counts as escaped already.
    private static string Quote(string text) =>
        string.Concat(text.Select((c, at) => c == '\'' && (at == 0 || text[at - 1] != '\\') ? @"\'" : c.ToString()));
}
