using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Tells records of like names apart by what else stands in the clause, and last by the focus.</summary>
internal static class Narrowing
{
    private static readonly string[] Changes = ["set_to", "set_it", "moves", "move_to", "lose_order", "paper", "submit_word"];

    public static IReadOnlyList<NamedRecord> Customers(Clause clause, IReadOnlyList<NamedRecord> customers, IReadOnlyList<NamedRecord> contacts)
    {
        if (customers.Count < 2) return customers;
        customers = Prefer(customers, customer => contacts.Any(contact => Same(contact.Customer, customer.Key)));
        var tails = clause.Named(NamedKind.Customer, NameStrength.Tail).Where(mention => mention.Strength == NameStrength.Tail).SelectMany(mention => mention.Records).Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
        customers = Prefer(customers, customer => tails.Contains(customer.Key));
        customers = Prefer(customers, customer => clause.Index.Of(customer.Key, NamedKind.Deal).Any(deal => Describes(clause, deal, customer)));
        return ByFocus(clause, customers);
    }

    public static IReadOnlyList<NamedRecord> Deals(Clause clause, IReadOnlyList<NamedRecord> deals, Mention? mention) =>
        deals.Count < 2 || mention is null ? deals : ByFocus(clause, deals);

    /// <summary>The deals of one customer that the words allow: those whose own part of the name is said, else all open ones, else all.</summary>
    public static IReadOnlyList<NamedRecord> DealsOf(Clause clause, NamedRecord customer, Mention? mention)
    {
        var all = clause.Index.Of(customer.Key, NamedKind.Deal).Where(clause.Message.MaySee).OrderBy(deal => deal.Key, StringComparer.Ordinal).ToList();
        var described = BestDescribed(clause, all, customer);
        var open = all.FindAll(deal => deal.IsOpen);
        // A word or two of what is won or lost may be of anything, while there are others to speak of.
        var isOver = described.Count > 0 && open.Count > 0 && !described.Exists(deal => deal.IsOpen) && !clause.Has(Feature.Question) && !described.Exists(deal => Spells(clause, deal) || clause.Named(NamedKind.Deal).Any(name => name.Records.Any(named => named.Key == deal.Key)));
        if (described.Count > 0 && !isOver) return described.Exists(deal => deal.IsOpen) ? described.FindAll(deal => deal.IsOpen) : described;
        if (open.Count > 1 && BestOf(open, deal => Pieces.Of(clause, deal, customer)) is [var hinted]) return [hinted];
        return open.Count > 1 && mention is null ? ByFocus(clause, open) : open.Count > 0 ? ByFocus(clause, open) : all;
    }

    public static IReadOnlyList<NamedRecord> ByFocus(Clause clause, IReadOnlyList<NamedRecord> records)
    {
        if (records.Count < 2) return records;
        var focus = clause.Focus;
        var spoken = Prefer(records, record => Same(record.Key, focus.Deal) || Same(record.Key, focus.Customer) || Same(clause.Index.Get(focus.Deal)?.Customer, record.Key));
        return spoken.Count < records.Count ? spoken : Prefer(records, record => Same(record.Customer, focus.Customer));
    }

    /// <summary>Those of them that the words describe; "the jail heat pumps" is none that has only the heat pumps.</summary>
    public static List<NamedRecord> BestDescribed(Clause clause, IEnumerable<NamedRecord> deals, NamedRecord? customer) => BestOf(deals, deal => Described(clause, deal, customer));

    /// <summary>Those of them that are named by most.</summary>
    public static List<NamedRecord> BestOf(IEnumerable<NamedRecord> deals, Func<NamedRecord, IEnumerable<Mark>> naming)
    {
        var traces = new List<Trace>();
        foreach (var deal in deals)
        {
            var trace = new Trace(deal, []);
            foreach (var word in naming(deal)) trace.Add(word.Start, word.End);
            if (trace.Places.Count > 0) traces.Add(trace);
        }

        return Trace.Best(traces).ConvertAll(trace => trace.Record);
    }

    /// <summary>The part of the deal's name that is not its customer's stands in the clause (“MES”, “能耗”, “tracking”).</summary>
    public static bool Describes(Clause clause, NamedRecord deal, NamedRecord? customer) => Described(clause, deal, customer).Any();

