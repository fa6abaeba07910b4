namespace SalesBot.Cards.Expressions;

/// <summary><c>target[index]</c>: a whole number on a list (out of range is an error), a text for a member of anything.</summary>
internal sealed class Indexed(Node target, Node index) : Node
{
    private readonly Name? constant = index is Constant { Value.Kind: ValueKind.Text } name ? new Name(name.Value.Text) : null;

    public Node Target { get; } = target;

    public Node Index { get; } = index;

    public override Value Evaluate(in Scope scope, bool placeholders)
    {
        var instance = Target.Evaluate(scope, placeholders);
        if (instance.IsError)
            throw new IndexFault(this);
        if (constant is not null)
            return constant.In(instance);

        var at = Index.Evaluate(scope, placeholders: false);
        return at switch
        {
            { IsError: true } => throw new IndexFault(this),
            { IsInteger: true } => At(instance, at.Number),
            { IsText: true } => new Name(at.Text).In(instance),
            _ => Value.Error($"{Index} is no index"),
        };
    }

    public override string ToString() => $"{Target}[{Index}]";

    private static Value At(in Value instance, double index)
    {
        if (instance.IsNullish)
            return Value.Undefined;
        if (!instance.IsList)
            return Value.Error("not a list");
        return index >= 0 && index < instance.Count ? instance.Item((int)index) : Value.Error($"{JavaScript.Print(index)} out of range");
    }
}
