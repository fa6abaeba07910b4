using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-lengths.txt</c>: lengths of time.</summary>
internal static class LengthRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["length"] = static a => IsYear(a) ? null : Of(Unit(a, 1), a.Number(0)),
        ["oneof"] = static a => Of(Unit(a, 0), 1),
        ["hourof"] = static a => Unit(a, 0) is "hour" ? Of("hour", 1) : null,
        ["halfof"] = static a => Of(Unit(a, 0), 0.5),
        ["andhalf"] = static a => Of(Unit(a, 1), a.Number(0) + 0.5),
        ["andhalfafter"] = static a => Of(a.Find<string>()!, a.Number(0) + 0.5),
        ["lengthto"] = static a => a.Number(0) < a.Number(1) ? Of(Unit(a, 2), a.Number(1)) : null,
        ["fixedunit"] = static a => Of(a.Constant(0), a.Number(0)),
        ["halfminutes"] = static a => Of("minute", a.Number(0) + 0.5),
        ["hoursminutes"] = static a => new Length(0, 0, 0, (3600 * a.Number(0)) + (60 * a.Number(1))),
        ["oneandhalf"] = static a => Of(Unit(a, 0), 1.5),
        ["andquarter"] = static a => Of(Unit(a, 1), a.Number(0) + 0.25),
        ["fixedminutes"] = static a => new Length(0, 0, 0, 60 * RelativeRules.Constant(a)),
        ["fixeddays"] = static a => new Length(0, 0, RelativeRules.Constant(a), 0),
        ["fixedcount"] = static a => Of(Unit(a, 0), RelativeRules.Constant(a)),
        ["plus"] = Plus,
        ["oneplus"] = static a => Of(Unit(a, 0), 1) is { } one ? one + (Length)a[1]! : null,
        ["dayshours"] = static a => new Length(0, 0, a.Number(0), 3600 * a.Number(1)),
    };

    public static Length? Of(string unit, double n) => unit switch
    {
        _ when n < 0 || n > 1e7 => null,
        "second" => new Length(0, 0, 0, n),
        "minute" => new Length(0, 0, 0, 60 * n),
        "hour" => new Length(0, 0, 0, 3600 * n),
        "day" => new Length(0, 0, n, 0),
        "workday" => new Length(0, 0, 0, 0, n),
        "week" => new Length(0, 0, 7 * n, 0),
        "weekend" => new Length(0, 0, 2 * n, 0),
        "fortnight" => new Length(0, 0, 14 * n, 0),
        "month" => n == 0.5 ? new Length(0, 0, 15, 0) : new Length(0, n, 0, 0),
        "halfmonth" => new Length(0, 0, 15 * n, 0),
        "quarter" => new Length(0, 3 * n, 0, 0),
        "year" => new Length(n, 0, 0, 0),
        "decade" => new Length(10 * n, 0, 0, 0),
        "century" => new Length(100 * n, 0, 0, 0),
        _ => null,
    };

    // 07 and 2010 before a year are the year's name.
    private static bool IsYear(RuleArgs args) =>
        args[0] is Numbers.Num { Digits: > 0 } num && ((num.Digits == 2 && num.Value < 10) || (num.Digits == 4 && num.Value >= 1900 && Unit(args, 1) is "year"));

    public static string Unit(RuleArgs args, int index) => (string)args[index]!;

    // Each part is a smaller unit than the one before, or at least another one: "2 days 2 days" are two lengths.
    private static object? Plus(RuleArgs args)
    {
        var sum = (Length)args[0]!;
        for (var i = 1; i < args.Count; i++)
        {
            if (args[i] is not Length part || part == (Length)args[i - 1]!) return null;
            sum += part;
        }

        return sum;
    }
}
