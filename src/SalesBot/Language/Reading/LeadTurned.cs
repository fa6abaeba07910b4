using SalesBot.Language.Filling;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“线索转成商机 20万”, "convert the lead into a deal, 20k": the lead that is meant goes on to its next stage, with the amount and the day that are told; nothing else is made.</summary>
internal static class LeadTurned
{
    public static Frame? Read(Clause clause)
    {
        if (clause.Words("lead_to_deal").Count == 0 || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Focus is { Pending: not null, Optional: false } || clause.Strangers.Count > 0) return null;
        if (Lead(clause) is not { } lead) return null;
        var subject = new Subject { Deals = [lead], Customers = clause.Index.Get(lead.Customer) is { } customer ? [customer] : [], Said = true };
        var orders = new List<Frame> { Order(clause, "move_stage", subject, []) };
        if (clause.ValuesOf(ValueKind.Money, ValueKind.Number).Any()) orders.Add(Order(clause, "update_amount", subject, ["amount", "currency"]));
        if (clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any()) orders.Add(Order(clause, "update_close_date", subject, ["close_date"]));
        return orders[0] with { Also = [.. orders.Skip(1).Where(order => order.Slots.Keys.Any(slot => slot is "amount" or "close_date"))] };
    }

    private static Frame Order(Clause clause, string intent, Subject subject, string[] slots)
    {
        var draft = new Draft(clause, new ScoredIntent(intent, 0, []), subject);
        SubjectSlots.Fill(draft, "deal");
        SlotReaders.Fill(draft, slots);
        if (intent == "move_stage") draft.Slots["stage"] = "next";
        return draft.ToFrame(1);
    }

    /// <summary>The deal that is named or spoken of, or the only one of its customer, that is a lead still.</summary>
    private static NamedRecord? Lead(Clause clause)
    {
        var subject = SubjectFinder.Find(clause);
        var deals = subject.Deals.Concat(subject.Customers.SelectMany(customer => clause.Index.Of(customer.Key, NamedKind.Deal))).Where(deal => deal is { IsOpen: true, Stage: "lead" } && clause.Message.MaySee(deal)).DistinctBy(deal => deal.Key, StringComparer.Ordinal).ToList();
        return deals is [var one] ? one : null;
    }
}
