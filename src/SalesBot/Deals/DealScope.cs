using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Whose deals an order is about: one person's, a team's, one's own, or all that one may see.</summary>
/// <param name="Owners">Null: no narrower than what the viewer may see.</param>
/// <param name="Said">How to say it; null when nothing was said.</param>
internal sealed record DealScope(IReadOnlyCollection<long>? Owners, Word? Said)
{
    /// <summary>Reads the slots owner or person, team, scope; <c>Bad</c> says whom nobody knows.</summary>
    public static (DealScope Scope, Word? Bad) Read(Act act)
    {
        if ((Named(act, "owner") ?? Named(act, "person")) is { } whom)
        {
            return act.Org.Find(whom.Key) is { } person
                ? (new DealScope([person.Id], new Word("Deals.of", person)), null)
                : (Everything, new Word("NotFound.person", whom.Text));
        }

        if (Named(act, "team") is { } which)
        {
            var members = act.Org.Everybody.Where(p => which.Key is not null && p.Team?.Key == which.Key).ToList();
            return members.Count > 0
                ? (new DealScope([.. members.Select(m => m.Id)], new Word("Deals.of", members[0].Team!.Name)), null)
                : (Everything, new Word("NotFound.team", which.Text));
        }

        return act.Slots.Text("scope") switch
        {
            "mine" => (new DealScope([act.Me.Id], "Deals.mine"), null),
            "team" => (new DealScope(null, "Deals.team"), null),
            "all" => (new DealScope(null, "Deals.all"), null),
            _ => (Everything, null),
        };
    }

    private static DealScope Everything { get; } = new(null, null);

    public IQueryable<Deal> Of(IQueryable<Deal> deals) => Owners switch
    {
        null => deals,
        { Count: 1 } => deals.Where(d => d.OwnerId == Owners.First()),
        var owners => deals.Where(d => owners.Contains(d.OwnerId)),
    };

    /// <summary>A name with the record behind it, if there is one; buttons carry the key under the slot's own name.</summary>
    private static (string? Key, string Text)? Named(Act act, string slot) =>
        act.Frame.Ref(slot) is { } key ? (key, act.Slots.Text(slot) ?? key)
        : (act.Slots.Text(slot) ?? act.Slots.Text(slot + "_text")) is { } text ? (null, text)
        : null;
}
