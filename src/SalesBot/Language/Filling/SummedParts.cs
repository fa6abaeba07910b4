using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“软件80万加服务20万”, "120 for hardware plus 40 services": a price that is told in parts is their sum, which is read back; never one of the parts alone.</summary>
internal static class SummedParts
{
    /// <summary>Figures smaller than this are without their unit.</summary>
    private const decimal Whole = 1000;

    /// <summary>Nobody adds less than this to a price.</summary>
    private const decimal Least = 100;

    public static bool Read(Draft draft)
    {
        var clause = draft.Clause;
        if (Priced(draft)) return true;
        if (!Are(clause)) return false;
        var said = Of(clause);
        var unit = said.Any(value => value.Number >= Whole) ? Unit(clause, said) : Known(draft, said.Sum(value => value.Number!.Value));
        if (unit == 0) return false;
        draft.Slots.Set("amount", said.Sum(value => value.Number!.Value >= Whole ? value.Number.Value : value.Number.Value * unit));
        foreach (var value in said) draft.Use(value.Mark, "amount");
        draft.Doubtful = true;
        return true;
    }

    /// <summary>"10 terminals at 1500 and setup 5000", “10台每台1500 加安装5000”: what is counted costs so many times what one does; what else is named is added. Read back, as any sum.</summary>
    private static bool Priced(Draft draft)
    {
        var said = Of(draft.Clause);
        var counted = said.Zip(said.Skip(1)).Where(pair => IsPrice(draft.Clause, pair.First, pair.Second)).ToList();
        // “140万，5个点位每个28万”: what nothing adds is the whole itself.
        if (counted.Count == 0 || !said.TrueForAll(value => counted.Exists(pair => pair.First == value || pair.Second == value) || IsAdded(draft.Clause, said, value))) return false;
        draft.Slots.Set("amount", counted.Sum(pair => pair.First.Number!.Value * pair.Second.Number!.Value) + said.Where(value => !counted.Exists(pair => pair.First == value || pair.Second == value)).Sum(value => value.Number!.Value));
        foreach (var value in said) draft.Use(value.Mark, "amount");
        draft.Doubtful = true;
        return true;
    }

    private static bool IsAdded(Clause clause, List<Value> said, Value value) => value.Number >= Least && said.IndexOf(value) is > 0 and var at && AreJoined(clause, said[at - 1], value);

    private static bool IsPrice(Clause clause, Value count, Value price) =>
        count.Kind == ValueKind.Number && clause.Words("unit_price").Any(word => word.Start >= count.End && clause.IsBlank(word.End, price.Start))
        && clause.Words("unit_count").Concat(clause.Words("counter")).Any(word => word.Start >= count.End && word.End <= price.Start);

    /// <summary>Every amount that is told is joined to the next one.</summary>
    public static bool Are(Clause clause) =>
        Of(clause) is { Count: > 1 } said && !clause.ValuesOf(ValueKind.MoneyRange).Any() && clause.ValuesOf(ValueKind.Delta).All(said.Contains) && said.Zip(said.Skip(1)).All(pair => AreJoined(clause, pair.First, pair.Second));

    /// <summary>"500k … plus 150k" tells no change by so much.</summary>
    private static List<Value> Of(Clause clause) => [.. clause.ValuesOf(ValueKind.Money, ValueKind.Number, ValueKind.Delta).Where(value => value is { Number: > 0, OfPercent: false } && !TermSlots.Holds(clause, value)).OrderBy(value => value.Start)];

    /// <summary>A word that adds stands between them, and what one of them is for.</summary>
    private static bool AreJoined(Clause clause, Value first, Value second)
    {
        var adds = clause.Words("plus").Where(word => word.Start >= first.End && word.End <= second.End).ToList();
        return first.Kind != ValueKind.Delta && adds.Count > 0 && Names(clause, first.End, second.Start, adds);
    }

    private static bool Names(Clause clause, int from, int to, List<Mark> adds) =>
        Enumerable.Range(from, to - from).Count(at => char.IsLetter(clause.Message.Text[at]) && !adds.Exists(word => word.Start <= at && at < word.End)) >= 2 || !clause.Words("and").Any(word => adds.Exists(add => add.Start == word.Start));

    /// <summary>"120k plus 40": what is without a unit has that of the other.</summary>
    private static decimal Unit(Clause clause, List<Value> said) =>
        said.TrueForAll(value => value.Number >= Whole) ? 1 : said.Exists(value => Script.IsChinese(clause.Message.Text[value.End - 1])) ? 10_000 : Whole;

    /// <summary>What brings the sum near to what the deal is worth; 0 where nothing does.</summary>
    private static decimal Known(Draft draft, decimal sum)
    {
        if (draft.Subject.Deal?.Amount is not { } known || known <= 0) return 0;
        decimal[] units = draft.Message.Text.Text.Any(Script.IsChinese) ? [1, 10_000] : [1, 1_000, 1_000_000];
        return units.FirstOrDefault(unit => sum * unit * 4 >= known && sum * unit <= known * 4);
    }
}
