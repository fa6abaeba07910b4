using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>"And 1.3m", “还有 六月底”: right after a deal was changed, a bare value of another sort changes that of the same deal.</summary>
internal static class Further
{
    private static readonly FrozenSet<string> Changes = new[] { "move_stage", "update_amount", "update_close_date" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly int Connector = PhraseBook.Standard.KeyOf("[connector]");

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        if (focus is not { Fresh: true, Undone: false, Deal: not null, LastIntent: { } last } || (focus.Pending is not null && !focus.Optional) || !Changes.Contains(last) || clause.Has(Feature.Question)) return null;
        if (!clause.Marks.Of(Connector).Any(word => clause.Marks.IsStart(word.Start)) || clause.Values is not [{ } value]) return null;
        var intent = value.Kind switch { ValueKind.Money => "update_amount", ValueKind.Date or ValueKind.DateRange => "update_close_date", _ => null };
        if (intent is null || intent == last || !Answers.Covers(clause, clause.From, clause.To, [value.Mark, .. clause.Marks.Of(Connector), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Words("set_to"), .. clause.Words("filler")])) return null;
        var draft = new Draft(clause, new ScoredIntent(intent, 0, []), SubjectFinder.FromContext(clause));
        SubjectSlots.Fill(draft, PhraseBook.Standard.NeedsOf(intent));
        SlotReaders.Fill(draft, PhraseBook.Standard.ReadersOf(intent).Where(slot => slot != "reason"));
        return draft.Slots.Keys.Any(slot => !draft.HasRef(slot)) ? draft.ToFrame(1) : null;
    }
}
