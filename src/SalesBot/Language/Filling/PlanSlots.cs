using System.Globalization;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// A payment plan as it is said: “签约30%，发货60%，余款 …, 4月1日、6月1日、9月1日”, "30% on signing, 60% on 1 June, rest on 1 Sept". It becomes parts with their days,
/// <c>30%@sign;60%@2026-06-01;rest@2026-09-01</c>; a day that was not said stays empty.
/// </summary>
internal static class PlanSlots
{
    private const decimal LeastSum = 1000;

    public static void Plan(Draft draft)
    {
        var shares = Shares(draft).ToList();
        if (shares.Count == 0) return;
        var days = Days(draft, shares);
        draft.Slots["plan"] = string.Join(';', shares.Select((share, i) => $"{share.Text}@{days[i]}"));
        draft.Use(new Mark(shares[0].Mark.Start, shares[^1].Mark.End), "plan");
    }

    /// <summary>Shares, sums and "the rest" in the order in which they stand; “尾款10%” is a share and no rest.</summary>
    private static IEnumerable<(Mark Mark, string Text)> Shares(Draft draft)
    {
        var clause = draft.Clause;
        var said = clause.Values.Select(value => (value.Mark, Text: Share(value))).Where(share => share.Text is not null).Select(share => (share.Mark, share.Text!)).ToList();
        if (said.Count == 0) return Tenths(draft);
        var breaths = clause.Breaths;
        bool HasShare(Mark rest) => breaths.Any(part => rest.Overlaps(part.Start, part.End) && said.Any(share => share.Mark.Start >= rest.End && share.Mark.Overlaps(part.Start, part.End)));
        return said.Concat(clause.Words("plan_rest").Where(rest => !HasShare(rest)).Select(rest => (rest, "rest"))).OrderBy(share => share.Item1.Start);
    }

    private static string? Share(Value value) => value switch
    {
        { Kind: ValueKind.Percent, Number: { } percent } => Text(percent) + "%",
        { Kind: ValueKind.Delta, OfPercent: true, Number: { } percent } => Text(Math.Abs(percent)) + "%",
        { Kind: ValueKind.Money or ValueKind.Number, Number: { } sum } when sum >= LeastSum => Text(sum),
        _ => null,
    };

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>“3-4-3”, “三三四”, "30/60/10".</summary>
    private static IEnumerable<(Mark Mark, string Text)> Tenths(Draft draft)
    {
        var clause = draft.Clause;
        return SharesOfTerms.Run(draft.Message.Text.Text[clause.From..clause.To]) is not { } run ? []
            : run.Shares.Select(share => (new Mark(clause.From + run.Start, clause.From + run.End), Text(share) + "%"));
    }

    /// <summary>A day belongs to the share before it, or after it where the first day comes first; as many days as shares behind the last one are theirs in order.</summary>
    private static string[] Days(Draft draft, List<(Mark Mark, string Text)> shares)
    {
        var clause = draft.Clause;
        var signing = clause.Words("plan_signing").Select(word => (word.Start, word.End, Day: "sign"));
        var said = clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Where(value => !shares.Exists(share => share.Mark.Overlaps(value.Start, value.End) && share.Mark.End - share.Mark.Start > 0 && share.Text.EndsWith('%') && value.Mark == share.Mark))
            .Select(value => (value.Start, value.End, Day: value.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ToList();
        var days = new string[shares.Count];
        Array.Fill(days, "");
        if (said.Count == shares.Count && said.TrueForAll(day => day.Start >= shares[^1].Mark.Start))
        {
            return [.. said.Select(day => day.Day)];
        }

        var dayFirst = said.Count > 0 && said[0].Start < shares[0].Mark.Start;
        foreach (var (start, _, day) in said)
        {
            var place = dayFirst ? shares.FindIndex(share => share.Mark.Start > start) : shares.FindLastIndex(share => share.Mark.Start < start);
            if (place >= 0 && days[place].Length == 0) days[place] = day;
        }

        var breaths = clause.Breaths;
        foreach (var (start, end, day) in signing)
        {
            var place = shares.FindIndex(share => breaths.Any(part => share.Mark.Overlaps(part.Start, part.End) && part.Start <= start && end <= part.End));
            if (place >= 0 && days[place].Length == 0) days[place] = day;
        }

        return days;
    }
}
