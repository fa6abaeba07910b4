using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “刘振东是北辰的联系人，技术部部长，139…”, "the ops guy is Marcus Bell, head of operations, 617 555 0144", "set Dana's title to procurement director": who somebody at a customer is and how they are
/// reached, and nothing else. It is put down with the contact: no company is made of a person, and nobody was in touch.
/// </summary>
internal static class PersonTold
{
    private const int LongestChinese = 10, LongestLatin = 5;

    /// <summary>What may stand beside the name, the number and what they do.</summary>
    private static readonly string[] Around =
    [
        "reach_at", "contact_word", "contact_lead", "add_contact", "name_word", "note_it", "is_so", "is_now", "is_word", "he", "they", "now_word", "filler", "opener", "connector", "and", "new_face", "over_there", "title_word", "set_to", "set_it",
        "set_name", "to_word", "in_charge", "there_is", "no", "but", "must_do", "request", "asks_me", "person_around",
    ];

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false, Asked: not "confirm" } || clause.Has(Feature.If) || clause.Has(Feature.Dont) || (clause.Has(Feature.Question) && clause.Words("title_word").Count == 0)) return null;
        var reached = clause.ValuesOf(ValueKind.Phone).Any() || clause.Span.Contains('@');
        if (!reached && new[] { "title_word", "new_face", "add_contact", "contact_word" }.All(list => clause.Words(list).Count == 0)) return null;
        var known = clause.Named(NamedKind.Contact, NameStrength.Short).ToList();
        var name = known.Count > 0 ? known[0].Mark : SpokenPerson.In(clause);
        if (name is not { } who || clause.Strangers.Any(stranger => !stranger.Overlaps(who.Start, who.End)) || clause.Named(NamedKind.Person, NameStrength.Full).Any(colleague => colleague.Mark.Overlaps(who.Start, who.End))) return null;
        if (Customer(clause, known) is not { } customer || !Explains(clause, who, out var post)) return null;
        if (!reached && post is null) return null;
        return Frame(clause, customer, known, who, post);
    }

    private static Frame? Frame(Clause clause, NamedRecord customer, List<Mention> known, Mark who, Mark? post)
    {
        var contact = known.SelectMany(mention => mention.Records).FirstOrDefault(record => record.Customer == customer.Key);
        if (known.Count > 0 && contact is null) return null;
        var draft = Draft.Of(clause, contact is null ? "create_customer" : "change_contact");
        SlotReaders.Fill(draft, ["phone", "email"]);
        draft.Refer("customer", [customer]);
        if (contact is null) draft.Slots["field"] = "contact";
        draft.Slots[contact is null ? "person" : "contact_name"] = contact?.Name ?? Capitalised(draft.Message.AsTyped(who.Start, who.End));
        draft.Use(who, contact is null ? "person" : "contact_name");
        if (post is { } role)
        {
            draft.Slots["title"] = draft.Message.AsTyped(role.Start, role.End);
            draft.Use(role, "title");
        }

        return draft.ToFrame(1);
    }

    /// <summary>Who is named at which customer: the one that is named, the only one of a contact, else the one spoken of.</summary>
    private static NamedRecord? Customer(Clause clause, List<Mention> known)
    {
        var named = clause.Named(NamedKind.Customer, NameStrength.Short).SelectMany(mention => mention.Records).DistinctBy(record => record.Key, StringComparer.Ordinal).ToList();
        if (named.Count > 0) return named is [var one] ? one : null;
        var spoken = clause.Focus.Customer ?? clause.Index.Get(clause.Focus.Deal)?.Customer;
        var employers = known.SelectMany(mention => mention.Records).Select(contact => contact.Customer).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return clause.Index.Get(employers is [var only] ? only : employers.Count == 0 || employers.Contains(spoken, StringComparer.Ordinal) ? spoken : null);
    }

    /// <summary>All words are explained but at most one run of them, which says what the person does.</summary>
    private static bool Explains(Clause clause, Mark who, out Mark? post)
    {
        post = null;
        List<Mark> said =
        [
            who, .. clause.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact).Select(name => name.Mark), .. clause.ValuesOf(ValueKind.Phone).Select(value => value.Mark), .. Address(clause), .. TitledPeople.Find(clause, clause.From),
            .. Around.SelectMany(clause.Words), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.This),
        ];
        foreach (var breath in clause.Breaths)
        {
            if (Unsaid(clause, breath, said) is not { } run) continue;
            if (Role(clause, run, breath, who) is not { } role) return false;
            // "The ops guy is Marcus Bell, head of operations": what is said in a breath of its own tells more.
            if (!IsMereWord(clause, role)) post = role;
        }

        return true;
    }

    /// <summary>"A new guy".</summary>
    private static bool IsMereWord(Clause clause, Mark role) => clause.Words("somebody").Contains(role);

    /// <summary>From the first to the last letter that nothing explains; the 's of "Dana's title" is none.</summary>
    private static Mark? Unsaid(Clause clause, (int Start, int End) breath, List<Mark> said)
    {
        var left = Enumerable.Range(breath.Start, breath.End - breath.Start).Where(at => char.IsLetterOrDigit(clause.Message.Text[at]) && !(clause.Message.Text[at] == 's' && at > breath.Start && clause.Message.Text[at - 1] == '\'') && !said.Exists(mark => mark.Start <= at && at < mark.End)).ToList();
        return left.Count == 0 ? null : new Mark(left[0], left[^1] + 1);
    }

    /// <summary>What they do: it holds a word for it, or stands behind one like “负责”, "runs"; and neither the name nor the number.</summary>
    private static Mark? Role(Clause clause, Mark run, (int Start, int End) breath, Mark who)
    {
        var words = clause.Words("role").Concat(clause.Words("somebody")).Where(role => role.Start >= breath.Start && role.End <= breath.End && !role.Overlaps(who.Start, who.End)).ToList();
        var charge = clause.Words("in_charge").FirstOrDefault(word => word.Start >= breath.Start && word.End <= run.Start);
        if (words.Count == 0 && charge.End == 0) return null;
        var (start, end) = (words.Select(role => role.Start).Append(run.Start).Min(), words.Select(role => role.End).Append(run.End).Max());
        if (charge.End > 0) start = charge.Start;
        // "Head of IT": what they are head of may be a small word.
        if (clause.Message.Text.Slice(start, end).EndsWith(" of") && end < breath.End) end = clause.Message.Text.Text.IndexOf(' ', end + 1) is > 0 and var next && next < breath.End ? next : breath.End;
        var said = clause.Message.AsTyped(start, end);
        var isShort = Script.HasChinese(said) ? said.Length <= LongestChinese : said.Split(' ').Length <= LongestLatin;
        return isShort && !who.Overlaps(start, end) && !clause.Values.Any(value => value.Mark.Overlaps(start, end)) ? new Mark(start, end) : null;
    }

    private static string Capitalised(string name) => Script.HasChinese(name) || name.Any(char.IsUpper) ? name : string.Join(' ', name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Where the e-mail address stands.</summary>
    public static IEnumerable<Mark> Address(Clause clause)
    {
        var text = clause.Message.Text.Text;
        var at = text.IndexOf('@', clause.From, clause.To - clause.From);
        if (at < 0) return [];
        var (start, end) = (at, at);
        while (start > clause.From && char.IsAscii(text[start - 1]) && text[start - 1] > ' ') start--;
        while (end < clause.To && char.IsAscii(text[end]) && text[end] > ' ') end++;
        return [new Mark(start, end)];
    }
}
