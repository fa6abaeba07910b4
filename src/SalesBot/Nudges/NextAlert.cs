using SalesBot.Deals;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>When an open deal will be told of next if nothing happens, and by which rule (AL-05): by the rules themselves, for a moment that has not come.</summary>
internal sealed record NextAlert(string Rule, DateTimeOffset At)
{
    /// <summary>What comes first of its stall and its customer's silence; null where neither will come. One that has passed is told already.</summary>
    public static NextAlert? Of(Scan scan, Deal deal)
    {
        if (deal.Status != DealStatus.Open)
        {
            return null;
        }

        var alerts = new List<NextAlert?> { Reached(scan, "stalled", new Spell(deal.Id, deal.StageSince, null, deal.Stage), Latest(deal)) };
        if (deal.Customer is { OwnerId: not null } customer)
        {
            var spell = new Spell(customer.Id, LastContact.Of(customer), null, customer.Grade);
            alerts.AddRange([Reached(scan, "cadence", spell, null), Reached(scan, "silent", spell, null)]);
        }

        return alerts.OfType<NextAlert>().MinBy(a => a.At);
    }

    public Word Say(DateTimeOffset now) => new(At <= now ? "NextAlert.told" : "NextAlert.on", At, RuleSay.Name(Rule));

    /// <summary>Parked or frozen it is not told of before that is over.</summary>
    private static DateTimeOffset? Latest(Deal deal)
    {
        DateTimeOffset? frozen = deal.FrozenUntil is { } day ? Zones.Instant(day.AddDays(1), TimeOnly.MinValue, "Asia/Shanghai") : null;
        return frozen > deal.ParkedUntil || deal.ParkedUntil is null ? frozen : deal.ParkedUntil;
    }

    private static NextAlert? Reached(Scan scan, string rule, Spell spell, DateTimeOffset? earliest) =>
        scan.Book[rule].On && NudgeRules.Shipped.Single(r => r.Id == rule).Reached(scan, spell) is { } at ? new NextAlert(rule, earliest > at ? earliest.Value : at) : null;
}
