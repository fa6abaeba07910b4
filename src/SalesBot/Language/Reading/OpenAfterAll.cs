using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“凌云先别丢 恢复成线索”, "actually don't lose Quarry, put it back to qualify" when it is closed already: what closed it is taken back.</summary>
internal static class OpenAfterAll
{
    private static readonly (string Act, string Stage)[] Closing = [("lose_deal", "lost"), ("win_deal", "won")];

    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Said)) return null;
        var breaths = clause.Breaths.Select(breath => clause.Part(breath.Start, breath.End)).ToList();
        foreach (var (act, stage) in Closing)
        {
            if (!breaths.Exists(breath => Forbidden.Is(breath, act)) || Closed(clause, stage) is not { Count: > 0 } deals) continue;
            var draft = new Draft(clause, new ScoredIntent("undo", 0, []), new Subject());
            if (clause.Index.Get(deals[0].Customer) is { } customer) draft.Refer("customer", [customer]);
            if (deals.Count == 1) draft.Refer("deal", deals);
            draft.Slots["act"] = act;
            return draft.ToFrame(1);
        }

        return null;
    }

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
