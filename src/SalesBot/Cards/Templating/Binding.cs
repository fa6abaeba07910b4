using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>Where in which card a string stands, so that a failure can say so.</summary>
internal sealed record Place(string Card, string Path, string Text)
{
    public CardException Failure(string problem, Exception? inner = null) => new(Card, Path, problem, Text, inner);
}

/// <summary>An expression at its place.</summary>
internal sealed class Binding(Node node, Place place)
{
    /// <summary>The value, with placeholders for paths that lead nowhere.</summary>
    /// <exception cref="CardException">The expression fails.</exception>
    public Value Evaluate(in Scope scope)
    {
        var value = EvaluateOrError(scope, placeholders: true);
        return value.IsError ? throw place.Failure(value.Reason) : value;
    }

    /// <summary>An Error when the expression fails; an index of nothing is beyond that and throws.</summary>
    public Value EvaluateOrError(in Scope scope, bool placeholders)
    {
        try
        {
            return node.Evaluate(scope, placeholders);
        }
        catch (IndexFault fault)
        {
            throw place.Failure(fault.Message, fault);
        }
    }
}
