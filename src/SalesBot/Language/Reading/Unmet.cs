using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>What a question asks for besides, and its answer does not take into account: to be said, never dropped in silence.</summary>
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
        if (!Questions.Contains(draft.Intent.Intent, StringComparer.Ordinal)) return [];
        var clause = draft.Clause;
        var met = Met.GetValueOrDefault(draft.Intent.Intent) ?? [];
        var all = clause.Words("grouped").Where(word => !met.Contains(word.Value, StringComparer.Ordinal)).Concat(Amounts(draft)).Concat(Moments(draft)).Concat(Others(draft)).Concat(LeftOuts(draft)).Where(mark => !clause.Names.Any(name => name.Overlaps(mark.Start, mark.End) && name != mark));
        return [.. Whole(all.OrderBy(mark => mark.Start)).Select(mark => draft.Message.AsTyped(mark.Start, mark.End).Trim()).Distinct(StringComparer.Ordinal)];
    }

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
