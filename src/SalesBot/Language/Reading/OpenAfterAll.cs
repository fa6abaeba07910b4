using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“凌云先别丢 恢复成线索”, "actually don't lose Quarry, put it back to qualify" when it is closed already: what closed it is taken back.</summary>
internal static class OpenAfterAll
{
    private static readonly (string Act, string Stage)[] Closing = [("lose_deal", "lost"), ("win_deal", "won")];

    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.If) || clause.Has(Feature.Said) || clause.Words("ticket_word").Count > 0) return null;
        if (Reopened(clause) is { } reopened) return reopened;
        if (clause.Has(Feature.Question)) return null;
        var breaths = clause.Breaths.Select(breath => clause.Part(breath.Start, breath.End)).ToList();
        foreach (var (act, stage) in Closing)
        {
            if (!breaths.Exists(breath => Forbidden.Is(breath, act)) || Closed(clause, stage) is not { Count: > 0 } deals) continue;
            var draft = Draft.Of(clause, "undo");
            if (clause.Index.Get(deals[0].Customer) is { } customer) draft.Refer("customer", [customer]);
            if (deals.Count == 1) draft.Refer("deal", deals);
            draft.Slots["act"] = act;
            return draft.ToFrame(1);
        }

        return null;
    }

    /// <summary>“其实没丢 恢复一下”, "reopen Sapporo", "the spares deal was not lost, put it back": what is closed of what is named, and only that.</summary>
    private static Frame? Reopened(Clause clause)
    {
        var words = clause.Breaths.Select(breath => clause.Part(breath.Start, breath.End)).Where(part => !part.Has(Feature.Question)).SelectMany(part => part.Words("reopens")).ToList();
        if (words.Count == 0 || clause.ValuesOf(ValueKind.Money, ValueKind.Delta, ValueKind.Percent, ValueKind.Discount, ValueKind.Date).Any()) return null;
        var isOrder = words.Exists(word => word.Value == "open");
        if (clause.Has(Feature.Question) && !isOrder) return null;
        var deals = clause.Named(NamedKind.Deal, NameStrength.Tail).Concat(clause.Named(NamedKind.Customer, NameStrength.Tail)).SelectMany(mention => mention.Records)
            .SelectMany(record => record.Kind == NamedKind.Deal ? [record] : clause.Index.Of(record.Key, NamedKind.Deal)).Where(clause.Message.MaySee).ToList();
        if (deals.Count == 0 && clause.Mentions.Count == 0 && clause.Strangers.Count == 0) deals = Called(clause);
        var closed = Closing.SelectMany(way => deals.Where(deal => !deal.IsOpen && deal.Stage == way.Stage)).DistinctBy(deal => deal.Key, StringComparer.Ordinal).ToList();
        if (words.Exists(word => word.Value == "not")) closed.RemoveAll(deal => deal.Stage != "lost");
        if (Narrowing.BestDescribed(clause, closed, null) is { Count: > 0 } described) closed = described;
        if (closed.Count > 1 && closed.FindAll(deal => deal.Stage == "lost") is { Count: > 0 } lost) closed = lost;
        if (closed.Count == 0) return null;
        var draft = Draft.Of(clause, "reopen_deal");
        draft.ReferOrAsk("deal", closed);
        return draft.ToFrame(1);
    }

    /// <summary>One's own that are called by their own part of the name, else the one that is spoken of.</summary>
    private static List<NamedRecord> Called(Clause clause) =>
        Narrowing.BestDescribed(clause, clause.Index.Of(clause.Message.Person, NamedKind.Deal).Where(deal => !deal.IsOpen), null) is { Count: > 0 } called ? called
        : clause.Index.Get(clause.Focus.Deal) is { } spoken ? [spoken] : [];

    /// <summary>Of the deal or customer that is named, else of the deal that is spoken of; none where one of them is open and may be meant.</summary>
    private static List<NamedRecord> Closed(Clause clause, string stage)
    {
        var deals = clause.Named(NamedKind.Deal).SelectMany(mention => mention.Records).ToList();
        if (deals.Count == 0) deals = [.. clause.Named(NamedKind.Customer).SelectMany(mention => mention.Records).SelectMany(customer => clause.Index.Of(customer.Key, NamedKind.Deal))];
        if (deals.Count == 0 && clause.Mentions.Count == 0 && clause.Index.Get(clause.Focus.Deal) is { } spoken) deals = [spoken];
        deals = [.. deals.Where(clause.Message.MaySee).DistinctBy(deal => deal.Key, StringComparer.Ordinal)];
        return deals.Exists(deal => deal.IsOpen) ? [] : deals.FindAll(deal => deal.Stage == stage);
    }
}
