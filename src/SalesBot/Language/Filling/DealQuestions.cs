using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>What is asked of one deal beside how it stands: why a figure of it changed, what it would come to at another price.</summary>
internal static class DealQuestions
{
    /// <summary>What happened to it, as the trail has it.</summary>
    public const string ChangesAsked = "changes";

    /// <summary>"Why did it drop by 20k", “预计成交为什么推迟了”: how the amount went, or the field that is named.</summary>
    public static void Changes(Draft draft)
    {
        var changed = draft.Clause.Words("change_word").Count > 0;
        if (!(changed && draft.Clause.Words("how_come").Count > 0) && !(draft.Clause.Words("why").Count > 0 && (changed || draft.Clause.ValuesOf(ValueKind.Delta).Any()))) return;
        draft.Slots["what"] = ChangesAsked;
        if (draft.Slots.Text("field") is not ("amount" or "close_date")) draft.Slots["field"] = draft.Clause.Word("change_word") ?? "amount";
    }

    /// <summary>“让三个点后是多少钱”, "what is it at 5% off": nothing is changed, only reckoned.</summary>
    public static void WhatIf(Draft draft)
    {
        if (draft.Slots.Text("what") == ChangesAsked || !draft.Clause.Has(Feature.Interrogative)) return;
        AmountSlots.Discount(draft);
        if (draft.Slots.ContainsKey("discount")) draft.Slots["field"] = "amount";
        else if (draft.Clause.ValuesOf(ValueKind.Delta).LastOrDefault() is { OfPercent: false, Number: { } change } delta)
        {
            draft.Slots.Set("delta", change);
            draft.Slots["field"] = "amount";
            draft.Use(delta.Mark, "delta");
        }
    }
}
