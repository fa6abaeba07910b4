using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>A piece of a card that knows how to write itself: as a value, as a member of an object, or as items of a list.</summary>
internal abstract class TemplateNode
{
    /// <summary>False, with nothing written, when the value is undefined.</summary>
    public abstract bool WriteValue(CardBuffer to, in Scope scope);

    /// <summary>A member whose value is undefined is left out.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="name">The name as JSON with its colon.</param>
    /// <param name="scope">What the names mean.</param>
    public void WriteMember(CardBuffer to, ReadOnlySpan<byte> name, in Scope scope)
    {
        var mark = to.Length;
        to.Separate();
        to.Append(name);
        if (!WriteValue(to, scope))
            to.Truncate(mark);
    }

    /// <summary>In a list: null vanishes, a list gives its items, undefined is null.</summary>
    public abstract void WriteItems(CardBuffer to, in Scope scope);
}