    /// <summary>The deal is called by its own part of the name in one of the ways that name nothing else.</summary>
    public static bool Calls(Clause clause, NamedRecord deal) => Singles(clause, deal) || Leads(clause, deal) || Spells(clause, deal);

    /// <summary>Such a part, and a word for a deal right after it, or that it is about that: “备件那单”, "the training one", "it is about the MES".</summary>
    private static bool Singles(Clause clause, NamedRecord deal) =>
        (clause.Words("concerns").Concat(clause.Words("same_look").Where(word => clause.Marks.IsStart(word.Start) && clause.Has(Feature.Question))).FirstOrDefault() is { End: > 0 } concerns && Described(clause, deal, null).Any(word => word.Start >= concerns.End)) || Described(clause, deal, null).Any(word => clause.Words("one_word").Any(one => one.Start == word.End || (one.Start == word.End + 1 && clause.Message.Text[word.End] == ' ')));

    /// <summary>All of what the deal is called beyond its customer's name, of two words or more than two characters.</summary>
    public static bool Spells(Clause clause, NamedRecord deal)
    {
        var own = DealWords.Of(deal, clause.Index.Get(deal.Customer)).ToList();
        if (own.Count < 2 && !(own is [var one] && one.Length > 2 && Script.IsChinese(one[0]))) return false;
        var said = Described(clause, deal, clause.Index.Get(deal.Customer)).OrderBy(mark => mark.Start).ToList();
        return said.Count >= own.Count && said.Zip(said.Skip(1)).All(pair => pair.Second.Start - pair.First.End <= 1) && own.TrueForAll(word => said.Exists(mark => OwnWords.InBothNumbers(word).Contains(clause.Message.Text.Text[mark.Start..mark.End], StringComparer.Ordinal)));
    }

    /// <summary>“能耗改回145万”, "spares to 40k": all of its own part of the name begins the clause, and what is to become of it follows at once.</summary>
    public static bool IsChanged(Clause clause, NamedRecord deal) => Leading(clause, deal).Any(word =>
        Changes.SelectMany(clause.Words).Concat(clause.ValuesOf(ValueKind.Money).Select(value => value.Mark)).Any(change => change.Start >= word.End && Answers.Covers(clause, word.End, change.Start, [.. clause.Words("field"), .. clause.Words("one_word"), .. clause.Marks.Of(Feature.Glue)])));

    /// <summary>All of its own part of the name begins the clause: “备件也推一步”, “我说的是备件”.</summary>
    private static bool Leads(Clause clause, NamedRecord deal) => Leading(clause, deal).Any();

    private static IEnumerable<Mark> Leading(Clause clause, NamedRecord deal)
    {
        List<Mark> before = [.. clause.Words("filler"), .. clause.Words("correction"), .. clause.Marks.Of(Feature.Polite), .. clause.Words("connector")];
        var whole = DealWords.Of(deal, clause.Index.Get(deal.Customer)).Sum(word => word.Length);
        return Described(clause, deal, null).Where(word => word.End - word.Start == whole && Answers.Covers(clause, clause.From, word.Start, before));
    }

    /// <summary>Where words of the deal's own part of its name stand.</summary>
    public static IEnumerable<Mark> Described(Clause clause, NamedRecord deal, NamedRecord? customer)
    {
        customer ??= clause.Index.Get(deal.Customer);
        var text = clause.Message.Text.Text;
        foreach (var word in DealWords.Of(deal, customer).SelectMany(OwnWords.InBothNumbers))
        {
            for (var at = text.IndexOf(word, clause.From, clause.To - clause.From, StringComparison.Ordinal); at >= 0; at = at + 1 < clause.To ? text.IndexOf(word, at + 1, clause.To - at - 1, StringComparison.Ordinal) : -1)
            {
                var end = at + word.Length;
                if (Script.IsEdge(text, at) && Script.IsEdge(text, end) && !InName(clause, at, end)) yield return new Mark(at, end);
            }
        }
    }

    public static bool InName(Clause clause, int start, int end) =>
        clause.Mentions.Any(mention => mention.Kind == NamedKind.Customer && mention.Strength >= NameStrength.Short && mention.Start <= start && end <= mention.End);

    private static IReadOnlyList<NamedRecord> Prefer(IReadOnlyList<NamedRecord> records, Func<NamedRecord, bool> better)
    {
        var some = records.Where(better).ToList();
        return some.Count > 0 ? some : records;
    }

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.Ordinal);
}
