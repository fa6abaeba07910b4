using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>"No, gateway count is not done, it goes to monday too", “不对，网关清点还没做，改到周一”: a to-do that is none of the open ones is open again, on that day; no deal closes then.</summary>
internal static class TickedByMistake
{
    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Words("not_done") is not [var open, ..] || clause.Span.Contains('?') || clause.Has(Feature.If)) return null;
        if (!clause.ValuesOf(ValueKind.Date).Any(day => day.Start >= open.End && day.Date > clause.Message.Today)) return null;
        var (start, _) = clause.Breaths.FirstOrDefault(part => open.Overlaps(part.Start, part.End));
        var opening = clause.Marks.Of(Feature.No).Concat(clause.Words("correction")).Concat(clause.Words("but")).Where(word => word.Start == start && word.End <= open.Start).Select(word => word.End).DefaultIfEmpty(start).Max();
        var (from, to) = FreeText.Trim(clause, opening, open.Start, deed: true);
        if (from >= to || PlannedThing.Called(clause, new Mark(from, to)).Count > 0 || SameAgain.NamesNothing(clause.Part(from, to))) return null;
        List<Mark> said = [new Mark(from, to), .. clause.Words("not_done"), .. clause.Words("also_that"), .. clause.Words("but"), .. clause.Words("and"), .. clause.Words("also_word"), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Glue)];
        if (!SameAgain.NamesNothing(clause, said)) return null;
        var draft = Draft.Of(clause, "reopen_task");
        SlotReaders.Fill(draft, ["until"]);
        if (!draft.Slots.ContainsKey("date")) return null;
        draft.Slots["content"] = clause.Message.AsTyped(from, to);
        return draft.ToFrame(1);
    }
}
