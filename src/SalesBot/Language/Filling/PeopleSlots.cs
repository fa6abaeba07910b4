using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;
using SalesBot.Language.Spans;

namespace SalesBot.Language.Filling;

/// <summary>Colleagues, teams and contacts: whose, to whom, from whom.</summary>
internal static class PeopleSlots
{
    /// <summary>Whose figures or records are asked for.</summary>
    public static void People(Draft draft)
    {
        if (Colleagues(draft).FirstOrDefault() is { } person)
        {
            Refer(draft, "person", person);
            Refer(draft, "owner", person);
        }
        else if (UnknownPeople.Owner(draft.Clause) is { } unknown)
        {
            Unknown(draft, unknown);
        }

        if (draft.Clause.Named(NamedKind.Team, NameStrength.Short).FirstOrDefault() is { } team) Refer(draft, "team", team);
    }

    public static void Scope(Draft draft)
    {
        if (draft.Clause.Named(NamedKind.Team, NameStrength.Short).Any() || Colleagues(draft).Any()) return;
        var scopes = draft.Clause.Words("scope").Select(mark => mark.Value!).ToList();
        if (scopes.Count == 0 && draft.Intent.Intent == "list_tasks" && draft.Clause.Words("whose_work").Count > 0) scopes.Add("team");
        if (scopes.Count > 0) draft.Slots["scope"] = scopes.Contains("submitted_by_me") ? "submitted_by_me" : scopes.Contains("all") ? "all" : scopes.Contains("team") ? "team" : "mine";
    }

    /// <summary>The new owner: the last colleague named, or the one after "to". "Remind me to ask Ida" is one's own, whoever is named.</summary>
    public static void Assignee(Draft draft)
    {
        if (draft.Intent.Intent == "add_task" && draft.Clause.Words("for_self").Count > 0) return;
        if (draft.Intent.Intent == "add_task" && Errands.OfTeam(draft.Clause) is not null)
        {
            draft.Slots["scope"] = "team";
            return;
        }

        var people = Colleagues(draft).ToList();
        if (draft.Intent.Intent == "add_task") people.RemoveAll(person => IsMet(draft, person));
        if (draft.Intent.Intent == "add_task" && draft.Clause.Words("remind_me").FirstOrDefault() is { End: > 0 } me) people.RemoveAll(person => person.Start > me.Start);
        if (people.Count > 1) people = [.. people.Where(person => !IsFrom(draft, person))];
        if (people.Count == 0)
        {
            if (draft.Intent.Intent != "add_task" && UnknownPeople.Receiver(draft.Clause) is { } unknown) Unknown(draft, unknown);
            return;
        }

        var to = draft.Clause.Words("to_word");
        var after = people.LastOrDefault(person => to.Any(word => word.End <= person.Start && person.Start - word.End <= 2) && !IsGiver(draft, person)) ?? people.Find(person => !IsGiver(draft, person));
        var chosen = after ?? people[^1];
        Refer(draft, "person", chosen);
        Refer(draft, "owner", chosen);
    }

    /// <summary>“和赵磊刘晨开个周会”, "sync with Kevin and Sofia", “去宏远拜访刘科长”: whom one meets oneself, and nobody's to-do but one's own.</summary>
    private static bool IsMet(Draft draft, Mention person)
    {
        var clause = draft.Clause;
        if (clause.Has(Feature.Errand) || Errands.Of(clause).Any() || clause.Words("meets").Count == 0) return false;
        var row = Colleagues(draft).OrderBy(other => other.Start).ToList();
        var first = row.IndexOf(person);
        while (first > 0 && SubjectSlots.IsJoined(clause, row[first - 1].End, row[first].Start)) first--;
        return clause.Words("with_us").Any(word => clause.IsBlank(word.End, row[first].Start)) && !clause.Words("meets").Any(word => word.End <= row[first].Start && clause.Words("to_word").Any(to => clause.IsBlank(to.End, row[first].Start) && !clause.Words("with_us").Contains(to)));
    }

