using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>What an intent is about, by the line <c>needs</c> of its file: the record, or the question which one.</summary>
internal static class SubjectSlots
{
    public static void Fill(Draft draft, string needs)
    {
        switch (needs)
        {
            case "deal": Deal(draft); break;
            case "customer" or "focus" or "ticket" or "promise": Customer(draft, needs); break;
            case "new_customer": NewRecordSlots.Customer(draft); break;
            case "approval": Approval(draft); break;
            case "decision": Decision(draft); break;
            case "task": Task(draft); break;
            default: Mentioned(draft); break;
        }
    }

    private static void Deal(Draft draft)
    {
        if (Unknown(draft, draft.Subject.Said ? null : Stranger.Find(draft.Clause))) return;
        var subject = draft.Subject;
        // “第三个改成50万” of nothing that was shown means no other.
        if (!subject.Said && Places.Unmet(draft.Clause) is not null && !PhraseBook.Standard.Noted.Contains(draft.Intent.Intent)) return;
        UseNames(draft);
        if (Compared(draft) is { Count: > 1 } compared) draft.Refer("deal", compared);
        else if (subject.Customers.Count > 1 && subject.Deals.Count == 0) draft.Ask("customer", subject.Customers);
        else if (subject.Deals.Count > 1) draft.Ask("deal", subject.Deals);
        else
        {
            draft.Refer("deal", subject.Deals);
            draft.Refer("customer", subject.Customers);
        }
    }

    /// <summary>“南粤AGV和设备云 哪个先签”: two deals on purpose, to be shown side by side, not to choose from.</summary>
    private static IReadOnlyList<NamedRecord> Compared(Draft draft)
    {
        if (draft.Intent.Intent != "show_deal" || draft.Clause.Words("which_of").Count == 0) return [];
        var named = draft.Clause.Named(NamedKind.Deal, NameStrength.Short).Where(mention => mention.Records.Count == 1).Select(mention => mention.Records[0]).DistinctBy(deal => deal.Key, StringComparer.Ordinal).ToList();
        return named.Count > 1 ? named : draft.Subject.Deals;
    }

    private static void Customer(Draft draft, string needs)
    {
        if (Unknown(draft, null)) return;
        var subject = draft.Subject;
        UseNames(draft);
        if (draft.Intent.Intent == "snooze" && Places.Find(draft.Clause) is [{ Kind: NamedKind.Task } task] && TaskAnew.Of(draft.Clause).Count == 0)
        {
            draft.Refer("task", [task]);
            return;
        }

        if (draft.Intent.Intent == "snooze" && TaskMoved.Of(draft.Clause) is { Count: > 0 } moved)
        {
            draft.ReferOrAsk("task", moved);
            return;
        }

        if (Several(draft) is { Count: > 1 } all)
        {
            draft.Refer("customer", all);
            return;
        }

        // "Are they with us already?" of a company that is just being recorded.
        if (subject is { Customers.Count: 0, Deals.Count: 0 } && draft.Clause.Words("they").Count > 0 && (draft.Clause.Focus.Filled?.Text("customer_text") ?? draft.Clause.Focus.Stranger) is { } stranger) draft.Slots["customer"] = stranger;
        draft.ReferOrAsk("customer", subject.Customers);
        if (subject.Contacts.Count == 1) draft.Refer("person", subject.Contacts);
        var dealMeant = draft.Clause.Named(NamedKind.Deal, NameStrength.Short).Any() || draft.Clause.Focus.Deal is not null || (needs == "focus" && !subject.Said) || (subject.Deal is not null && Places.AreSaid(draft.Clause));
        // “把这个客户转给他” with a deal in view still speaks of all of it.
        if (draft.Intent.Intent == "assign_customer" && draft.Clause.Has(Feature.ThisCustomer)) return;
        if (draft.Intent.Intent == "log_followup" && OfTask(draft) is { } own)
        {
            draft.Refer("deal", [own]);
            return;
        }

        if (subject.Deal is { } deal && (dealMeant || subject.Customers.Count == 0 || IsDescribed(draft, deal)) && !IsOver(draft, deal)) draft.Refer("deal", [deal]);
    }

