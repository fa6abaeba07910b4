using SalesBot.Conversation;
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

    public bool Has(long ownerId) => Owners is null || Owners.Contains(ownerId);

    /// <summary>Reads <c>person</c>, <c>owner</c>, <c>team</c> and <c>scope</c>; null when the named one is not the asker's to see.</summary>
    /// <param name="narrow">True: with nothing said it is oneself, else everybody one sees.</param>
    public static Whose? Of(Act act, bool narrow = false)
    {
        if (act.Org.Find(act.Frame.Ref("person") ?? act.Frame.Ref("owner")) is { } person)
        {
            return act.Viewer.Sees(person.Id) ? OnePerson(act, person) : null;
        }

        if (act.Frame.Ref("team") is { } team)
        {
            var members = act.Org.Everybody.Where(p => p.Team?.Key == team && act.Viewer.Sees(p.Id)).ToList();
            return members.Count == 0 ? null : new Whose(members.Select(p => p.Id).ToHashSet(), members[0].Team!.Name);
        }

        return act.Slots.Text("scope") switch
        {
            "mine" => Mine(act),
            "team" or "all" => Everybody(act),
            _ => narrow || act.Viewer.Owners is { Count: 1 } ? Mine(act) : Everybody(act),
        };
    }

    public static Whose Mine(Act act) => new(new HashSet<long> { act.Me.Id }, act.Me) { Person = act.Me };

    private static Whose Everybody(Act act) => new(act.Viewer.Owners, new Word(act.Viewer.Owners is null ? "Whose.all" : "Whose.team"));

    /// <summary>A person's results are those of the people below, too; what the asker does not see stays out.</summary>
    private static Whose OnePerson(Act act, Person person)
    {
        var below = act.Org.Viewer(person).Owners;
        return new Whose(below is null ? act.Viewer.Owners : below.Where(id => act.Viewer.Sees(id)).ToHashSet(), person) { Person = person };
    }
}
