using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Free text: what is told and what is to be done.</summary>
internal static class TextSlots
{
    /// <summary>Words of this weight only order a to-do; lighter ones also say what is to be done ("call", "meeting").</summary>
    public const int OnlyOrders = 7;

    /// <summary>Lighter words yet (把, 寄, 去) are what is to be done.</summary>
    private const int Remembers = 4;

    /// <summary>What a ticket, a lead or a piece of feedback says: everything but the words that only order it to be noted, and its date. What is broken (坏了, "is down") also made it a ticket and stays.</summary>
    public static void Content(Draft draft)
    {
        var orders = draft.Clause.Words("note_order").Concat(Used(draft)).ToList();
        // "One enquiry came from Harbor" says nothing beyond who it is.
        if (draft.Intent.Intent == "create_lead" && Without(draft, [.. orders, .. draft.Used, .. Orders(draft, 1), .. draft.Clause.Words("lead_came")]) is null) return;
        Put(draft, "content", Without(draft, orders) ?? Without(draft, []));
    }

    /// <summary>What is to be done; nothing where the words only order ("add a to-do").</summary>
    public static void Deed(Draft draft)
    {
        var clause = draft.Clause;
        if (clause.Words("that_day") is { Count: > 0 } days && Answers.Covers(clause, clause.From, clause.To, [.. days, .. Orders(draft, Remembers), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.This), .. clause.ValuesOf(ValueKind.Time).Select(time => time.Mark)])) return;
        if (IsOnlyFor(draft)) return;
        var deed = Deed(draft, Orders(draft, Remembers)) ?? Deed(draft, Orders(draft, OnlyOrders));
        if (deed is ['我'] or "me" || Scrap.Is(clause, deed)) return;
        if ((deed is null || !PhraseBook.Standard.Is(deed, Feature.Key("[the_same]"))) && Scrap.IsHollow(clause, deed))
        {
            // "The demo for the plant is on the 21st": what has a day of its own is called before the word that leads to the day.
            deed = clause.Words("appointment").Any(word => word.Value == "event") ? Scrap.WithoutEnd(clause, deed) : null;
            draft.Hollow = deed is null;
            if (draft.Hollow) return;
        }