    /// <summary>"Emailed Dana the specs": told in the words of one of the speaker's to-dos, of whose deal it is where no deal is named.</summary>
    private static NamedRecord? OfTask(Draft draft) =>
        !draft.Clause.Named(NamedKind.Deal, NameStrength.Short).Any() && draft.Subject is { Said: true, Customers: [var customer] } && draft.Clause.Descriptive.Count == 0 && TaskMatch.Spelled(draft.Clause.Part(draft.Clause.From, draft.Clause.Breaths[0].End)) is [var task] && draft.Clause.Index.Get(task.Deal) is { IsOpen: true } deal && deal.Customer == customer.Key ? deal : null;

    /// <summary>“昨天跟于科聊了，MES…” at a customer whose MES was lost: nobody goes on with what is won or lost unless all of its name is said, or it is what was spoken of.</summary>
    private static bool IsOver(Draft draft, NamedRecord deal) =>
        !deal.IsOpen && draft.Intent.Intent is "log_followup" or "add_task" && !(draft.Clause.Focus.Deal == deal.Key && !draft.Subject.Said)
        && !(draft.Clause.Named(NamedKind.Deal, NameStrength.Short).Any(name => name.Records.Contains(deal)) && Reading.DealWords.Of(deal, draft.Subject.Customer).All(word => draft.Clause.Span.Contains(word, StringComparison.Ordinal)));

    /// <summary>“桂冠和闽江都给小汪”: all of them change hands.</summary>
    private static List<NamedRecord> Several(Draft draft) =>
        draft.Intent.Intent is "assign_customer" or "claim_customer" or "release_customer" || (draft.Intent.Intent == "log_followup" && Reached.All(draft.Clause)) ? InARow(draft.Clause) : [];

    /// <summary>Customers in a row, joined by "and".</summary>
    public static List<NamedRecord> InARow(Clause clause)
    {
        var names = clause.Named(NamedKind.Customer, NameStrength.Short).Where(mention => mention.Records.Count == 1).OrderBy(mention => mention.Start).ToList();
        var joined = names.Where((name, i) => (i > 0 && IsJoined(clause, names[i - 1].End, name.Start)) || (i + 1 < names.Count && IsJoined(clause, name.End, names[i + 1].Start)));
        return [.. joined.Select(name => name.Records[0]).DistinctBy(record => record.Key, StringComparer.Ordinal)];
    }

    /// <summary>Nothing but "and" or a blank between.</summary>
    public static bool IsJoined(Clause clause, int from, int to) =>
        (from <= to && clause.Message.Text.Slice(from, to).Trim() is "" or "," or "\u3001") ||
        clause.Words("and").Any(word => word.Start >= from && word.End <= to && clause.IsBlank(from, word.Start) && clause.IsBlank(word.End, to));

    /// <summary>A name of nobody is what was said; nothing that was spoken of before takes its place.</summary>
    /// <param name="guess">What may be such a name, where the words have none that surely is.</param>
    public static bool Unknown(Draft draft, Mark? guess)
    {
        if ((draft.Subject.Unknown ?? guess) is not { } name) return false;
        if (Beginnings.Of(draft.Clause, name) is { Count: > 1 } begun)
        {
            draft.Subject = new Subject { Customers = begun, Said = true };
            draft.Ask("customer", begun);
            draft.Use(name, "customer");
            return true;
        }

        draft.Subject = new Subject { Unknown = name, Said = true };
        draft.Slots["customer"] = draft.Message.AsTyped(name.Start, name.End);
        draft.Near = Nearest.To(draft.Clause, name);
        draft.Use(name, "customer");
        return true;
    }

