using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>"Only those of Winnie": of what was just listed fewer are asked for, so that what was asked of them before still holds.</summary>
internal static class KeptFilters
{
    private static readonly string[] Kept = ["stage", "status", "missing", "product", "industry", "period", "close_after", "close_before", "min_amount", "max_amount", "days"];

    /// <summary>Whose they are: a colleague takes the place of a team, and the other way round.</summary>
    private static readonly string[] Whose = ["owner", "person", "team", "scope"];

    public static void Keep(Draft draft)
    {
        var focus = draft.Clause.Focus;
        if (draft.Clause.Words("in_there").Count > 0 && focus.LookSlots is { } looked) KeepWhose(draft, looked);
        var last = focus.LookIntent == draft.Intent.Intent ? focus.LookSlots : focus.LastIntent == draft.Intent.Intent ? focus.LastSlots : null;
        if (last is null || focus.List.Count == 0 || draft.Clause.Words("narrower").Count == 0) return;
        var anew = draft.Slots.Keys.ToList();
        foreach (var slot in Kept.Where(slot => last.Text(slot) is not null && !anew.Exists(said => IsSame(said, slot)))) draft.Slots[slot] = last[slot];
        KeepWhose(draft, last);
    }

    /// <summary>"Whose is the biggest there?" asks of the team that was looked at before.</summary>
    private static void KeepWhose(Draft draft, Slots last)
    {
        if (Whose.Any(draft.Slots.ContainsKey)) return;
        foreach (var slot in Whose.Where(slot => last.Text(slot) is not null))
        {
            if (draft.Clause.Index.Get(last[slot]) is { } record) draft.Refer(slot, [record]);
            else draft.Slots[slot] = last[slot];
        }
    }

    /// <summary>A day or amount said anew leaves nothing of the one before.</summary>
    private static bool IsSame(string said, string kept) =>
        said == kept || (said.StartsWith("close_", StringComparison.Ordinal) && (kept.StartsWith("close_", StringComparison.Ordinal) || kept == "period")) || (said.EndsWith("_amount", StringComparison.Ordinal) && kept.EndsWith("_amount", StringComparison.Ordinal));
}
