using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// From names to the customer and deal that are meant: a name that fits two is narrowed by whatever else the clause says (a contact, a product,
/// the descriptive part), then by the focus; what is still open stays a list, and the bot asks.
/// </summary>
internal static class SubjectFinder
{
    public static Subject Find(Clause clause)
    {
        var said = Said(clause);
        var named = clause.Named(NamedKind.Customer).Any() || clause.Named(NamedKind.Deal).Any();
        // "Second one: Earl wants references": the row is named by its place, a person only tells.
        if (!named && clause.Words("ordinal").Any(word => clause.Marks.IsStart(word.Start)) && FromPlace(clause) is { } row) return row with { Contacts = Of([.. clause.Named(NamedKind.Contact, NameStrength.Short).SelectMany(mention => mention.Records)], row.Customers) };
        if (!named && clause.Strangers is [var stranger, ..]) return new Subject { Unknown = stranger, Said = true };
        if (said.Customers.Count > 0 || said.Deals.Count > 0) return AtPlace(clause, said) ?? said with { Said = true };
        return FromPlace(clause) ?? FromSibling(clause) ?? FromHint(clause) ?? FromContext(clause);
    }

    private static Subject Said(Clause clause)
    {
        var contacts = clause.Named(NamedKind.Contact, NameStrength.Short).SelectMany(mention => mention.Records).ToList();
        var dealMention = clause.Named(NamedKind.Deal).OrderByDescending(mention => mention.Strength).FirstOrDefault();
        var customerMention = clause.Named(NamedKind.Customer).OrderByDescending(mention => mention.Strength).ThenBy(mention => mention.Start).FirstOrDefault();
        var deals = dealMention?.Records ?? [];
        if (customerMention is null || (dealMention is not null && dealMention.Length > customerMention.Length && dealMention.Mark.Overlaps(customerMention.Start, customerMention.End)))
        {
            if (deals.Count > 0) return OfDeals(clause, Narrowing.Deals(clause, deals, dealMention), contacts);
            var employers = contacts.Select(contact => contact.Customer).OfType<string>().Distinct(StringComparer.Ordinal).Select(clause.Index.Get).OfType<NamedRecord>().ToList();
            return employers.Count == 0 ? new Subject() : OfCustomers(clause, Narrowing.Customers(clause, employers, contacts), contacts, null);
        }

        var customers = Narrowing.Customers(clause, customerMention.Records, contacts);
        if (deals.Count > 0)
        {
            var own = deals.Where(deal => customers.Any(customer => string.Equals(deal.Customer, customer.Key, StringComparison.Ordinal))).ToList();
            if (own.Count > 0) return OfDeals(clause, own, contacts);
        }

        return OfCustomers(clause, customers, contacts, customerMention);
    }

    private static Subject OfDeals(Clause clause, IReadOnlyList<NamedRecord> deals, IReadOnlyList<NamedRecord> contacts)
    {
        var customers = deals.Select(deal => clause.Index.Get(deal.Customer)).OfType<NamedRecord>().DistinctBy(customer => customer.Key, StringComparer.Ordinal).ToList();
        return new Subject { Customers = customers, Deals = deals, Contacts = Of(contacts, customers) };
    }

    private static Subject OfCustomers(Clause clause, IReadOnlyList<NamedRecord> customers, IReadOnlyList<NamedRecord> contacts, Mention? mention)
    {
        var deals = customers.Count == 1 ? Narrowing.DealsOf(clause, customers[0], mention) : [];
        return new Subject { Customers = customers, Deals = deals, Contacts = Of(contacts, customers) };
    }

    private static List<NamedRecord> Of(IReadOnlyList<NamedRecord> contacts, IReadOnlyList<NamedRecord> customers) =>
        [.. contacts.Where(contact => customers.Any(customer => string.Equals(customer.Key, contact.Customer, StringComparison.Ordinal)))];

    /// <summary>"Second one: Earl wants references": the deal at that place, where whoever is named belongs to its customer.</summary>
    private static Subject? AtPlace(Clause clause, Subject said) =>
        said is { Customer: { } customer, Deal: null } && Places.AreSaid(clause) && Places.Find(clause) is [{ Kind: NamedKind.Deal } deal] && deal.Customer == customer.Key
            ? said with { Deals = [deal], Said = true } : null;

    /// <summary>“第二个”, "#3": a place in what was last shown.</summary>
    private static Subject? FromPlace(Clause clause) =>
        Places.Find(clause).FirstOrDefault() is { } record ? FromRecord(clause, record) with { Said = true } : null;

    /// <summary>Another deal of the customer that is spoken of: "the training one", “备件也推一步”.</summary>
    public static Subject? FromSibling(Clause clause)
    {
        if (clause.Index.Get(clause.Focus.Deal) is not { Customer: { } customer } spoken || Narrowing.Calls(clause, spoken)) return null;
        var others = clause.Index.Of(customer, NamedKind.Deal).Where(deal => deal.Key != spoken.Key && deal.IsOpen && clause.Message.MaySee(deal) && Narrowing.Calls(clause, deal)).ToList();
        return others.Count > 0 ? OfDeals(clause, others, []) with { Said = true } : null;
    }

