using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>
/// Whose records a question is about: a named person and the people below, a team, oneself, or everybody one may see.
/// Always within what the asker sees.
/// </summary>
/// <param name="Owners">Ids of the people; null is everybody.</param>
/// <param name="Label">How to say it: the person, a team's name, or a word.</param>
internal sealed record Whose(IReadOnlySet<long>? Owners, object Label)
{
    /// <summary>The one person it comes down to, if it does.</summary>
    public Person? Person { get; init; }

    /// <summary>True when the order says whose; else it is what was supposed.</summary>
    public bool Named { get; init; }

    public bool Has(long ownerId) => Owners is null || Owners.Contains(ownerId);

    /// <summary>Their deals; of those that the asker sees.</summary>
    public IQueryable<Deal> Of(IQueryable<Deal> deals) => Owners switch
    {
        null => deals,
        { Count: 1 } => deals.Where(d => d.OwnerId == Owners.First()),
        var owners => deals.Where(d => owners.Contains(d.OwnerId)),
    };

    /// <summary>Reads <c>person</c>, <c>owner</c>, <c>team</c> and <c>scope</c>; or says why not: nobody of that name, or not the asker's to see.</summary>
    /// <param name="narrow">True: with nothing said it is oneself, else everybody one sees.</param>
    public static (Whose? Whose, Word? Bad) Of(Act act, bool narrow = false)
    {
        if ((Said(act, "person") ?? Said(act, "owner")) is { } whom)
        {
            return act.Org.Find(whom.Key) is not { } person ? (null, new Word("NotFound.person", whom.Text))
                : act.Viewer.Sees(person.Id) ? (OnePerson(act, person), null)
                : (null, new Word("Refused.whose", person));
        }

        if (Said(act, "team") is { } which)
        {
            var team = act.Org.Everybody.Where(p => which.Key is not null && p.Team?.Key == which.Key).ToList();
            var seen = team.Where(p => act.Viewer.Sees(p.Id)).Select(p => p.Id).ToHashSet();
            return team.Count == 0 ? (null, new Word("NotFound.team", which.Text))
                : seen.Count == 0 ? (null, new Word("Refused.whose", team[0].Team!))
                : (new Whose(seen, team[0].Team!) { Named = true }, null);
        }

        return act.Slots.Text("scope") switch
        {
            "mine" => (Mine(act) with { Named = true }, null),
            "team" or "all" => (Everybody(act) with { Named = true }, null),
            _ => (narrow ? Mine(act) : Everybody(act), null),
        };
    }

    public static Whose Mine(Act act) => new(new HashSet<long> { act.Me.Id }, act.Me) { Person = act.Me };

    private static Whose Everybody(Act act) =>
        act.Viewer.Owners is { Count: 1 } ? Mine(act) : new Whose(act.Viewer.Owners, new Word(act.Viewer.Owners is null ? "Whose.all" : "Whose.team"));

    /// <summary>A person's results are those of the people below, too; what the asker does not see stays out.</summary>
    private static Whose OnePerson(Act act, Person person)
    {
        var below = act.Org.Viewer(person).Owners;
        return new Whose(below is null ? act.Viewer.Owners : below.Where(id => act.Viewer.Sees(id)).ToHashSet(), person) { Person = person, Named = true };
    }

    /// <summary>A name with the record behind it, if there is one; buttons carry the key under the slot's own name.</summary>
    private static (string? Key, string Text)? Said(Act act, string slot) =>
        act.Frame.Ref(slot) is { } key ? (key, act.Slots.Text(slot) ?? key)
        : (act.Slots.Text(slot) ?? act.Slots.Text(slot + "_text")) is { } text ? (null, text)
        : null;
}