    private static bool IsDescribed(Draft draft, NamedRecord deal) => Narrowing.Describes(draft.Clause, deal, draft.Subject.Customer);

    private static void Approval(Draft draft)
    {
        UseNames(draft);
        IReadOnlyList<Mark> cues = [.. TextSlots.Orders(draft).OrderBy(cue => cue.Start)];
        var meant = NamedApprovals.Meant(draft.Clause, cues);
        var listed = draft.Clause.Focus.List.ToList();
        IReadOnlyList<NamedRecord> AsListed(IEnumerable<NamedRecord> records) => [.. records.OrderBy(record => listed.IndexOf(record.Key) is var at and >= 0 ? at : listed.Count)];
        var places = Places.Find(draft.Clause).Where(record => record.Kind == NamedKind.Approval).ToList();
        if (places.Count == 0 && meant is { Named: false, Unmet: null } && Unknown(draft, null)) return;
        if (places.Count > 0 && (Places.AreSaid(draft.Clause) || (!meant.Named && NamedApprovals.IsAll(draft.Clause, cues)))) draft.Refer("approval_id", places);
        else if (places.Count == 0 && !meant.Named && Places.Unmet(draft.Clause) is { } beyond) draft.Slots["approval_id"] = draft.Message.AsTyped(beyond.Start, beyond.End);
        else if (meant.Unmet is { } unmet) draft.Slots["approval_id"] = draft.Message.AsTyped(unmet.Start, unmet.End);
        else if (PaperParts.Doubtful(draft.Clause).Except(meant.Records).ToList() is { Count: > 0 } others) draft.Ask("approval_id", AsListed(meant.Records.Concat(others)));
        else if (meant.Sure) draft.Refer("approval_id", meant.Records);
        else draft.Ask("approval_id", AsListed(meant.Records));
    }

    /// <summary>The one that is named, in view or alone; nothing is decided, so of several none need be chosen.</summary>
    private static void Decision(Draft draft)
    {
        var (waiting, named) = (draft.Message.Desk.Waiting, NamedApprovals.Named(draft.Clause));
        if (named.Count == 0 && draft.Subject is { Said: true, Customers: [var customer] })
        {
            draft.Refer("customer", [customer]);
            return;
        }

        var meant = named.Count > 0 ? named : [.. waiting.Where(approval => waiting.Count == 1 || approval.Key == draft.Clause.Focus.Approval)];
        if (meant.Count == 1) draft.Refer("approval_id", meant);
    }

    private static void Task(Draft draft)
    {
        var (tasks, sure) = Ticks.Of(draft.Clause, TextSlots.Orders(draft, 1));
        // "This is done" of the only row that was shown.
        if (!sure && draft.Clause.Focus.List is [var only] && draft.Clause.Index.Get(only) is { Kind: NamedKind.Task } shown && (tasks.Count == 0 ? draft.Clause.Has(Feature.This) : tasks.Contains(shown))) (tasks, sure) = ([shown], true);
        if (!sure) draft.Ask("task", tasks);
        else draft.Refer("task", tasks);
    }

    /// <summary>Nothing is needed, but a customer or deal that was named is kept.</summary>
    private static void Mentioned(Draft draft)
    {
        var isTask = draft.Intent.Intent == "add_task";
        if (!isTask && LeftOut.IsIn(draft.Clause)) return;
        if (isTask && Unknown(draft, null)) return;
        if (isTask && !draft.Subject.Said && Errands.OfTeam(draft.Clause) is null && Leans(draft)) Again.CarryFocus(draft);
        // “它批了没” asks for that of the deal in view.
        if (draft.Intent.Intent == "list_approvals" && !draft.Subject.Said && draft.Clause.Marks.Of(Feature.This).Any(word => !draft.Clause.Words("period").Any(span => span.Overlaps(word.Start, word.End))) && draft.Clause.Index.Get(draft.Clause.Focus.Deal) is { Kind: NamedKind.Deal } viewed) draft.Refer("deal", [viewed]);
        if (!draft.Subject.Said || draft.Subject.Customers.Count != 1 || AreRows(draft.Clause) || RecordSlots.AsksForAll(draft)) return;
        draft.Refer("customer", draft.Subject.Customers);
        if (draft.Clause.Named(NamedKind.Deal, NameStrength.Short).Any() && draft.Subject.Deal is { } deal && !IsOver(draft, deal)) draft.Refer("deal", draft.Subject.Deals);
        if (draft.Subject.Contacts.Count == 1) draft.Refer("person", draft.Subject.Contacts);
    }

