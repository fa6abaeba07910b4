using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “让她…”, "his target", "the other one" of two people: a colleague spoken of before, as if named. Only where something is given to, asked of or
/// had by that person; the he of a report ("he wants a discount") is the customer's and stays what it is.
/// </summary>
internal static class Pronouns
{
    private static readonly int He = PhraseBook.Standard.KeyOf("[he]"), Lead = PhraseBook.Standard.KeyOf("[he_lead]"), After = PhraseBook.Standard.KeyOf("[he_after]");

    /// <summary>Nothing where a colleague is named.</summary>
    public static IReadOnlyList<Mention> Find(Message message)
    {
        if (message.Mentions.Any(mention => mention.Kind == NamedKind.Person)) return [];
        var text = message.Text.Text;
        var hits = message.Hits;
        var spoken = hits.Where(hit => Is(hit, He) && !(hit.End < text.Length && text[hit.End] is '们' or '哋')).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End)
            .FirstOrDefault(hit => hits.Any(lead => Is(lead, Lead) && IsBeside(text, lead.End, hit.Start)) || hits.Any(after => Is(after, After) && IsBeside(text, hit.End, after.Start)));
        if (spoken.End > 0) return Colleague(message) is { } person ? [new Mention(spoken.Start, spoken.End, NamedKind.Person, NameStrength.Short, [person])] : [];
        return Other(message) is { Record: { } other } place ? [new Mention(place.Start, place.End, NamedKind.Person, NameStrength.Short, [other])] : [];
    }

    /// <summary>Whoever was named last, else who sent the approval or has the deal or the customer that is spoken of; never oneself.</summary>
    private static NamedRecord? Colleague(Message message)
    {
        var (focus, index) = (message.Focus, message.Index);
        string?[] keys = [focus.Person, index.Get(focus.Approval)?.Owner, index.Get(focus.Deal)?.Owner, index.Get(focus.Customer)?.Owner];
        return keys.Where(key => key != message.Person).Select(index.Get).OfType<NamedRecord>().FirstOrDefault() is { Kind: NamedKind.Person } person ? person : null;
    }

    /// <summary>Of two people who were offered, the one that was not chosen.</summary>
    private static (int Start, int End, NamedRecord? Record)? Other(Message message)
    {
        var people = message.Focus.List.Select(message.Index.Get).OfType<NamedRecord>().Where(record => record.Kind == NamedKind.Person).ToList();
        if (people.Count != 2 || people.Count != message.Focus.List.Count || !people.Exists(person => person.Key == message.Focus.Person)) return null;
        var word = message.Hits.FirstOrDefault(hit => PhraseBook.Standard.LabelsOf(hit.Literal).Any(label => label.Key == Feature.OrdinalWord && label.Value == "other"));
        return word.End == 0 ? null : (word.Start, word.End, people.Find(person => person.Key != message.Focus.Person));
    }

    private static bool Is(LiteralHit hit, int list) => PhraseBook.Standard.Is(hit.Literal, list);

    private static bool IsBeside(string text, int from, int to) => from <= to && to - from <= 1 && text.AsSpan(from, to - from).IsWhiteSpace();
}
