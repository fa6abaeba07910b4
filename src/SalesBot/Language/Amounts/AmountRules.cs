using SalesBot.Language.Grammar;
using SalesBot.Language.Numbers;

namespace SalesBot.Language.Amounts;

/// <summary>Constructors of <c>amounts.txt</c>.</summary>
internal static class AmountRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["skip"] = static _ => true,
        ["keep"] = static a => a[0],
        ["money"] = static a => Of(a.Number(0), a, 1) with { High = Guess(a, 0) },
        ["moneysize"] = static a => Of(a.Number(0) * a.Number(2), a, 1),
        ["signed"] = static a => Of(a.Number(1), a, 0) with { High = Guess(a, 1) },
        ["signedtwice"] = static a => Of(a.Number(2), a, Code(a, 0) is null ? 1 : 0),
        ["signedmoney"] = static a => Code(a, 0) is { } first && Code(a, 2) is { } second && second is not "CNY" && !string.Equals(first, second, StringComparison.Ordinal) ? null : Of(a.Number(1), a, Code(a, 0) is null ? 2 : 0),
        ["moneypennies"] = static a => Of(a.Number(0) + (a.Number(2) / 100), a, 1),
        ["moneycents"] = static a => Plain(a, 0) ? Of(a.Number(0) + (a.Number(2) / (a.Number(2) < 10 && a.Chinese ? 10 : 100)), a, 1) : null,
        ["signedcents"] = static a => Of(a.Number(1) + (a.Number(2) / 100), a, 0),
        ["signedfifty"] = static a => Of(a.Number(1) + 0.5, a, 0),
        ["pennies"] = static a => new Money(a.Number(0), null),
        ["onepenny"] = static _ => new Money(1, null),
        ["jiaos"] = static a => Of(a.Number(0) + (a.Number(2) * 0.1) + (a.Count > 4 && a.Has(4) ? a.Number(4) * 0.01 : 0), a, 1),
        ["fens"] = static a => Of(a.Number(0) + (a.Number(2) * 0.01), a, 1),
        ["moneyhalf"] = static a => Of(a.Number(0) + 0.5, a, 1),
        ["jiaofen"] = static a => new Money(Math.Round((a.Number(0) * 0.1) + (a.Number(2) * 0.01), 4), "CNY"),
        ["onlyjiao"] = static a => new Money(Math.Round(a.Number(0) * 0.1, 4), "CNY"),
        ["coded"] = static a => Of(a.Number(0) * Size(a), a, 1),
        ["codedbefore"] = static a => Of(a.Number(1) * Size(a), a, 0),
        ["range"] = static a => Range((Num)a[1]!, (Num)a[2]!, a.As<string>(3)),
        ["signedrange"] = static a => Range((Num)a[2]!, (Num)a[4]!, Code(a, 1) ?? Code(a, 3) ?? "-"),
        ["moneyrange"] = static a => Range(a.As<Money>(1)!, a.As<Money>(2)!),
        ["moneys"] = static a => Range((Num)a[1]!, (Num)a[3]!, Code(a, 4)),
        ["sumof"] = static a => a[0] is Money money ? money : a[0] is Num num && num.Is(NumKind.Scaled) ? new Money(num.Value, null) : null,
        ["fold"] = static a => new Discount(Math.Round(a.Number(0) / Size(a), 4)),
        ["foldpoint"] = static a => new Discount(Math.Round((a.Number(0) + (a.Number(1) / 10)) / 10, 4)),
        ["half"] = static _ => new Discount(0.5),
        ["off"] = static a => a.Number(0) is > 0 and < 100 ? new Discount(Math.Round(1 - (a.Number(0) / 100), 4)) : null,
        ["percent"] = static a => new Percentage(a.Number(0)),
        ["tenths"] = static a => a.Number(0) is > 0 and <= 10 ? new Percentage(a.Number(0) * 10) : null,
        ["delta"] = Delta,
        ["percentdelta"] = static a => new Change(a.Int(0) * a.As<Percentage>(1)!.Value, null, OfPercent: true, Bare: true, ByWord(a)),
    };

    private static double Size(RuleArgs args) => double.Parse(args.Constant(0), System.Globalization.CultureInfo.InvariantCulture);

    private static string? Code(RuleArgs args, int index) => args.As<string>(index) is { } code && code is not "-" ? code : null;

    private static Money Of(double value, RuleArgs args, int code) => new(value, Code(args, code));

    private static double? Guess(RuleArgs args, int index) => args[index] is Num { High: > 0 and var high } ? high : null;

    private static bool Plain(RuleArgs args, int index) => args[index] is Num num && !num.Is(NumKind.Scaled | NumKind.Decimal | NumKind.Fraction);

    // 80到100万: the unit of size stands once, at the end. Without a unit or a currency it is a range of anything.
    private static Money? Range(Num low, Num high, string? currency)
    {
        // "The training one to 95k": a one in words begins no range that ends in digits.
        if (low is { Value: 1 } && low.Is(NumKind.English) && !high.Is(NumKind.English)) return null;
        // "Forty-nine million" is one number: nobody counts from forty to nine.
        if (low is { Value: >= 20 and < 100 } && low.Value % 10 == 0 && low.Is(NumKind.English) && high.Is(NumKind.English) && high.Value / (high.Value < 1e6 ? 1e3 : 1e6) < 10) return null;
        var from = low.Value;
        if (high.Is(NumKind.Scaled) && !low.Is(NumKind.Scaled) && from < high.Value) from *= Unit(high.Value, from);
        if (from >= high.Value || (currency is null && !high.Is(NumKind.Scaled))) return null;
        return new Money(from, currency is "-" ? null : currency) { High = high.Value, Bare = currency is null };
    }

    private static Money? Range(Money low, Money high) =>
        low.Value < high.Value && low.High is null ? new Money(low.Value, low.Currency ?? high.Currency) { High = high.Value } : null;

    // The largest usual unit that keeps the order.
    private static double Unit(double high, double low)
    {
        foreach (var unit in (ReadOnlySpan<double>)[1e8, 1e6, 1e4, 1e3])
        {
            if (high >= unit && low * unit < high && high % unit == 0) return unit;
        }

        return high >= 1e4 && low * 1e4 < high ? 1e4 : 1;
    }

    private static bool Said(RuleArgs args, string how) => args.HasConstants && args.Constant(0).Contains(how, StringComparison.Ordinal);

    private static bool ByWord(RuleArgs args) => !Said(args, "signed");

    private static object? Delta(RuleArgs args) => args[1] switch
    {
        Money { High: null } money => new Change(args.Int(0) * money.Value, money.Currency, OfPercent: false, Bare: false, ByWord(args)),
        Num { High: 0 } num when num.Is(NumKind.Scaled) || Said(args, "plain") => new Change(args.Int(0) * num.Value, null, OfPercent: false, Bare: true, ByWord(args)),
        _ => null,
    };
}
