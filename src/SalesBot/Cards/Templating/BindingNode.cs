using System.Runtime.InteropServices;
using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>A string that is one expression and nothing else: the value keeps its type.</summary>
internal sealed class BindingNode(Binding binding) : TemplateNode
{
    public override bool WriteValue(CardBuffer to, in Scope scope)
    {
        var value = binding.Evaluate(scope);
        if (value.Kind == ValueKind.Undefined)
            return false;
        to.AppendValue(value);
        return true;
    }

    public override void WriteItems(CardBuffer to, in Scope scope)
    {
        var value = binding.Evaluate(scope);
        if (value.Kind == ValueKind.Null || (value.IsList && value.Count == 0))
            return;
        if (value.IsList && value.FromData)
        {
            to.Separate();
            to.Append(JsonMarshal.GetRawUtf8Value(value.Json)[1..^1]);
            return;
        }

        foreach (var item in value.IsList ? value.Items() : [value])
        {
            to.Separate();
            to.AppendValue(item);
        }
    }
}
