using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>JSON without any expression in it, ready to be copied. <paramref name="items"/> is the same as it stands inside a list.</summary>
internal sealed class LiteralNode(byte[] json, byte[] items) : TemplateNode
{
    public byte[] Json => json;

    public byte[] Items => items;

    public override bool WriteValue(CardBuffer to, in Scope scope)
    {
        to.Append(json);
        return true;
    }

    public override void WriteItems(CardBuffer to, in Scope scope)
    {
        if (items.Length == 0)
            return;
        to.Separate();
        to.Append(items);
    }
}
