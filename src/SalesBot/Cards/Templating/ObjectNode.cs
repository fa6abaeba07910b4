using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>An object of the card, written once, not at all (<c>$when</c>), or once for each item of <c>$data</c>.</summary>
internal sealed class ObjectNode(ObjectPart[] parts, Condition when, DataSource? data) : TemplateNode
{
    public override bool WriteValue(CardBuffer to, in Scope scope)
    {
        var mark = to.Length;
        // How many there will be is known only afterwards: none is null, one stands without the brackets.
        to.Append((byte)'[');
        var written = WriteAll(to, scope);
        switch (written)
        {
            case 0:
                to.Truncate(mark);
                to.Append("null"u8);
                break;
            case 1:
                to.RemoveAt(mark);
                break;
            default:
                to.Append((byte)']');
                break;
        }

        return true;
    }

    public override void WriteItems(CardBuffer to, in Scope scope) => WriteAll(to, scope);

    private int WriteAll(CardBuffer to, in Scope scope)
    {
        if (data is null)
            return WriteOne(to, scope);
        var bound = data.Evaluate(scope);
        if (!bound.IsList)
            return WriteOne(to, bound.Kind == ValueKind.Undefined ? scope : scope.With(bound));

        var written = 0;
        var index = 0;
        if (bound.FromData)
        {
            foreach (var item in bound.Json.EnumerateArray())
                written += WriteOne(to, scope.With(Value.FromJson(item), index++));
            return written;
        }

        foreach (var item in bound.Items())
            written += WriteOne(to, scope.With(item, index++));
        return written;
    }

    private int WriteOne(CardBuffer to, in Scope scope)
    {
        if (!when.Holds(scope))
            return 0;
        to.Separate();
        to.Append((byte)'{');
        foreach (var (json, node) in parts)
        {
            if (node is not null)
            {
                node.WriteMember(to, json, scope);
                continue;
            }

            to.Separate();
            to.Append(json);
        }

        to.Append((byte)'}');
        return 1;
    }
}