    /// <summary>“给他们回电话”, "send the quote" is of whoever is spoken of; “交周报”, "book the dentist" of nobody. Words that only order a to-do say nothing else, so that it is what was spoken of.</summary>
    private static bool Leans(Draft draft)
    {
        var clause = draft.Clause;
        if (clause.Words("in_house").Count > 0 || IsForAnothersOwn(clause) || IsAnothersAlone(clause) || NamesAnother(clause)) return false;
        if (clause.Words("leans").Count > 0 || clause.Has(Feature.This) || clause.Words("they").Count > 0 || clause.Words("he").Count > 0 || clause.Has(Feature.Contact) || clause.Words("ahead").Count > 0 || clause.Words("beforehand").Count > 0 || clause.Words("the_same").Count > 0) return true;
        List<Mark> orders = [.. TextSlots.Orders(draft), .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Words("filler"), .. clause.Words("opener"), .. clause.Words("remind_me"), .. clause.Words("task_word")];
        return Answers.Covers(clause, clause.From, clause.To, orders);
    }

    /// <summary>“提醒我给余总回电话”: somebody with a title who is nobody of the customer in view, nor of any other.</summary>
    private static bool NamesAnother(Clause clause) =>
        TitledPeople.Find(clause, clause.From).Any(person => !clause.Mentions.Any(name => name.Mark.Overlaps(person.Start, person.End)));

    /// <summary>“提醒刘晨今天补一下拜访记录”: a colleague's to-do that points at nobody is of no customer, whoever was spoken of.</summary>
    private static bool IsAnothersAlone(Clause clause) =>
        Errands.Of(clause).Any(errand => clause.Marks.Of(Feature.PersonOther).Any(person => person.Overlaps(errand.Start, errand.End))) && !clause.Has(Feature.This) && clause.Words("third").Count == 0 && clause.Words("they").Count == 0 && clause.Words("he").Count == 0 && !clause.Has(Feature.Contact) && clause.Words("the_same").Count == 0;

    /// <summary>"Remind Kevin to send the contract draft" with Sofia's deal in view: whoever does the same work as its owner has deals of their own.</summary>
    private static bool IsForAnothersOwn(Clause clause)
    {
        if (clause.Has(Feature.This) || clause.Index.Get(clause.Focus.Deal) is not { Owner: { } owner } || clause.Index.Get(owner) is not { Role: { } role }) return false;
        return clause.Named(NamedKind.Person).SelectMany(person => person.Records).Where(person => person.Key != clause.Message.Person).ToList() is { Count: > 0 } people && people.TrueForAll(person => person.Key != owner && person.Role == role);
    }

    /// <summary>Several of the last list are meant, so that the customer of the first is not.</summary>
    public static bool AreRows(Clause clause) =>
        !clause.Named(NamedKind.Customer).Any() && !clause.Named(NamedKind.Deal).Any() && Places.Find(clause).Count > 1;

    private static void UseNames(Draft draft)
    {
        foreach (var mention in draft.Clause.Mentions.Where(mention => mention.Strength >= NameStrength.Sound && mention.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact))
        {
            draft.Use(mention.Mark, mention.Kind == NamedKind.Deal ? "deal" : mention.Kind == NamedKind.Contact ? "person" : "customer");
        }
    }
}
