using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// “高层互访取消了”, "cancel the site walk with Lucy", “把周报那条待办删掉”, “催图纸不用了，取消”, "the meeting with Ian is off, he is sick": nothing is done of it. A to-do that is called so is taken off the list;
/// where only the customer is named, what is planned with them is shown, to be ticked or moved.
/// </summary>
internal static class CalledOff
{
    private static readonly int Verb = PhraseBook.Standard.KeyOf("[call_off]"), What = PhraseBook.Standard.KeyOf("[called_off]"), Drop = PhraseBook.Standard.KeyOf("[take_off]"), Task = PhraseBook.Standard.KeyOf("[task_word]");

    private static readonly List<int> Meetings = [.. new[] { "[meets]", "[called_off]", "[appointment:event]" }.Select(PhraseBook.Standard.KeyOf)];

    public static Frame? Read(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || WantedDay.IsForbidden(clause) || clause.Focus is { Pending: not null, Optional: false, Asked: "confirm" }) return null;
        if (OffTheList.Read(clause) is { } rows) return rows;
        if (Listed(clause) is { Count: > 0 } tasks) return Off(clause, tasks);
        var verb = Opening(clause, Verb);
        if (verb.End == 0 || !clause.Marks.Of(What).Any(word => word.Start >= verb.End) || SubjectFinder.Find(clause) is not { Said: true, Customers: [var customer] } subject) return null;
        var draft = new Draft(clause, new ScoredIntent("list_tasks", 0, []), subject);
        draft.Refer("customer", [customer]);
        return draft.ToFrame(1);
    }

    /// <summary>It is told that something does not take place: nothing is ticked for it.</summary>
    public static bool Tells(Clause clause) => clause.Words("is_off").Count > 0;

    public static Frame Off(Clause clause, IReadOnlyList<NamedRecord> tasks)
    {
        var draft = Draft.Of(clause, "call_off_task");
        draft.ReferOrAsk("task", tasks);
        return draft.ToFrame(1);
    }

    /// <summary>To-dos of the speaker that are called off: what stands before the word that tells it, or behind the one that orders it.</summary>
    private static IReadOnlyList<NamedRecord> Listed(Clause clause)
    {
        foreach (var off in Closing(clause))
        {
            var (start, _) = clause.Breaths.FirstOrDefault(part => off.Overlaps(part.Start, part.End));
            if (start >= off.Start) continue;
            var told = new Mark(start, off.Start);
            if (Called(clause, told) is { Count: > 0 } cancelled && IsSure(clause, off, cancelled)) return cancelled;
            if (clause.Words("is_off").Contains(off) && Planned(clause, told) is { Count: > 0 } planned) return planned;
        }

        if (OfCustomer(clause) is { Count: > 0 } theirs) return theirs;
        if (TakenOff(clause) is { Count: > 0 } taken) return taken;
        var verb = Opening(clause, Verb);
        var drops = clause.Has(Task) ? clause.Marks.Of(Drop).FirstOrDefault() : default;
        if (verb.End == 0) verb = drops.End > 0 ? drops : Opening(clause, Drop);
        if (verb.End == 0) return [];
        var (from, to) = clause.Breaths.FirstOrDefault(part => verb.Overlaps(part.Start, part.End));
        // “取消待办 需求调研表”, "cancel my call with 周国平": that it is a to-do, or whose, is said in a breath of its own.
        if (clause.Breaths.FirstOrDefault(part => part.Start >= to) is { End: > 0 } next && (Answers.Covers(clause, verb.End, to, [.. clause.Marks.Of(Task), .. clause.Marks.Of(Feature.This)]) || Answers.Covers(clause, next.Start, next.End, [.. clause.Names]))) to = next.End;
        var behind = new Mark(verb.End, to);
        if (Called(clause, behind) is { Count: > 0 } ordered && IsSure(clause, verb, ordered)) return ordered;
        if (PlannedThing.Whole(clause, behind) is { Count: > 0 } whole) return whole;
        if (clause.Has(Task) && PlannedThing.Begun(clause, behind) is { Count: > 0 } begun) return begun;
        if (Planned(clause, behind) is { Count: > 0 } met) return met;
        if (from >= drops.Start) return [];
        var ahead = new Mark(from, drops.Start);
        return PlannedThing.Tasks(clause, ahead) is { Count: > 0 } named ? named : PlannedThing.Begun(clause, ahead);
    }

    /// <summary>“万象那个待办不用了”: no more is said of it than with whom it is.</summary>
    private static IReadOnlyList<NamedRecord> OfCustomer(Clause clause)
    {
        List<Mark> off = [.. Closing(clause)];
        if (off.Count == 0 || !clause.Has(Task) || !Answers.Covers(clause, clause.From, clause.To, [.. off, .. clause.Names, .. clause.Marks.Of(Task), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Words("filler")])) return [];
        var customers = clause.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal).SelectMany(name => name.Records).Select(record => record.Kind == NamedKind.Customer ? record.Key : record.Customer).ToHashSet(StringComparer.Ordinal);
        return [.. TaskMatch.Open(clause).Where(task => clause.Index.CustomerOf(task) is { } customer && customers.Contains(customer))];
    }

    /// <summary>"Take the spares call off my list", “把备件电话从待办里拿掉”: what stands between the word that takes and the list; who ticks something off says so.</summary>
    private static IReadOnlyList<NamedRecord> TakenOff(Clause clause)
    {
        if (clause.Words("off_list") is not [var list, ..] || clause.Words("off_lead").FirstOrDefault(lead => lead.End <= list.Start && (clause.Marks.IsStart(lead.Start) || Assent.Follows(clause, lead.Start))) is not { End: > 0 } lead) return [];
        return PlannedThing.Called(clause, new Mark(lead.End, list.Start));
    }

    /// <summary>Words that end a breath and say that nothing comes of what stands before them.</summary>
    private static IEnumerable<Mark> Closing(Clause clause)
    {
        bool Ends(Mark word) => clause.Breaths.FirstOrDefault(part => word.Overlaps(part.Start, part.End)) is var (_, end) && Answers.Covers(clause, word.End, end, [.. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.Polite)]);
        return clause.Words("is_off").Concat(clause.Words("no_longer")).Concat(clause.Marks.Of(Verb).Concat(clause.Marks.Of(Drop)).Where(word => Script.IsChinese(clause.Message.Text[word.Start]) && Ends(word)));
    }

    /// <summary>To delete something is said of records as well, and that it is not needed of goods: it must be called a to-do, or by all of its words.</summary>
    private static bool IsSure(Clause clause, Mark off, IReadOnlyList<NamedRecord> tasks) =>
        clause.Words("is_off").Contains(off) || clause.Marks.Of(Verb).Any() || clause.Has(Task) || clause.Words("just_added").Count > 0 || clause.Words("some_thing").Count > 0 || tasks.All(task => IsWhole(clause, task));

    private static IReadOnlyList<NamedRecord> Called(Clause clause, Mark phrase) => PlannedThing.Tasks(clause, phrase, Share(clause, phrase));

    /// <summary>All of its own words are said, but for whom it is about: "the call about spares" of “Call Dana about spares”.</summary>
    private static bool IsWhole(Clause clause, NamedRecord task)
    {
        var names = People(clause, task);
        var own = OwnWords.Of(NormalText.Of(task.Name).Text).Where(word => !names.Contains(word)).ToList();
        return own.Count > 0 && own.TrueForAll(word => OwnWords.Find(clause, [word], TextPieces.Stem).Sum(place => place.End - place.Start) >= (Script.IsChinese(word[0]) ? word.Length : 1));
    }

    /// <summary>Words of the names of its customer's contacts.</summary>
    private static HashSet<string> People(Clause clause, NamedRecord task) =>
        clause.Index.CustomerOf(task) is not { } customer ? [] : [.. clause.Index.Of(customer, NamedKind.Contact).SelectMany(contact => contact.OtherNames.Append(contact.Name)).SelectMany(name => OwnWords.Of(NormalText.Of(name).Text))];

    /// <summary>“和顶新的会”, "the call with Ian": what is planned with whoever is named, in a word for coming together.</summary>
    /// <param name="isNamed">Only what has that name in its title, and not all that is planned with the customer.</param>
    public static IReadOnlyList<NamedRecord> Planned(Clause clause, Mark phrase, bool isNamed = false)
    {
        var part = clause.Part(phrase.Start, phrase.End);
        if (!Meetings.Exists(part.Has)) return [];
        var text = clause.Message.Text.Text;
        var mentions = part.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Contact or NamedKind.Person or NamedKind.Deal).ToList();
        var people = mentions.Where(name => name.Kind is NamedKind.Contact or NamedKind.Person).SelectMany(name => name.Records).SelectMany(person => person.OtherNames.Append(person.Name)).Select(name => NormalText.Of(name).Text);
        var names = mentions.Select(name => name.Mark).Concat(part.Strangers).Select(name => text[name.Start..name.End]).Concat(people).ToList();
        var customers = part.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contact && name.Strength >= NameStrength.Sound).SelectMany(name => name.Records).Select(record => record.Kind == NamedKind.Customer ? record.Key : record.Customer).OfType<string>().ToList();
        var others = customers.SelectMany(customer => clause.Index.Of(customer, NamedKind.Contact)).Where(contact => !names.Contains(NormalText.Of(contact.Name).Text)).ToList();
        if (names.Count == 0) return [];
        var meetings = TaskMatch.Open(clause).Where(task => IsMeeting(NormalText.Of(task.Name).Text)).ToList();
        var named = meetings.FindAll(task => names.Exists(name => NormalText.Of(task.Name).Text.Contains(name, StringComparison.Ordinal)));
        return named.Count > 0 || isNamed ? named : meetings.FindAll(task => clause.Index.CustomerOf(task) is { } of && customers.Contains(of) && !others.Exists(other => NormalText.Of(task.Name).Text.Contains(NormalText.Of(other.Name).Text, StringComparison.Ordinal)));
    }

    private static bool IsMeeting(string title) => PhraseBook.Standard.Find(title).Any(word => Meetings.Exists(list => PhraseBook.Standard.Is(word.Literal, list)));

    private static double Share(Clause clause, Mark phrase) => clause.Has(Task) || PlannedThing.Is(clause, phrase) ? PlannedThing.Share : PlannedThing.Nearly;

    private static Mark Opening(Clause clause, int verb) =>
        clause.Marks.Of(verb).FirstOrDefault(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start));
}
