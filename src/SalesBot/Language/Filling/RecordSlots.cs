using SalesBot.Language.Names;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Records that come along with the subject: products, contracts, quotes.</summary>
internal static class RecordSlots
{
    public static void Product(Draft draft)
    {
        if (draft.Clause.Named(NamedKind.Product).FirstOrDefault() is { } product)
        {
            draft.Refer("product", product.Records.Take(1).ToList());
            draft.Use(product.Mark, "product");
        }
    }

    /// <summary>“前两个加起来多少”: the deals at those places of the last list.</summary>
    public static void Rows(Draft draft)
    {
        if ((draft.Clause.Words("several").Count == 0 && !draft.Clause.Has(Feature.Those)) || (AsksForAll(draft) && (draft.Clause.Words("limit").Count == 0 || !draft.Clause.Has(Feature.Those)))) return;
        draft.Refer("deal", [.. Places.Find(draft.Clause).Where(record => record.Kind == NamedKind.Deal)]);
    }

    /// <summary>"Who put in the second?": one of those just listed. "Is that quote approved yet?": the one of the deal that is spoken of.</summary>
    public static void ShownApproval(Draft draft)
    {
        if ((Places.Find(draft.Clause) is [{ Kind: NamedKind.Approval } one] ? one : Spoken(draft)) is { } shown) draft.Refer("approval_id", [shown]);
    }

    private static NamedRecord? Spoken(Draft draft)
    {
        var clause = draft.Clause;
        if (draft.Subject.Said || clause.Focus.Deal is not { } deal || clause.Words("kind") is not [{ } kind] || !clause.Has(Feature.This) || clause.Focus.List.Select(clause.Index.Get).Any(row => row?.Kind == NamedKind.Approval)) return null;
        return clause.Index.Of(deal, NamedKind.Approval).Where(approval => approval.IsOpen && approval.About == kind.Value && clause.Message.MaySee(approval)).ToList() is [var one] ? one : null;
    }

    /// <summary>A customer as a filter.</summary>
    public static void Customers(Draft draft)
    {
        var subject = draft.Subject;
        var isOfThem = draft.Intent.Intent switch
        {
            "query_deals" => draft.Clause.Words("for_them").Count > 0,
            "list_tasks" => draft.Clause.Words("they").Count > 0,
            "list_payments" => draft.Clause.Words("they").Count > 0 || (draft.Clause.Focus.Contract is not null && draft.Clause.Words("still_owed").Count > 0),
            _ => false,
        };
        if (!subject.Said && !isOfThem) return;
        if (subject.Said && SubjectSlots.Unknown(draft, null)) return;
        if (!isOfThem && AsksForAll(draft)) return;
        if (SubjectSlots.AreRows(draft.Clause)) return;
        if (LeftOut.IsIn(draft.Clause))
        {
            // What is not meant narrows nothing; a list of deals can do without it.
            if (draft.Intent.Intent == "query_deals" && subject.Customers.Count == 1) draft.Refer("except", subject.Customers);
            return;
        }

        if (SubjectSlots.InARow(draft.Clause) is { Count: > 1 } all) draft.Refer("customer", all);
        else if (subject.Customers.Count > 1 && draft.Intent.Intent != "list_tasks") draft.Ask("customer", subject.Customers);
        else if (subject.Customers.Count == 1) draft.Refer("customer", subject.Customers);
        if (draft.Intent.Intent == "list_approvals" && subject.Deal is { } deal) draft.Refer("deal", [deal]);
    }

    /// <summary>“赵磊的单子都给我看看”, "top 5 deals": whose they are, or how many of the best, and no customer: what was looked at before narrows nothing.</summary>
    public static bool AsksForAll(Draft draft) =>
        draft.Intent.Intent == "query_deals" && !draft.Clause.Mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal) && draft.Clause.Words("ordinal").Count == 0
        && (draft.Clause.Words("limit").Count > 0 || draft.Clause.Mentions.Any(mention => mention.Kind is NamedKind.Person or NamedKind.Team));

    public static void Contract(Draft draft) => One(draft, NamedKind.Contract, "contract", contract => contract.Status is not "signed");

    public static void Quote(Draft draft) => One(draft, NamedKind.Quote, "quote", quote => quote.Status is not ("approved" or "rejected"));

    /// <summary>The contract that is being paid: named, in focus, or the customer's only one that is not yet paid.</summary>
    public static void PaidContract(Draft draft) => One(draft, NamedKind.Contract, "contract", contract => contract.Status is "signed" or "active" or null);

    /// <summary>Of several deals the one that the only likely paper belongs to is meant.</summary>
    private static void Take(Draft draft, string slot, NamedRecord paper)
    {
        draft.Refer(slot, [paper]);
        if (draft.Subject.Deals.Count > 1 && draft.Subject.Deals.FirstOrDefault(deal => deal.Key == paper.Deal) is { } own) draft.Settle("deal", own);
    }

    private static void One(Draft draft, NamedKind kind, string slot, Predicate<NamedRecord> likely)
    {
        var clause = draft.Clause;
        var found = clause.Named(kind, NameStrength.Short).SelectMany(mention => mention.Records).ToList();
        if (found.Count == 0)
        {
            found = [.. draft.Subject.Deals.Take(1).Concat(draft.Subject.Customers.Take(1)).SelectMany(parent => clause.Index.Of(parent.Key, kind)).DistinctBy(record => record.Key, StringComparer.Ordinal)];
            if (draft.Subject.Deal is { } deal && found.Exists(record => record.Deal == deal.Key) && slot != "contract") found = found.FindAll(record => record.Deal == deal.Key);
            // Submitted is the contract of the deal that was named, or a new one; what the customer signed of other deals is none of it.
            if (draft.Subject is { Said: true, Deal: { } named } && draft.Intent.Intent == "submit_contract") found.RemoveAll(record => record.Deal != named.Key);
            if (found.Count > 1 && found.Exists(likely)) found = found.FindAll(likely);
        }

        if (found.Count == 0 && !draft.Subject.Said && clause.Index.Get(clause.Focus.Contract) is { } focus && focus.Kind == kind) found = [focus];
        if (found.Count == 1) Take(draft, slot, found[0]);
        else if (found.Count > 1 && draft.Clarify.Count == 0) draft.Ask(slot, found);
    }
}
