using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Names that are not known yet, and what stands beside them.</summary>
internal static class NewRecordSlots
{
    /// <summary>Before a family's name.</summary>
    private const char Family = '\u59D3';

    /// <summary>A name with a slip in it that is as long as this is hardly another company's.</summary>
    private const int SureTypo = 8;

    private const string AsA = " as a ";

    /// <summary>The customer that exists already, else the name as typed after the order.</summary>
    public static void Customer(Draft draft)
    {
        if (AddedContact.Is(draft))
        {
            AddedContact.Read(draft);
            return;
        }

        var clause = draft.Clause;
        if (clause.Named(NamedKind.Lead, NameStrength.Short).FirstOrDefault() is { Records: [_] } lead) draft.Refer("lead", lead.Records);
        var known = clause.Named(NamedKind.Customer, NameStrength.Short).FirstOrDefault() ?? clause.Named(NamedKind.Customer).FirstOrDefault(mention => mention.Length >= SureTypo);
        if (known is null && draft.Intent.Intent == "create_deal" && !clause.Named(NamedKind.Deal).Any() && !clause.Named(NamedKind.Contact).Any() && Places.Find(clause).Count == 0) draft.Subject = SubjectFinder.FromContext(clause);
        if (known is null && clause.Strangers.Count == 0 && clause.Focus.Stranger is { } spoken && clause.Words("they") is [var they, ..])
        {
            draft.Slots["customer"] = spoken;
            draft.Use(they, "customer");
            return;
        }

        var name = NewName(draft, known?.Mark);
        var isNew = draft.Intent.Intent is not "create_deal" && known is not null && name is { } wide && CompanyForms.Core(draft.Message.Text.Slice(wide.Start, wide.End).ToString()).Length > known.Length + 1 && !(wide.Start == known.Start && Answers.Covers(clause, known.End, wide.End, [.. draft.Message.Hits.Select(hit => new Mark(hit.Start, hit.End))]));
        if (known is null && name is null && draft.Subject is { Said: false, Customer: not null } && draft.Intent.Intent == "create_deal")
        {
            draft.Refer("customer", draft.Subject.Customers);
        }
        else if (known is not null && !isNew)
        {
            draft.Use(known.Mark, "customer");
            draft.ReferOrAsk("customer", draft.Subject.Customers);
        }
        else if (name is { } place && place.End - place.Start >= 2)
        {
            draft.Slots["customer"] = draft.Message.AsTyped(place.Start, place.End);
            draft.Use(place, "customer");
            if (CapitalNames.Person(clause, place) is { } person) draft.Slots["person"] = draft.Message.AsTyped(person.Start, person.End);
        }
    }

    /// <summary>A company by its form, else by its place. A deal for whom was spoken of before needs none: what else is named is the deal.</summary>
    private static Mark? NewName(Draft draft, Mark? known)
    {
        var clause = draft.Clause;
        var given = GivenName.Find(clause)?.Name;
        var isDeal = draft.Intent.Intent == "create_deal";
        if (clause.Strangers.Where(name => !CapitalNames.IsContact(clause, name)).Where(name => !isDeal || given?.Overlaps(name.Start, name.End) != true).Select(name => (Mark?)name).FirstOrDefault() is { } stranger) return stranger;
        if (!isDeal) return given ?? CapitalNames.Company(clause) ?? Candidate(draft, known);
        var spoken = draft.Subject is { Said: false, Customer: not null };
        if (spoken && (given is not null || clause.Has(Feature.This))) return null;
        if (spoken && clause.Focus is { Fresh: true } or { Looked: true } && given is null && Candidate(draft, known) is { } piece && IsApart(draft, piece)) return null;
        return CapitalNames.Company(clause) is { } capital && given?.Overlaps(capital.Start, capital.End) != true ? capital : given is null ? Candidate(draft, known) : known;
    }