        Put(draft, "content", deed is not null && PhraseBook.Standard.Is(deed, Feature.Key("[the_same]")) ? clause.Focus.LastSlots?.Text("next_step") ?? clause.Focus.LastSlots?.Text("content") : deed);
    }

    /// <summary>“…来公司，[记一下]”, “[两个月没联系了]，明天打个电话”: a breath that only asks to keep what was said, or tells that nobody was in touch.</summary>
    private static IEnumerable<Mark> NoteIt(Clause clause) =>
        clause.Breaths.Where(part => IsSilence(clause, part) || Answers.Covers(clause, part.Start, part.End, [.. clause.Words("note_it"), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle)])).Select(part => new Mark(part.Start, part.End));

    private static bool IsSilence(Clause clause, (int Start, int End) part) =>
        clause.Breaths.Count > 1 && clause.Words("no_contact").Any(word => word.Overlaps(part.Start, part.End)) && !clause.ValuesOf(ValueKind.Date).Any(day => day.Date > clause.Message.Today && day.Mark.Overlaps(part.Start, part.End));

    /// <summary>“给东岭建个待办”, "add a to-do for Harbor": for whom, but not what.</summary>
    private static bool IsOnlyFor(Draft draft)
    {
        var clause = draft.Clause;
        // What a to-do is called is what is to be done.
        var whom = clause.Mentions.Where(mention => mention.Kind != NamedKind.Task).ToList();
        List<Mark> words = [.. Orders(draft, OnlyOrders), .. whom.Select(mention => mention.Mark), .. draft.Used, .. clause.Words("to_word"), .. clause.Words("for_word"), .. clause.Marks.Of(Feature.Polite)];
        if (!clause.Words("to_word").Concat(clause.Words("for_word")).Any(word => whom.Exists(name => name.Start - word.End is 0 or 1)) || !Answers.Covers(clause, clause.From, clause.To, words)) return false;
        if (draft.Subject.Customers.Count > 1 && draft.Clarify.Count == 0) draft.Ask("customer", draft.Subject.Customers);
        return true;
    }

    private static string? Deed(Draft draft, IEnumerable<Mark> orders)
    {
        var said = orders.ToList();
        // "Set her a to-do": whose it is stands in the middle of the order.
        var within = draft.Clause.Words("he").Concat(draft.Clause.Mentions.Where(mention => mention.Kind == NamedKind.Person).Select(mention => mention.Mark)).Where(person => said.Exists(word => person.Start - word.End is 0 or 1) && said.Exists(word => word.Start - person.End is 0 or 1));
        var nods = draft.Clause.Marks.Of(Feature.Yes).Concat(draft.Clause.Words("filler")).Concat(draft.Clause.Words("opener").Where(word => word.End - word.Start > 1)).Where(word => draft.Clause.Marks.IsStart(word.Start) && (word.End == draft.Clause.To || !char.IsLetterOrDigit(draft.Message.Text[word.End])));
        return Without(draft, said.Select(order => WithTo(draft.Clause, order)).Concat(within).Concat(Addressed(draft.Clause, said)).Concat(said.Count > 0 ? nods : []).Concat(Topic(draft.Clause)).Concat(Used(draft)).Concat(Errands.Of(draft.Clause)).Concat(Errands.OfTeam(draft.Clause) is { } team ? [team] : []).Concat(Errands.Told(draft.Clause)).Concat(Errands.Mine(draft.Clause)).Concat(Errands.Must(draft.Clause)).Concat(Errands.Grants(draft.Clause)).Concat(NoteIt(draft.Clause)).Concat(FollowUpSlots.Changes(draft.Clause)), deed: true);
    }

    /// <summary>“[给陈浩]安排个事，…”, "assign a to-do [to Kevin]: …": for whom, beside the words of the order.</summary>
    private static IEnumerable<Mark> Addressed(Clause clause, List<Mark> orders)
    {
        return clause.Words("to_word").Concat(clause.Words("for_word")).SelectMany(lead => clause.Mentions.Where(person => person.Kind == NamedKind.Person && clause.IsBlank(lead.End, person.Start) && orders.Exists(order => clause.IsBlank(order.End, lead.Start) || clause.IsBlank(person.End, order.Start))).Select(person => new Mark(lead.Start, person.End)));
    }

    /// <summary>“对了 凌云那个 [让赵磊]写…”: what stands before whoever is to do it is what it is about, which is known.</summary>
    private static IEnumerable<Mark> Topic(Clause clause) =>
        clause.Has(Feature.Errand) && Errands.Of(clause).FirstOrDefault() is { End: > 0 } errand ? [new Mark(clause.From, errand.End)] : [];

    /// <summary>"Remind me to", “提醒[我]”: what follows is to be done.</summary>
    private static Mark WithTo(Clause clause, Mark order)
    {
        var next = clause.Words("errand_to").Where(word => word.Start == order.End + 1 && clause.Message.Text[order.End] == ' ').Concat(Errands.Mine(clause, order.End)).FirstOrDefault();
        return next.End > 0 ? new Mark(order.Start, next.End) : order;
    }

    /// <summary>The words that made it this order, strongest first.</summary>
    public static IEnumerable<Mark> Orders(Draft draft, int weight = 3) => draft.Intent.Reasons.Where(reason => reason.Rule.OnlyOrders && reason.Rule.Weight >= weight).OrderByDescending(reason => reason.Rule.Weight)
        .SelectMany(reason => reason.Words).Where(word => word.End > word.Start && !draft.Clause.Mentions.Any(mention => mention.Mark.Overlaps(word.Start, word.End)));

    /// <summary>Places that other slots took, names left out: they belong to what is to be done.</summary>
    private static IEnumerable<Mark> Used(Draft draft)
    {
        var names = draft.Clause.Names;
        return draft.Used.Where(mark => !names.Contains(mark));
    }

    private static string? Without(Draft draft, IEnumerable<Mark> cut, bool deed = false) => FreeText.Rest(draft, draft.Clause.From, draft.Clause.To, cut, deed);

    public static void Put(Draft draft, string slot, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) draft.Slots[slot] = text;
    }
}
