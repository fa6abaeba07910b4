using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>Sets what a person or a team is to sell in a period; without a number and a period there is no target (GO-01). The person is told.</summary>
internal sealed class SetTarget : Command
{
    public override CommandSpec Spec { get; } = new("set_target", Permission.ManageTeam) { MayAsk = ["person"], Requires = ["amount", "period"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (SoundAmount.Refuse(act) is { } refused)
        {
            return refused;
        }

        if (Period.Read(act.Slots.Text("period"), act.Today) is not { } period || period.To < act.Today)
        {
            return Act.Say(new Word("Bad.target_period", act.Slots.Text("period")));
        }

        if (Whose.Of(act).Bad is { } bad)
        {
            return Act.Say(bad);
        }

        var person = act.Org.Find(act.Frame.Ref("person") ?? act.Frame.Ref("owner"));
        var scope = act.Slots.Text("scope");
        var key = act.Frame.Ref("team") ?? (person is null && scope == "team" ? act.Me.Team?.Key : null);
        var team = key is not null ? await act.Db.Teams.FirstOrDefaultAsync(t => t.Key == key, cancellationToken) : null;
        if (person is null && team is null)
        {
            if (scope is null)
            {
                return Question.For(act, "person");
            }

            // A leader without a team of their own: their target counts the deals of everybody below.
            person = act.Me;
        }

        if (team is not null && act.Org.Everybody.Any(p => p.TeamId == team.Id && p.Active && !act.Viewer.Sees(p.Id)))
        {
            return Act.Say(new Word("Refused.whose", team));
        }

        var target = await PutAsync(act, person, team, period, act.Slots.Number("amount")!.Value, cancellationToken);
        Word said = new("Target.of", (object?)person ?? team!, PeriodName.Of(period, act.Slots.Text("period")));
        return act.Receipt("Receipt.target", null, said) with
        {
            Notices = person is null || person.Id == act.Me.Id ? [] : [new Notice(person, new View(null, null, new Word("Notice.target", act.Me, PeriodName.Of(period, act.Slots.Text("period")), new Money(target.Amount, target.Currency))))],
        };
    }

    /// <summary>One target for the same people and days: a second order changes it.</summary>
    private static async Task<Target> PutAsync(Act act, Person? person, Team? team, Period period, decimal amount, CancellationToken cancellationToken)
    {
        var (personId, teamId) = (person?.Id, person is null ? team?.Id : null);
        var target = await act.Db.Targets.FirstOrDefaultAsync(t => t.PersonId == personId && t.TeamId == teamId && t.From == period.From && t.To == period.To, cancellationToken);
        if (target is null)
        {
            target = new Target { Key = Keys.New('G'), CreatedAt = act.Now, PersonId = personId, TeamId = teamId, From = period.From, To = period.To };
            act.Db.Add(target);
        }

        var currency = act.Slots.Text("currency") ?? (target.Id == 0 ? await UsualAsync(act, personId, teamId, cancellationToken) : null);
        (target.Amount, target.Currency, target.SetById) = (amount, currency ?? target.Currency, act.Me.Id);
        return target;
    }

    /// <summary>The currency of most of their deals; null where they have none.</summary>
    private static Task<string?> UsualAsync(Act act, long? person, long? team, CancellationToken cancellationToken) =>
        act.Db.Deals.Where(d => person != null ? d.OwnerId == person : d.Owner.TeamId == team).GroupBy(d => d.Currency).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefaultAsync(cancellationToken)!;
}
