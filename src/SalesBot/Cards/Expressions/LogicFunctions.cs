namespace SalesBot.Cards.Expressions;

internal static class LogicFunctions
{
    private static readonly Shape[] Any = [Shape.Anything];

    public static IEnumerable<Function> All =>
    [
        new("if", Shape.Anything, 3, 3, Any, If),
        new("&&", Shape.Boolean, 1, Function.Many, Any, And),
        new("||", Shape.Boolean, 1, Function.Many, Any, Or),
        new("!", Shape.Boolean, 1, 1, Any, Not),
        new("==", Shape.Boolean, 2, 2, Any, Bodies.Compare(null, (a, b) => Value.Of(Equality.Of(a, b)))),
        new("!=", Shape.Boolean, 2, 2, Any, Bodies.Compare(null, (a, b) => Value.Of(!Equality.Of(a, b)))),
        new("<", Shape.Boolean, 2, 2, Any, Ordered(order => order < 0)),
        new("<=", Shape.Boolean, 2, 2, Any, Ordered(order => order <= 0)),
        new(">", Shape.Boolean, 2, 2, Any, Ordered(order => order > 0)),
        new(">=", Shape.Boolean, 2, 2, Any, Ordered(order => order >= 0)),
        new("exists", Shape.Boolean, 1, 1, Any, Bodies.Ask(Bodies.NotNull, _ => Value.Of(true))),
        new("empty", Shape.Boolean, 1, 1, Any, Bodies.Ask(ContainerOrNothing, value => Value.Of(IsEmpty(value)))),
        new("bool", Shape.Boolean, 1, 1, Any, Bodies.Ask(null, value => Value.Of(ToBoolean(value)))),
        new("coalesce", Shape.Anything, 1, Function.Many, Any, Bodies.All(null, values => Array.Find(values, value => !value.IsNullish))),
    ];

    private static Value If(Call call, in Scope scope, bool placeholders)
    {
        var condition = call.Arguments[0].Evaluate(scope, placeholders: false);
        var taken = !condition.IsError && condition.IsTrue ? 1 : 2;
        return call.Arguments[taken].Evaluate(scope, placeholders);
    }

    private static Value And(Call call, in Scope scope, bool placeholders)
    {
        foreach (var argument in call.Arguments)
        {
            var value = argument.Evaluate(scope, placeholders: false);
            if (value.IsError || !value.IsTrue)
                return Value.Of(false);
        }

        return Value.Of(true);
    }

    // The last argument comes back as it is when none is true: null stays null.
    private static Value Or(Call call, in Scope scope, bool placeholders)
    {
        var value = Value.Of(false);
        foreach (var argument in call.Arguments)
        {
            value = argument.Evaluate(scope, placeholders: false);
            if (value.IsError)
                value = value.Overlooked;
            else if (value.IsTrue)
                return Value.Of(true);
        }

        return value;
    }

    private static Value Not(Call call, in Scope scope, bool placeholders)
    {
        var value = call.Arguments[0].Evaluate(scope, placeholders: false);
        return Value.Of(value.IsError || !value.IsTrue);
    }

    private static Body Ordered(Func<int, bool> fits) => Bodies.Compare(Bodies.NotNull, (a, b) =>
    {
        if (a.IsNumber && b.IsNumber)
            return Value.Of(fits(a.Number.CompareTo(b.Number)));
        return a.IsText && b.IsText ? Value.Of(fits(string.CompareOrdinal(a.Text, b.Text))) : Value.FailedQuestion("not comparable");
    });

    private static string? ContainerOrNothing(in Value value, int _) =>
        value.Kind is ValueKind.Number or ValueKind.Boolean ? "not a container" : null;

    private static bool IsEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text.Length == 0,
        ValueKind.List or ValueKind.Map => value.Count == 0,
        _ => true,
    };

    private static bool ToBoolean(in Value value) =>
        value.IsNumber ? value.Number != 0 : value.IsTrue && !Printed.Of(value).Contains("false", StringComparison.OrdinalIgnoreCase);
}
