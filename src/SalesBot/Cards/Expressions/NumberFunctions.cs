namespace SalesBot.Cards.Expressions;

internal static class NumberFunctions
{
    private static readonly Shape[] Any = [Shape.Anything];
    private static readonly Shape[] Numbers = [Shape.Number];

    public static IEnumerable<Function> All =>
    [
        new("+", Shape.Text | Shape.Number, 2, Function.Many, [Shape.Text | Shape.Number], Bodies.Fold(Bodies.NumberOrTextOrNothing, Add)),
        new("-", Shape.Number, 2, Function.Many, Numbers, Bodies.Fold(Bodies.Number, (a, b) => Value.Of(a.Number - b.Number))),
        new("*", Shape.Number, 2, Function.Many, Numbers, Bodies.Fold(Bodies.Number, (a, b) => Value.Of(a.Number * b.Number))),
        new("/", Shape.Number, 2, Function.Many, Numbers, Bodies.Fold(Divisor, Divide)),
        new("%", Shape.Number, 2, 2, Numbers, Bodies.Two(Bodies.Integer, (a, b) => b.Number == 0 ? Value.Error("division by 0") : Value.Of(a.Number % b.Number))),
        new("^", Shape.Number, 2, Function.Many, Numbers, Bodies.Fold(NumberOrNumbers, (a, b) => Value.Of(Math.Pow(Coerced(a), Coerced(b))))),
        new("min", Shape.Number, 1, Function.Many, Any, Bodies.All(NumberOrNumbers, values => Value.Of(Flat(values).DefaultIfEmpty(double.PositiveInfinity).Min()))),
        new("max", Shape.Number, 1, Function.Many, Any, Bodies.All(NumberOrNumbers, values => Value.Of(Flat(values).DefaultIfEmpty(double.NegativeInfinity).Max()))),
        new("sum", Shape.Number, 1, 1, [Shape.List], Bodies.One(NumericList, list => list.Count == 0 ? Value.Error("empty list") : Value.Of(Flat([list]).Sum()))),
        new("abs", Shape.Number, 1, 1, Numbers, Bodies.One(Bodies.Number, value => Value.Of(Math.Abs(value.Number)))),
        new("floor", Shape.Number, 1, 1, Numbers, Bodies.One(Bodies.Number, value => Value.Of(Math.Floor(value.Number)))),
        new("ceiling", Shape.Number, 1, 1, Numbers, Bodies.One(Bodies.Number, value => Value.Of(Math.Ceiling(value.Number)))),
        new("round", Shape.Number, 1, 2, Numbers, Bodies.All(Bodies.Number, Round)),
        new("int", Shape.Number, 1, 1, Any, Bodies.One(null, value => Parsed(value, text => JavaScript.ParseInt(text), number => JavaScript.ParseInt(JavaScript.Print(number))))),
        new("float", Shape.Number, 1, 1, Any, Bodies.One(null, value => Parsed(value, text => JavaScript.ParseFloat(text), number => number))),
    ];

    private static Value Add(Value a, Value b)
    {
        if (a.IsNumber && b.IsNumber)
            return Value.Of(a.Number + b.Number);
        return (a.IsNullish && b.IsNumber) || (b.IsNullish && a.IsNumber)
            ? Value.Error("number and nothing")
            : Value.Of(Printed.Of(a) + Printed.Of(b));
    }

    // Two integers give an integer, rounded down.
    private static Value Divide(Value a, Value b)
    {
        var result = a.Number / b.Number;
        return Value.Of(a.IsInteger && b.IsInteger ? Math.Floor(result) : result);
    }

    private static string? Divisor(in Value value, int position) =>
        Bodies.Number(value, position) ?? (position > 0 && value.Number == 0 ? "division by 0" : null);

    private static string? NumberOrNumbers(in Value value, int position) => value.IsNumber ? null : NumericList(value, position);

    private static string? NumericList(in Value value, int _) =>
        value.IsList && Array.TrueForAll(value.Items(), item => item.IsNumber) ? null : "not numbers";

    private static IEnumerable<double> Flat(Value[] values) =>
        values.SelectMany(value => value.IsList ? value.Items().Select(item => item.Number) : [value.Number]);

    // ECMAScript's number of a list, which powers let through.
    private static double Coerced(in Value value) => value switch
    {
        { IsList: false } => value.Number,
        { Count: 0 } => 0,
        { Count: 1 } => value.Item(0).Number,
        _ => double.NaN,
    };

    private static Value Round(Value[] values)
    {
        var digits = values.Length == 2 ? values[1].Number : 0;
        return double.IsInteger(digits) && digits is >= 0 and <= 15 ? Value.Of(JavaScript.Round(values[0].Number, digits)) : Value.Error("digits outside 0-15");
    }

    private static Value Parsed(Value value, Func<string, double> read, Func<double, double> convert)
    {
        if (value.IsText)
            return read(value.Text) is var number && double.IsNaN(number) ? Value.Error("not a number") : Value.Of(number);
        return value.IsNumber ? Value.Of(convert(value.Number)) : Value.Undefined;
    }
}
