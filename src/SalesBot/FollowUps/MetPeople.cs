using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.Language.Reading;

namespace SalesBot.FollowUps;

/// <summary>
/// “见了采购的林经理”, "saw Lucy and Mark": whom a report names that no slot has. Whoever is no contact of the customer keeps the name that was said, and is not taken for the one who was met
/// last time.
/// </summary>
/// <param name="Contact">The first of them who is a contact there.</param>
/// <param name="Names">As said; null where nobody is named, or nobody but one contact.</param>
/// <param name="IsSomebody">Somebody is named.</param>
internal sealed record MetPeople(Contact? Contact, string? Names, bool IsSomebody)
{
    private static readonly SpokenPatterns Words = new("SalesBot.FollowUps.met-words.txt");

    private const int Most = 3;

    public static MetPeople Of(Act act, Customer customer, List<Contact> contacts)
    {
        if (act is { Pressed: true } or { Said: null })
        {
            return new MetPeople(null, null, false);
        }

        var known = contacts.Where(contact => IsNamed(act.Said!, contact)).ToList();
        var strangers = Named(act.Said!)
            .Where(who => !known.Exists(contact => IsCalled(contact, who)) && !IsOurs(act, who) && !customer.Name.Contains(who, StringComparison.OrdinalIgnoreCase) && !customer.Aliases.Any(alias => alias.Contains(who, StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal).ToList();
        if (known.Count + strangers.Count == 0 && Words["post"].Match(act.Said!) is { Success: true } post)
        {
            var who = post.Groups["who"].Value;
            var holder = contacts.Find(contact => contact.Title?.Contains(who, StringComparison.OrdinalIgnoreCase) == true);
            return new MetPeople(holder, holder is null ? who + post.Groups["unit"].Value : null, true);
        }

        var names = known.Select(contact => contact.Name).Concat(strangers).Take(Most).ToList();
        return new MetPeople(known.FirstOrDefault(), names.Count == 0 || (names.Count == 1 && known.Count == 1) ? null : Joined(names), names.Count > 0);
    }

    /// <summary>All of them, where others were met with the contact that was read; null where nobody was.</summary>
    public static string? Beside(Act act, Contact contact, List<Contact> contacts) =>
        act is { Pressed: false, Said: { } said } && Words["met"].Match(said) is { Success: true } met && met.Groups["who"].Captures.Select(who => who.Value).Where(who => !IsOurs(act, who)).ToList() is { Count: > 1 } named && named.Exists(who => IsCalled(contact, who))
            ? Joined([.. named.Select(who => contacts.Find(other => IsCalled(other, who))?.Name ?? who)]) : null;

    /// <summary>It tells that somebody was in touch. “质保他们要18个月” tells of nobody, so that it is not put into the mouth of whoever was met last.</summary>
    public static bool AreTold(Act act) => act.Slots.Text("method") is not null || act is { Pressed: true } or { Said: null } || Words["touched"].IsMatch(act.Said!);

    private static string Joined(List<string> names) => string.Join(names[0][0] > '\u2E80' ? "\u3001" : ", ", names);

    private static bool IsNamed(string said, Contact contact) =>
        said.Contains(contact.Name, StringComparison.OrdinalIgnoreCase) || Named(said).Any(who => IsCalled(contact, who));

    private static IEnumerable<string> Named(string said) =>
        Words["titled"].Matches(said).Where(titled => LedNames.IsSurname(Surname(titled.Groups["who"].Value))).Concat(Words["met"].Matches(said)).SelectMany(match => match.Groups["who"].Captures).Select(who => who.Value);

    /// <summary>Of 周总 and of 老周.</summary>
    private static char Surname(string who) => who[0] is '老' or '小' or '阿' ? who[1] : who[0];

    /// <summary>周总 and 老周 are 周国平, "Lucy" Lucy Chan.</summary>
    private static bool IsCalled(Contact contact, string who) =>
        contact.Name == who || contact.Aliases.Contains(who, StringComparer.OrdinalIgnoreCase) || contact.Name.StartsWith(who + " ", StringComparison.OrdinalIgnoreCase) || contact.Name.EndsWith(" " + who.Split(' ')[^1], StringComparison.OrdinalIgnoreCase) || (who[0] > '\u2E80' && contact.Name[0] == Surname(who));

    private static bool IsOurs(Act act, string who) => act.Org.Everybody.Any(person => person.Name == who || person.Name.StartsWith(who + " ", StringComparison.OrdinalIgnoreCase) || person.Aliases.Contains(who, StringComparer.OrdinalIgnoreCase));
}
