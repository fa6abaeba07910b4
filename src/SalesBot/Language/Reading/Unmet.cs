using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>What a question asks for besides, or a report orders besides, and what is done does not take into account: to be said, never dropped in silence.</summary>
internal static class Unmet
{
    private static readonly string[] Days = ["period", "date", "close_after", "close_before", "days", "next_date"];

    /// <summary>Less is a count or a day.</summary>
    private const int LeastAmount = 1000;

    /// <summary>Questions whose answer is told person by person, or is a rate or a comparison itself.</summary>
    private static readonly Dictionary<string, string[]> Met = new(StringComparer.Ordinal)
    {
        ["leaderboard"] = ["person", "rate"], ["target_progress"] = ["person"],
    };

    private static readonly string[] Questions =
        ["query_deals", "stalled_deals", "pipeline", "forecast", "leaderboard", "target_progress", "list_payments", "silent_customers", "report_daily", "report_weekly"];

    /// <summary>As typed, in their order.</summary>
    public static IReadOnlyList<string> Of(Draft draft)
    {
        var clause = draft.Clause;
        if (draft.Intent.Intent == "log_followup") return [.. StageWishes(clause).Select(part => draft.Message.AsTyped(part.Start, part.End).Trim())];
        if (!Questions.Contains(draft.Intent.Intent, StringComparer.Ordinal)) return [];
        var met = Met.GetValueOrDefault(draft.Intent.Intent) ?? [];
        var all = clause.Words("grouped").Where(word => !met.Contains(word.Value, StringComparer.Ordinal)).Concat(Amounts(draft)).Concat(Moments(draft)).Concat(Others(draft)).Concat(LeftOuts(draft)).Where(mark => !clause.Names.Any(name => name.Overlaps(mark.Start, mark.End) && name != mark));
        return [.. Whole(all.OrderBy(mark => mark.Start)).Select(mark => draft.Message.AsTyped(mark.Start, mark.End).Trim()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>“…方案没问题，推进到需求确认吧” in a report: written down with it, and the stage stays.</summary>
    private static IEnumerable<(int Start, int End)> StageWishes(Clause clause) => clause.Breaths.Skip(1).Where(part =>
        clause.Words("move_to").Any(move => move.Start - part.Start is 0 or 1 && clause.Marks.Of(Feature.Stage).Any(stage => stage.Start >= move.End && stage.Start - move.End <= 1 && stage.End <= part.End)));

    /// <summary>"Against last" and "last month" are said in one breath.</summary>
    private static IEnumerable<Mark> Whole(IEnumerable<Mark> marks)
    {
        Mark? open = null;
        foreach (var mark in marks)
        {
            if (open is { } before && mark.Start < before.End)
            {
                open = new Mark(before.Start, Math.Max(before.End, mark.End));
                continue;
            }

            if (open is { } done) yield return done;
            open = mark;
        }

        if (open is { } last) yield return last;
    }

    private static IEnumerable<Mark> Amounts(Draft draft) =>
        draft.Slots.ContainsKey("min_amount") || draft.Slots.ContainsKey("max_amount") || draft.Slots.ContainsKey("amount") ? []
            : draft.Clause.ValuesOf(ValueKind.Money, ValueKind.MoneyRange).Where(value => value.Number >= LeastAmount).Select(value => value.Mark);

    private static IEnumerable<Mark> Moments(Draft draft) =>
        Days.Any(draft.Slots.ContainsKey) ? Periods(draft) : draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Select(value => value.Mark);

    /// <summary>"This month against last month": of two periods that are no longer one together only the first is taken.</summary>
    private static IEnumerable<Mark> Periods(Draft draft) =>
        draft.Slots.Text("period") is { } period ? draft.Clause.Words("period").Where(word => word.Value != period && draft.Clause.Words("period").Any(other => other.Value == period)) : [];

    private static IEnumerable<Mark> LeftOuts(Draft draft) =>
        draft.HasRef("except") ? [] : draft.Clause.Named(NamedKind.Customer, NameStrength.Short).Select(name => LeftOut.Of(draft.Clause, name)).OfType<Mark>();

    /// <summary>Of two teams or colleagues only one narrows an answer.</summary>
    private static IEnumerable<Mark> Others(Draft draft)
    {
        var named = draft.Clause.Named(NamedKind.Team, NameStrength.Short).Concat(draft.Clause.Named(NamedKind.Person)).Where(mention => mention.Records.Count == 1).ToList();
        return named.Where(mention => mention.Records.All(record => new[] { "team", "person", "owner" }.All(slot => !draft.RefsOf(slot).Contains(record.Key, StringComparer.Ordinal)))).Select(mention => mention.Mark);
    }
}
