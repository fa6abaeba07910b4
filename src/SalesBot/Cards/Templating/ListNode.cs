using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>A list in the card; a list inside a list becomes part of the outer one.</summary>
internal sealed class ListNode(TemplateNode[] items) : TemplateNode
{
    public override bool WriteValue(CardBuffer to, in Scope scope)
    {
        to.Append((byte)'[');
        WriteItems(to, scope);
        to.Append((byte)']');
        return true;
    }

    public override void WriteItems(CardBuffer to, in Scope scope)
    {
        foreach (var item in items)
            item.WriteItems(to, scope);
    }
}
