using SalesBot.Language.Filling;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// “下周二上午再约他们一次”, and then “哦不，周三吧”, while a report waits for its customer whom nobody knows: what comes next, and when, is kept with the report;
/// whose it is stays open.
/// </summary>
internal static class WhileAsked
{
    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is not { Pending: "log_followup", Asked: "customer", Stranger: { } stranger, Filled: { } filled } || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont)) return null;
        if (clause.Mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact) || clause.Strangers.Count > 0 || clause.Has(Feature.OrdinalWord) || clause.Has(Feature.Touched)) return null;
        if (!clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => day.Date > clause.Message.Today)) return null;
        var draft = Draft.Of(clause, "log_followup");
        DateSlots.Due(draft);
        if (draft.Slots.Remove("date", out var day)) draft.Slots["next_date"] = day;
        if (draft.Slots.Remove("time", out var time)) draft.Slots["next_time"] = time;
        Again.SameSpan(draft, filled);
        var empty = new[] { "correction", "filler", "settle", "next_word", "connector" }.SelectMany(clause.Words).Concat(clause.Marks.Of(Feature.No)).Concat(clause.Marks.Of(Feature.Polite)).ToList();
        if (!Answers.Covers(clause, clause.From, clause.To, [.. empty, .. draft.Used]) && FreeText.Rest(draft, Answers.AfterNods(clause), clause.To, draft.Used, deed: true) is { } words) draft.Slots["next_step"] = words;
        draft.Slots["customer"] = stranger;
        return draft.ToFrame(1);
    }
}
