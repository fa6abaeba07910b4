using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“下一步是啥” … “改成周五最后谈价”: what was just asked about is what is changed.</summary>
internal static class FieldChange
{
    private const double OwnOrder = 9;

    private static readonly FrozenDictionary<string, string> Orders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["next_step"] = "set_next_step", ["amount"] = "update_amount", ["close_date"] = "update_close_date", ["stage"] = "move_stage",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        if (focus is not { Pending: null, LookIntent: "show_deal", Deal: not null, Looked: true } || focus.LookSlots?.Text("field") is not { } field || !Orders.TryGetValue(field, out var intent)) return null;
        var opening = clause.Words("set_it").FirstOrDefault(word => clause.Marks.IsStart(word.Start));
        if (opening.End == 0 || (clause.ByRules is [var best, ..] && best.Score >= OwnOrder && best.Intent != intent) || clause.Words("field").Any(word => word.Value != field)) return null;
        var subject = SubjectFinder.FromContext(clause);
        var draft = new Draft(clause, new ScoredIntent(intent, OwnOrder, []), subject);
        draft.Use(opening, "intent");
        SubjectSlots.Fill(draft, PhraseBook.Standard.NeedsOf(intent));
        SlotReaders.Fill(draft, PhraseBook.Standard.ReadersOf(intent).Where(slot => slot != "reason"));
        return draft.Slots.Keys.Any(slot => !draft.HasRef(slot)) ? draft.ToFrame(1) : null;
    }
}