    /// <summary>A Chinese word or two as a breath of their own: “建个商机，过滤机，四十万” is for whom was just spoken of.</summary>
    private static bool IsApart(Draft draft, Mark piece) =>
        Script.IsChinese(draft.Message.Text[piece.Start]) && draft.Clause.Breaths.Skip(1).Any(part => FreeText.Trim(draft.Clause, part.Start, part.End) == (piece.Start, piece.End) && part.Start == piece.Start);

    /// <summary>What the new deal is for: the longest piece that nothing else took; “换滤袋的” is called 换滤袋.</summary>
    public static void DealName(Draft draft)
    {
        if (GivenName.Find(draft.Clause) is { } given && !draft.Used.Exists(used => used.Overlaps(given.Name.Start, given.Name.End) && used.End - used.Start >= given.Name.End - given.Name.Start))
        {
            draft.Slots["deal_name"] = draft.Message.AsTyped(given.Name.Start, given.Name.End);
            draft.Use(given.Name, "deal_name");
            return;
        }

        var cut = TextSlots.Orders(draft).Concat(draft.Used).Concat(draft.Clause.Values.Select(value => value.Mark)).Concat(draft.Clause.Words("deals_word")).Concat(draft.Clause.Words("hedge_word")).Concat(draft.Clause.Words("they")).ToList();
        var orders = TextSlots.Orders(draft).Concat(draft.Used).ToList();
        List<Mark> orderly = [.. cut, .. draft.Clause.Words("create_order"), .. draft.Clause.Marks.Of(Feature.Polite), .. draft.Clause.Marks.Of(Feature.Glue)];
        var pieces = draft.Clause.Breaths.Where(part => !Answers.Covers(draft.Clause, part.Start, part.End, orderly))
            .Select(part => (Name: FreeText.Rest(draft, part.Start, part.End, cut), Apart: !orders.Exists(mark => mark.Overlaps(part.Start, part.End)))).Where(piece => piece.Name is { Length: >= 2 } && !PhraseBook.Standard.Is(piece.Name.Split(' ')[0].ToLowerInvariant(), Feature.Key("[makes]"))).ToList();
        var apart = pieces.Where(piece => piece.Apart && (piece.Name!.Length > 3 || Script.IsChinese(piece.Name[0]))).Select(piece => piece.Name!).ToList();
        if ((apart.Count > 0 ? apart : [.. pieces.Select(piece => piece.Name!)]).MaxBy(name => name.Length) is { } name) draft.Slots["deal_name"] = name.Length > 2 ? name.TrimEnd('的', '嘅') : name;
    }

    public static void Phone(Draft draft)
    {
        if (draft.Clause.ValuesOf(ValueKind.Phone).FirstOrDefault() is not { } phone) return;
        draft.Slots["phone"] = draft.Message.AsTyped(phone.Start, phone.End);
        draft.Use(phone.Mark, "phone");
    }

    public static void Email(Draft draft)
    {
        var text = draft.Message.Text.Text;
        var at = text.IndexOf('@', draft.Clause.From, draft.Clause.To - draft.Clause.From);
        if (at <= draft.Clause.From) return;
        var (start, end) = (at, at + 1);
        while (start > draft.Clause.From && IsAddress(text[start - 1])) start--;
        while (end < draft.Clause.To && IsAddress(text[end])) end++;
        if (start < at && text.AsSpan(at, end - at).Contains('.')) draft.Slots["email"] = draft.Message.AsTyped(start, end).TrimEnd('.');
    }

