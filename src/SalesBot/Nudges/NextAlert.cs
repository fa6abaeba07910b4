using SalesBot.Deals;
using SalesBot.Nudges.Centre;
using SalesBot.Nudges.Trial;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>When an open deal will be told of next if nothing happens, and by which rule (AL-05): by the rules themselves, for a moment that has not come.</summary>
/// <param name="At">From when on it is so.</param>
/// <param name="Told">When its owner is told: what a digest tells, the morning after.</param>
internal sealed record NextAlert(string Rule, DateTimeOffset At, DateTimeOffset Told)
{
    /// <summary>Its stall and its customer's silence, the earliest first; of one that has passed its owner was told already.</summary>
    public static IReadOnlyList<NextAlert> Of(Scan scan, Deal deal)
    {
        if (deal.Status != DealStatus.Open)
        {
            return [];
        }

        var alerts = new List<NextAlert?> { Reached(scan, deal, "stalled", new Spell(deal.Id, deal.StageSince, null, deal.Stage), Latest(deal)) };
        if (deal.Customer is { OwnerId: not null } customer)
        {
            var spell = LastContact.SpellOf(customer, scan.Org);
            alerts.AddRange([Reached(scan, deal, "cadence", spell, null), Reached(scan, deal, "silent", spell, null)]);
        }

        return [.. alerts.OfType<NextAlert>().OrderBy(a => a.At)];
    }

    public Word Say(DateTimeOffset now) => At <= now ? new("NextAlert.told", At, RuleSay.Name(Rule)) : new("NextAlert.on", Told, new Word("NextAlert." + Rule, At));

    /// <summary>Parked or frozen it is not told of before that is over.</summary>
    private static DateTimeOffset? Latest(Deal deal)
    {
        DateTimeOffset? frozen = deal.FrozenUntil is { } day ? Zones.Instant(day.AddDays(1), TimeOnly.MinValue, "Asia/Shanghai") : null;
        return frozen > deal.ParkedUntil || deal.ParkedUntil is null ? frozen : deal.ParkedUntil;
    }

    private static NextAlert? Reached(Scan scan, Deal deal, string rule, Spell spell, DateTimeOffset? earliest)
    {
        if (!scan.Book[rule].On || NudgeRules.Shipped.Single(r => r.Id == rule).Reached(scan, spell) is not { } reached)
        {
            return null;
        }

        var at = earliest > reached ? earliest.Value : reached;
        return new NextAlert(rule, at, scan.Org.Find(deal.OwnerId) is { } owner ? Rehearsal.Told(scan, rule, owner, at) : at);
    }
}
