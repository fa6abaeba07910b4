namespace SalesBot.Cards.Expressions;

/// <summary>A way from a starting value, such as <c>owner.phones[0]</c>.</summary>
internal sealed class Path
{
    private static readonly char[] Separators = ['.', '[', ']'];

    private readonly Name[] steps;

    public Path(string text)
    {
        Text = text;
        Placeholder = Value.Of($"${{{text}}}");
        steps = [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(step => new Name(Unquote(step)))];
    }

    public string Text { get; }

    /// <summary>What a text shows in place of a path that leads nowhere.</summary>
    public Value Placeholder { get; }

    public Value FromScope(in Scope scope) =>
        Text[0] == '$' ? Follow(scope.Reserved(steps[0].Text), 1) : Follow(scope.Data, 0);

    public Value From(in Value start) => Follow(start, 0);

    private Value Follow(Value value, int from)
    {
        for (var i = from; i < steps.Length; i++)
        {
            var step = steps[i];
            if (!value.IsList || double.IsNaN(step.Index))
                value = step.In(value);
            else
                value = step.Index >= 0 && step.Index < value.Count ? value.Item((int)step.Index) : Value.Undefined;
        }

        return value;
    }

    private static string Unquote(string step) => step switch
    {
        ['\'', .. var inner, '\''] => inner,
        ['"', .. var inner, '"'] => inner,
        "'" or "\"" => "",
        _ => step,
    };
}
