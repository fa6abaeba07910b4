namespace SalesBot.Cards.Expressions;

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ListLiteral(List<Node> items) : Node
{
    public override Shape Gives => Shape.List;

    public override Value Evaluate(in Scope scope, bool placeholders)
    {
        var values = new Value[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(scope, placeholders);
            if (values[i].IsError)
                return values[i];
        }

        return Value.Of(values);
    }

    public override string ToString() => $"createArray({string.Join(", ", items)})";
}

/// <summary><c>{a: 1}</c>; a key that stands twice has its last value.</summary>
internal sealed class MapLiteral(List<KeyValuePair<string, Node>> members) : Node
{
    public override Value Evaluate(in Scope scope, bool placeholders)
    {
        var values = new OrderedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, node) in members)
        {
            var value = node.Evaluate(scope, placeholders);
            if (value.IsError)
                return value;
            values[name] = value;
        }

        return Value.Of([.. values]);
    }

    public override string ToString() =>
        members.Aggregate("json('{}')", (text, member) => $"setProperty({text}, {new Constant(Value.Of(member.Key))}, {member.Value})");
}
