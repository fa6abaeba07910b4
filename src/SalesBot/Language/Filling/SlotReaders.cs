using System.Collections.Frozen;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>The readers that the <c>slots</c> line of an intent's file names.</summary>
internal static class SlotReaders
{
    private static readonly FrozenDictionary<string, Action<Draft>> ByName = new Dictionary<string, Action<Draft>>(StringComparer.Ordinal)
    {
        ["amount"] = AmountSlots.Amount,
        ["new_amount"] = AmountSlots.NewAmount,
        ["currency"] = AmountSlots.Currency,
        ["discount"] = AmountSlots.Discount,
        ["bounds"] = AmountSlots.Bounds,
        ["days"] = AmountSlots.Days,
        ["limit"] = AmountSlots.Limit,
        ["close_date"] = DateSlots.CloseDate,
        ["close_range"] = DateSlots.CloseRange,
        ["due"] = DateSlots.Due,
        ["until"] = DateSlots.Until,
        ["leave_days"] = LeaveSlots.Days,
        ["leave_moved"] = LeaveSlots.Moved,
        ["pause_days"] = LeaveSlots.Lasting,
        ["half"] = LeaveSlots.Half,
        ["asked_days"] = LeaveSlots.Asked,
        ["past_days"] = Periods.Past,
        ["rest_days"] = LeaveSlots.Resting,
        ["paid_date"] = DateSlots.Activity,
        ["period"] = DateSlots.Period,
        ["looked_period"] = Periods.Looked,
        ["people"] = PeopleSlots.People,
        ["scope"] = PeopleSlots.Scope,
        ["owner"] = PeopleSlots.Owner,
        ["assignee"] = PeopleSlots.Assignee,
        ["from_person"] = PeopleSlots.FromPerson,
        ["delegate"] = PeopleSlots.Delegate,
        ["contact"] = PeopleSlots.Contact,
        ["content"] = TextSlots.Content,
        ["deed"] = TextSlots.Deed,
        ["reason"] = ReasonSlots.Reason,
        ["remark"] = ReasonSlots.Remark,
        ["terms"] = TermSlots.Terms,
        ["plan"] = PlanSlots.Plan,
        ["order_state"] = draft => WordSlots.Put(draft, "order_state"),
        ["next_step"] = FollowUpSlots.NextStep,
        ["followup"] = FollowUpSlots.FollowUp,
        ["to_stage"] = WordSlots.ToStage,
        ["stage"] = WordSlots.Stage,
        ["status"] = WordSlots.Status,
        ["sort"] = draft => WordSlots.Put(draft, "sort"),
        ["aggregate"] = draft => WordSlots.Put(draft, "aggregate"),
        ["missing"] = draft => WordSlots.Put(draft, "missing"),
        ["changes"] = DealQuestions.Changes,
        ["what_if"] = DealQuestions.WhatIf,
        ["idle"] = WordSlots.Idle,
        ["field"] = draft => WordSlots.Put(draft, "field"),
        ["what"] = draft => WordSlots.Put(draft, "what"),
        ["format"] = draft => WordSlots.Put(draft, "format"),
        ["kind"] = draft => WordSlots.Put(draft, "kind"),
        ["document"] = DocumentWords.Kind,
        ["priority"] = draft => WordSlots.Put(draft, "priority"),
        ["recurrence"] = draft => WordSlots.Put(draft, "recurrence"),
        ["source"] = draft => WordSlots.Put(draft, "source"),
        ["topic"] = draft => WordSlots.Put(draft, "topic"),
        ["industry"] = draft => WordSlots.Put(draft, "industry"),
        ["kept"] = KeptFilters.Keep,
        ["weighted"] = WordSlots.Weighted,
        ["setting"] = WordSlots.Setting,
        ["rows"] = RecordSlots.Rows,
        ["shown_approval"] = RecordSlots.ShownApproval,
        ["product"] = RecordSlots.Product,
        ["customers"] = RecordSlots.Customers,
        ["contract"] = RecordSlots.Contract,
        ["quote"] = RecordSlots.Quote,
        ["paid_contract"] = RecordSlots.PaidContract,
        ["deal_name"] = NewRecordSlots.DealName,
        ["phone"] = NewRecordSlots.Phone,
        ["email"] = NewRecordSlots.Email,
        ["introduced"] = Introduction.Person,
        ["wanted"] = Introduction.Wish,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Fill(Draft draft, IEnumerable<string> names)
    {
        foreach (var name in names) ByName[name](draft);
    }

    public static bool Knows(string name) => ByName.ContainsKey(name);
}