    /// <summary>Another deal of the customer that is spoken of, by no more than its own words: "sorry, autosampler I meant".</summary>
    public static Subject? Sibling(Clause clause)
    {
        if (clause.Index.Get(clause.Focus.Deal) is not { Customer: { } customer } spoken || Narrowing.Describes(clause, spoken, null)) return null;
        var others = Narrowing.BestDescribed(clause, clause.Index.Of(customer, NamedKind.Deal).Where(deal => deal.Key != spoken.Key && deal.IsOpen && clause.Message.MaySee(deal)), null);
        return others.Count > 0 ? OfDeals(clause, others, []) with { Said = true } : null;
    }

    /// <summary>"The solvents stock order we won from them": a deal of the customer that is spoken of, won and lost ones too, by several of its own words.</summary>
    private static Subject? FromCustomer(Clause clause)
    {
        if (clause.Focus.Deal is not null || clause.Focus.Customer is not { } customer) return null;
        var own = clause.Index.Of(customer, NamedKind.Deal).Where(clause.Message.MaySee).Where(deal => Narrowing.Described(clause, deal, null).Select(word => word.Start).Distinct().Count() > 1);
        return Narrowing.BestDescribed(clause, own, null) is { Count: > 0 } deals ? OfDeals(clause, deals, []) with { Said = true } : null;
    }

    /// <summary>Only the descriptive part: a deal or customer in focus, in the last list or of the speaker that alone carries it.</summary>
    public static Subject? FromHint(Clause clause)
    {
        if (FromCustomer(clause) is { } theirs) return theirs;
        var hints = clause.Named(NamedKind.Customer, NameStrength.Tail).SelectMany(mention => mention.Records).Where(record => Near(clause, record)).ToList();
        if (hints.Count == 0 && clause.Focus.Deal is not null && !clause.Has(Feature.DealsWord) && !clause.Has(Feature.This)) return FromSpelled(clause);
        var descriptors = HintedDeals.Of(clause);
        if (descriptors.Count > 0) return OfDeals(clause, Narrowing.ByFocus(clause, descriptors), []) with { Said = true };
        return hints.Count > 0 ? OfCustomers(clause, Narrowing.ByFocus(clause, hints), [], null) with { Said = true } : null;
    }

    /// <summary>"Push the cup sealer to proposal", “能耗改回145万” while another deal is spoken of: all of what one of the speaker's is called. A report may tell of anything.</summary>
    private static Subject? FromSpelled(Clause clause) =>
        !clause.Has(Feature.Touched) && HintedDeals.Of(clause).FindAll(deal => Narrowing.Spells(clause, deal) || Narrowing.IsChanged(clause, deal)) is { Count: > 0 } spelled ? OfDeals(clause, Narrowing.ByFocus(clause, spelled), []) with { Said = true } : null;

    private static bool Near(Clause clause, NamedRecord record) =>
        HintedDeals.Owners(clause).Contains(record.Owner, StringComparer.Ordinal)
        || string.Equals(record.Key, clause.Focus.Customer, StringComparison.Ordinal)
        || clause.Focus.List.Contains(record.Key, StringComparer.Ordinal)
        || clause.Focus.Choices.Contains(record.Key, StringComparer.Ordinal)
        || IsNamesake(record, clause.Index.Get(clause.Focus.Customer ?? clause.Index.Get(clause.Focus.Deal)?.Customer))
        || (record.InPool && clause.Has(Feature.Key("[claim_word]")));

    /// <summary>"And the retail one?" when Northgate Logistics was spoken of: Northgate Retail begins with the same word.</summary>
    private static bool IsNamesake(NamedRecord record, NamedRecord? spoken)
    {
        if (spoken is null || record.Kind != NamedKind.Customer) return false;
        var same = 0;
        while (same < record.Name.Length && same < spoken.Name.Length && record.Name[same] == spoken.Name[same]) same++;
        return same > 0 && (Script.IsChinese(record.Name[0]) ? same >= 2 : same >= 3 && record.Name.AsSpan(0, same).Contains(' '));
    }

    /// <summary>What was spoken of before.</summary>
    public static Subject FromContext(Clause clause)
    {
        var record = clause.Index.Get(clause.Focus.Deal) ?? clause.Index.Get(clause.Focus.Contract) ?? clause.Index.Get(clause.Focus.Customer) ?? clause.Index.Get(clause.Focus.Approval ?? clause.Focus.Filled?.Text("approval_id"));
        return record is null ? new Subject() : FromRecord(clause, record);
    }

    private static Subject FromRecord(Clause clause, NamedRecord record)
    {
        if (record.Kind == NamedKind.Deal) return OfDeals(clause, [record], []);
        if (record.Kind == NamedKind.Customer) return OfCustomers(clause, [record], [], null);
        if (clause.Index.Get(record.Deal) is { } deal) return OfDeals(clause, [deal], []);
        return clause.Index.Get(record.Customer) is { } customer ? OfCustomers(clause, [customer], [], null) : new Subject();
    }
}
