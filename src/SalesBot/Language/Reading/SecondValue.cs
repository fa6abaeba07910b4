using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“改成35万，七月底”, "make it 95k, end of July": an amount and a bare day of one deal are two changes, though one verb orders both.</summary>
internal static class SecondValue
{
    private static readonly FrozenDictionary<string, (string Other, ValueKind[] Own, ValueKind[] Others)> Pairs = new Dictionary<string, (string, ValueKind[], ValueKind[])>(StringComparer.Ordinal)
    {
        ["update_amount"] = ("update_close_date", [ValueKind.Money], [ValueKind.Date, ValueKind.DateRange]),
        ["update_close_date"] = ("update_amount", [ValueKind.Date, ValueKind.DateRange], [ValueKind.Money]),
        ["move_stage"] = ("update_amount", [], [ValueKind.Money]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The order, and the other one where the second value follows with nothing of its own beside it.</summary>
    public static IReadOnlyList<Frame> With(Clause clause, Frame frame)
    {
        if (!Pairs.TryGetValue(frame.Intent, out var pair) || frame.Clarify.Count > 0 || clause.Index.Get(frame.Ref("deal")) is not { } deal) return [frame];
        if (Own(clause, pair.Own) is not { } own || clause.ValuesOf(pair.Others).ToList() is not [var other] || (other.Bound != Spans.Bound.None && other.Start > own.Start)) return [frame];
        var rest = clause.Part(other.Start < own.Start ? clause.From : own.End, other.Start < own.Start ? own.Start : clause.To);
        List<Mark> empty = [other.Mark, .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("connector"), .. clause.Words("settle"), .. clause.Words("hedge_word"), .. clause.Words("hedged"), .. clause.Words("field"), .. clause.Words("value_word"), .. clause.Words("closes")];
        if (!Answers.Covers(clause, rest.From, rest.To, empty)) return [frame];
        var draft = new Draft(rest, new ScoredIntent(pair.Other, 0, []), new Subject { Deals = [deal], Customers = clause.Index.Get(deal.Customer) is { } customer ? [customer] : [], Said = true });
        SubjectSlots.Fill(draft, "deal");
        SlotReaders.Fill(draft, PhraseBook.Standard.SlotsOf[pair.Other].Where(slot => slot != "reason"));
        if (!draft.Slots.ContainsKey(pair.Other == "update_amount" ? "amount" : "close_date")) return [frame];
        frame.Slots.Remove("reason");
        return [frame, draft.ToFrame(1)];
    }

    /// <summary>Where the first value stands: the only one of its kind, or the only word of a stage.</summary>
    private static Mark? Own(Clause clause, ValueKind[] kinds) =>
        kinds.Length == 0 ? clause.Words("stage") is [var stage] ? stage : null : clause.ValuesOf(kinds).ToList() is [var own] ? own.Mark : null;
}
