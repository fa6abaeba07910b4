using System.Text;

namespace SalesBot.Cards.Expressions;

/// <summary>
/// <c>name</c> or <c>target.name</c>. A chain of members and indexes is one path into the data, put together at parse time when
/// every index is constant.
/// </summary>
internal sealed class Member(string name, Node? target) : Node
{
    private readonly (Path? Path, Node? Start) known = Known(name, target);

    public string Name { get; } = name;

    public Node? Target { get; } = target;

    public override Value Evaluate(in Scope scope, bool placeholders)
    {
        var (path, start) = known;
        if (path is null)
        {
            var failed = TryAssemble(scope, placeholders, out var text, out start);
            if (failed.IsError)
                return failed;
            path = new Path(text);
        }

        Value found;
        if (start is null)
        {
            found = path.FromScope(scope);
        }
        else
        {
            var from = start.Evaluate(scope, placeholders);
            if (from.IsError)
                return from;
            found = path.From(from);
        }

        return placeholders && found.Kind == ValueKind.Undefined ? path.Placeholder : found;
    }

    public override string ToString() => Target is null ? Name : $"{Target}.{Name}";

    private static (Path?, Node?) Known(string name, Node? target)
    {
        var text = name;
        for (var node = target; ; )
        {
            switch (node)
            {
                case Member member:
                    text = Prefix(member.Name + ".", text);
                    node = member.Target;
                    continue;
                case Indexed { Index: Constant constant } indexed when Segment(constant.Value) is { } segment:
                    text = Prefix(segment + ".", text);
                    node = indexed.Target;
                    continue;
                case Indexed:
                    return (null, null);
                default:
                    return (new Path(text), node);
            }
        }
    }

    private Value TryAssemble(in Scope scope, bool placeholders, out string text, out Node? start)
    {
        text = Name;
        for (start = Target; start is Member or Indexed;)
        {
            if (start is Member member)
            {
                text = Prefix(member.Name + ".", text);
                start = member.Target;
                continue;
            }

            var indexed = (Indexed)start;
            var index = indexed.Index.Evaluate(scope, placeholders);
            if (index.IsError)
                return index;
            if (Segment(index) is not { } segment)
                return Value.Error($"{indexed.Index} is no index");
            text = Prefix(segment + ".", text);
            start = indexed.Target;
        }

        return Value.Undefined;
    }

    private static string? Segment(in Value index) => index.Kind switch
    {
        ValueKind.Number => $"[{JavaScript.Print(index.Number)}]",
        ValueKind.Text when double.IsNaN(JavaScript.ParseInt(index.Text)) => $"['{index.Text}']",
        ValueKind.Text => $"[{index.Text}]",
        _ => null,
    };

    private static string Prefix(string segment, string text) =>
        new StringBuilder(segment).Append(text).Replace(".[", "[").ToString();
}
