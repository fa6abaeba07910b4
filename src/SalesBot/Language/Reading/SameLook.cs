using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “那华南呢”, "and the other one?", "how about just Brooke": nothing but a name, a place, a period or a field, and a word that says "the same of
/// this". What was looked at last is looked at again, with that in the place of what it replaces.
/// </summary>
internal static class SameLook
{
    private static readonly int Same = PhraseBook.Standard.KeyOf("[same_look]");

    private static readonly string[] Empty = ["filler", "ordinal", "period", "scope", "field", "status", "sort", "same_look", "question_end", "deals_word", "this", "stalled_word", "third", "himself", "narrower", "one_word", "over_there"];

    /// <summary>Beside a name they say no more than that it is asked about.</summary>
    private static readonly string[] Bare = ["over_there", "same_look", "question_end", "filler", "third"];

    /// <summary>What a look is about by itself; said of nobody, it is not what is spoken of.</summary>
    private static readonly string[] Records = ["deal", "customer", "contract"];

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        if (focus.LookIntent is not { } look || focus is { Pending: not null, Optional: false } || !(clause.Has(Same) || IsWith(clause) || Narrows(clause, look)) || States(clause) || !IsElliptic(clause) || AsksOther(clause, look)) return null;
        return Again.Read(clause, look, null) is { } anew && !IsOnlyFocus(clause, anew) ? OfWhatIsSaid(clause, anew) with { SameLook = true } : null;
    }

    /// <summary>“陈浩那边”, "and Kevin's?" where nothing was looked at that is asked of a colleague: what they have. It orders nothing.</summary>
    public static Frame? OfSomebody(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Words("narrower").Count > 0 || !(clause.Has(Same) || IsWith(clause))) return null;
        List<Mark> words = [.. clause.Mentions.Select(mention => mention.Mark), .. Bare.SelectMany(clause.Words), .. clause.Marks.Of(Same), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue)];
        if (!Answers.Covers(clause, clause.From, clause.To, words)) return null;
        if (!clause.Mentions.All(mention => mention.Kind is NamedKind.Person or NamedKind.Team) || clause.Named(NamedKind.Person).Concat(clause.Named(NamedKind.Team)).ToList() is not [{ Records.Count: 1 }]) return null;
        var draft = Draft.Of(clause, "query_deals");
        SlotReaders.Fill(draft, ["people"]);
        return draft.Slots.Count > 0 ? draft.ToFrame(1) : null;
    }

    /// <summary>“华东组呢” after a forecast: of the team, not of the customer that was spoken of in between.</summary>
    private static Frame OfWhatIsSaid(Clause clause, Frame anew) =>
        SubjectFinder.Find(clause).Said || PhraseBook.Standard.Needs[anew.Intent].Length > 0 ? anew
            : anew with { Slots = new Slots(anew.Slots.Where(slot => !Records.Contains(slot.Key, StringComparer.Ordinal))), Refs = anew.Refs.Where(slot => !Records.Contains(slot.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal) };

    /// <summary>“陈浩那边”: right behind a name.</summary>
    private static bool IsWith(Clause clause) => clause.Words("over_there").Any(word => clause.Mentions.Any(name => word.Start == name.End || (word.Start == name.End + 1 && clause.Message.Text[name.End] == ' ')));

    /// <summary>“只要老覃的” after a list of another kind than deals, whose own filters stay with it.</summary>
    private static bool Narrows(Clause clause, string look) =>
        look != "query_deals" && clause.Words("narrower").Any(word => clause.Marks.IsStart(word.Start));

    /// <summary>"And the Harbor one is approved" says how it is.</summary>
    private static bool States(Clause clause) => clause.Words("status").Any(status => clause.Words("is_so").Any(word => word.End <= status.Start && !clause.Marks.IsStart(word.Start)));

    /// <summary>No verb, no thing of its own.</summary>
    private static bool IsElliptic(Clause clause)
    {
        List<Mark> words =
        [
            .. clause.Mentions.Select(mention => mention.Mark), .. clause.Values.Select(value => value.Mark), .. Empty.SelectMany(clause.Words), .. clause.Marks.Of(Same), .. clause.Marks.Of(Feature.Polite),
            .. clause.Marks.Of(Feature.Glue),
        ];
        return Answers.Covers(clause, clause.From, clause.To, words);
    }

    /// <summary>“最后那个呢，谁对接的” after a list: of what a list does not tell it asks anew.</summary>
    private static bool AsksOther(Clause clause, string look) => clause.Words("field").Count > 0 && !PhraseBook.Standard.SlotsOf[look].Contains("field", StringComparer.Ordinal) && clause.Has(Feature.Ordinal);

    /// <summary>It gave nothing new: a mere "and?" or “呢”.</summary>
    private static bool IsOnlyFocus(Clause clause, Frame anew) =>
        clause.Mentions.Count == 0 && clause.Values.Count == 0 && !clause.Has(Feature.Ordinal) && !anew.Slots.Keys.Any(slot => !anew.Refs.ContainsKey(slot));
}
