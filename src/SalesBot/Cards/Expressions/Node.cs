namespace SalesBot.Cards.Expressions;

/// <summary>A parsed expression. <c>ToString</c> prints it as the language does, because failed expressions show themselves in texts.</summary>
internal abstract class Node
{
    public virtual Shape Gives => Shape.Anything;

    /// <summary>The value, or an Error; see <see cref="IndexFault"/> for what is worse.</summary>
    /// <param name="scope">What the names mean.</param>
    /// <param name="placeholders">A path that leads nowhere gives the text <c>${path}</c> instead of undefined.</param>
    public abstract Value Evaluate(in Scope scope, bool placeholders);
}

/// <summary>An index that cannot be taken because what stands before it failed: not an error value, nothing but a whole text piece survives it.</summary>
internal sealed class IndexFault(Node at) : Exception("index of nothing")
{
    public Node At { get; } = at;
}
