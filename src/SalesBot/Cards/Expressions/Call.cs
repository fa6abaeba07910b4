namespace SalesBot.Cards.Expressions;

/// <summary>A function or operator with its arguments.</summary>
internal sealed class Call(Function function, List<Node> arguments) : Node
{
    public Function Function { get; } = function;

    public List<Node> Arguments { get; } = arguments;

    public override Shape Gives => Function.Gives;

    public override Value Evaluate(in Scope scope, bool placeholders) => Function.Body(this, scope, placeholders);

    /// <summary>An argument's value, or an Error when it fails or does not pass the check.</summary>
    public Value Argument(int position, in Scope scope, bool placeholders, Check? check)
    {
        var value = Arguments[position].Evaluate(scope, placeholders);
        if (value.IsError)
            return value.PassedOn;
        return check?.Invoke(value, position) is { } problem ? Value.Error(problem) : value;
    }

    public override string ToString()
    {
        var infix = Arguments.Count >= 2 && !char.IsAsciiLetter(Function.Name[0]);
        return infix ? $"({string.Join($" {Function.Name} ", Arguments)})" : $"{Function.Name}({string.Join(", ", Arguments)})";
    }
}