    /// <summary>The name after “联系人” or "contact".</summary>
    public static string? PersonName(Draft draft)
    {
        var text = draft.Message.Text.Text;
        foreach (var word in draft.Clause.Words("contact_lead").Concat(draft.Clause.Words("contact_word")))
        {
            var start = word.End;
            while (start < draft.Clause.To && text[start] is ' ' or ':') start++;
            // “联系人姓吴，吴主任”: what the family is called names nobody by itself.
            if (start < draft.Clause.To && text[start] == Family) return TitledPeople.Find(draft.Clause, start + 2).FirstOrDefault() is { End: > 0 } person ? draft.Message.AsTyped(person.Start, person.End) : null;
            var end = start;
            if (start >= draft.Clause.To || !char.IsLetter(text[start])) continue;
            if (Script.IsChinese(text[start]))
            {
                while (end < draft.Clause.To && end - start < 4 && Script.IsChinese(text[end])) end++;
            }
            else
            {
                for (var words = 0; words < 2 && end < draft.Clause.To; words++)
                {
                    var stop = end;
                    while (stop < draft.Clause.To && (char.IsLetter(text[stop]) || text[stop] is '\'' or '-')) stop++;
                    if (words > 0 && PhraseBook.Standard.IsLiteral(text[end..stop])) break;
                    end = stop < draft.Clause.To && text[stop] == ' ' && words == 0 ? stop + 1 : stop;
                }
            }

            var name = draft.Message.AsTyped(start, end);
            if (name.Length >= 2 && !PhraseBook.Standard.IsGlue(draft.Message.Text.Slice(start, end).Trim().ToString())) return name;
        }

        return null;
    }

    /// <summary>From the end of the order to the first word or sign that ends a name.</summary>
    private static Mark? Candidate(Draft draft, Mark? known)
    {
        var clause = draft.Clause;
        var order = TextSlots.Orders(draft).Where(mark => mark.End - mark.Start >= 2).Select(mark => (Mark?)mark).FirstOrDefault();
        // An order that stands last has the name before it.
        var (from, to) = order switch
        {
            { } cue when cue.End < clause.To => (cue.End, clause.To),
            { } cue => (clause.From, cue.Start),
            null => (clause.From, clause.To),
        };
        if (order is { } stated && BeforeAs(clause, stated.Start) is { } before) (from, to) = (clause.From, before);
        foreach (var part in Segments.Of(draft.Message.Text.Text, from, to).Where(part => !Introduction.IsSource(clause, part)))
        {
            var stop = clause.Words("name_stop").Where(mark => mark.Start > part.Start + 1 && mark.Start < part.End).Select(mark => mark.Start)
                .Concat(clause.Values.Where(value => value.Start > part.Start && value.Start < part.End).Select(value => value.Start)).DefaultIfEmpty(part.End).Min();
            var (start, end) = FreeText.Trim(clause, AfterOrder(clause, part.Start), stop);
            if (Introduction.PersonAtEnd(draft.Message.Text.Text, start, end) is > 0 and var person) end = person;
            if (end - start >= 2 && !clause.Words("no_name").Any(word => word.Start == start && word.End < end) && !clause.Values.Any(value => value.Mark.Overlaps(start, end))) return new Mark(start, end);
        }

        return known;
    }

    /// <summary>"Add Longwan Pier [as a new customer], they run …": where the name ends; null where no such words lead to the order.</summary>
    private static int? BeforeAs(Clause clause, int order)
    {
        var between = order - clause.From < AsA.Length ? -1 : clause.Message.Text.Text.LastIndexOf(" as ", order - 1, Math.Min(order - clause.From, AsA.Length), StringComparison.Ordinal);
        return between > clause.From ? between : null;
    }

    /// <summary>"Please create the company": words that only order, before a name in small letters.</summary>
    private static int AfterOrder(Clause clause, int start)
    {
        var orders = clause.Words("create_order").Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Marks.Of(Feature.Glue)).ToList();
        for (var moved = true; moved;)
        {
            while (start < clause.To && !char.IsLetterOrDigit(clause.Message.Text[start])) start++;
            var word = orders.Where(word => word.Start == start && (word.End < clause.To || clause.Marks.Of(Feature.Polite).Contains(word))).Select(word => word.End).DefaultIfEmpty(start).Max();
            (moved, start) = (word > start, word);
        }

        return start;
    }

    private static bool IsAddress(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
}
