using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>
/// A <c>$when</c>: holds when its expression gives true and nothing else. One that is no expression drops the object,
/// unless it is false, 0, null or empty: then it counts as not there.
/// </summary>
internal sealed class Condition(bool constant, Binding? binding)
{
    public static readonly Condition Always = new(constant: true, binding: null);

    public static readonly Condition Never = new(constant: false, binding: null);

    public bool Holds(in Scope scope)
    {
        if (binding is null)
            return constant;
        var value = binding.EvaluateOrError(scope, placeholders: false);
        return value.Kind == ValueKind.Boolean && value.Truth;
    }
}

/// <summary>A <c>$data</c>: a binding, or data that stands in the card itself.</summary>
internal sealed class DataSource(Value literal, Binding? binding)
{
    public Value Evaluate(in Scope scope) => binding is null ? literal : binding.Evaluate(scope);
}