    /// <summary>“挂在思源名下”, "under Katrin's name": whose the new record will be.</summary>
    public static void Owner(Draft draft)
    {
        var clause = draft.Clause;
        foreach (var person in Colleagues(draft).ToList())
        {
            var after = clause.Words("in_name").FirstOrDefault(word => word.Start == person.End || (word.Start == person.End + 1 && draft.Message.Text[person.End] == ' '));
            if (after.End == 0) continue;
            Refer(draft, "owner", person);
            draft.Use(after, "owner");
            if (clause.Words("put_in_name").FirstOrDefault(word => word.End == person.Start || (word.End + 1 == person.Start && draft.Message.Text[word.End] == ' ')) is { End: > 0 } before) draft.Use(before, "owner");
            return;
        }
    }

    /// <summary>"Ollie takes it from Dan": the second one gives it away.</summary>
    private static bool IsFrom(Draft draft, Mention person) =>
        draft.Message.Text.Slice(draft.Clause.From, person.Start).TrimEnd() is var before && (before.EndsWith(" from", StringComparison.Ordinal) || before.EndsWith('从'));

    /// <summary>“由彭家骏名下转交柯以宁”: from whose book it comes, where another one is named too.</summary>
    private static bool IsGiver(Draft draft, Mention person) =>
        draft.Intent.Intent == "assign_customer" && draft.Clause.Words("in_name").Any(word => word.Start == person.End) && Colleagues(draft).Any(other => other.Start > person.End);

    public static void FromPerson(Draft draft)
    {
        var others = Colleagues(draft).Where(person => !person.Records.Any(record => draft.Slots.Text("person") == record.Name)).ToList();
        if (others.Count > 0) Refer(draft, "from_person", others[0]);
    }

    public static void Delegate(Draft draft)
    {
        if (Colleagues(draft).LastOrDefault() is { } person) Refer(draft, "person", person);
        else if (UnknownPeople.Receiver(draft.Clause) is { } unknown) Unknown(draft, unknown);
        var days = draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList();
        if (days.Count == 0) return;
        if (days is [{ Kind: ValueKind.Date, Bound: Bound.From } start])
        {
            // "I'm off from tomorrow" says no end.
            draft.Slots.Set("event_date", start.Date!.Value);
            draft.Use(start.Mark, "event_date");
            return;
        }

        var last = days.Max(day => day.Last ?? day.Date!.Value);
        var first = days.Min(day => day.Date!.Value);
        if (days.Count == 1 && draft.Clause.Word("period") is not null) draft.Slots["period"] = Periods.Name(draft)!;
        else if (days.Count > 1 || days[0].Last is not null) draft.Slots["period"] = Periods.Of(first, last);
    }

    /// <summary>A contact who is on record, else a name that follows a word like "contact" is left to the new record's reader.</summary>
    public static void Contact(Draft draft)
    {
        var contact = draft.Clause.Named(NamedKind.Contact, NameStrength.Short).FirstOrDefault();
        if (contact is { Records: [var one] } && (draft.HasRef("customer") || draft.Slots.Text("customer") is null || one.Customer is null)) Refer(draft, "person", contact);
        else if (draft.Slots.Text("person") is null && NewRecordSlots.PersonName(draft) is { } name) draft.Slots["person"] = name;
    }

    /// <summary>People of the company; “百川周工”, a surname or first name right behind a customer's, is somebody there.</summary>
    public static IEnumerable<Mention> Colleagues(Draft draft) =>
        draft.Clause.Named(NamedKind.Person, NameStrength.Sound).Where(mention => (mention.Strength > NameStrength.Short || !draft.Clause.Named(NamedKind.Customer).Any(customer => customer.End == mention.Start)) && !draft.Clause.Named(NamedKind.Contact, NameStrength.Short).Any(contact => contact.Start == mention.Start && contact.Length >= mention.Length && contact.Strength > mention.Strength));

    private static void Unknown(Draft draft, Mark name)
    {
        draft.Slots["person"] = draft.Slots["owner"] = draft.Message.AsTyped(name.Start, name.End);
        draft.Use(name, "person");
    }

    private static void Refer(Draft draft, string slot, Mention mention)
    {
        draft.ReferOrAsk(slot, mention.Records);
        draft.Use(mention.Mark, slot);
    }
}
