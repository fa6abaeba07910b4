using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>How far somebody is towards the target, beside how much of the period is over (GO-04); only deals in the target's currency count.</summary>
internal sealed class TargetProgress : Command
{
    private const int Most = 12;

    public override CommandSpec Spec { get; } = new("target_progress", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var slot = act.Slots.Text("period");
        var period = Period.Read(slot, act.Today) ?? new Period(act.Today, act.Today);
        var targets = await Of(act, whose).Where(t => t.From <= period.To && t.To >= period.From).Include(t => t.Person).Include(t => t.Team)
            .OrderByDescending(t => t.From).ThenByDescending(t => t.Amount).Take(Most).ToListAsync(cancellationToken);
        Word title = new("Target.title", whose.Label);
        Button[] buttons = act.Me.May(Permission.ManageTeam) ? [new Button("Command.set_target", "set_target")] : [];
        if (targets.Count == 0)
        {
            return await ShowStanding.OfAsync(act, whose, "Target.none", cancellationToken, buttons);
        }

        var rows = new List<object>();
        foreach (var target in targets)
        {
            rows.Add(Row(act, target, await WonAsync(act, target, cancellationToken)));
        }

        return new Reply(new View("list", new { Title = title, Rows = rows, Buttons = buttons }, title));
    }

    private static IQueryable<Target> Of(Act act, Whose whose)
    {
        var teams = Teams(act, whose);
        if (act.Frame.Ref("team") is { } team)
        {
            return act.Db.Targets.Where(t => t.Team!.Key == team && teams.Contains(t.TeamId!.Value));
        }

        return whose.Owners is { } owners
            ? act.Db.Targets.Where(t => (t.PersonId != null && owners.Contains(t.PersonId.Value)) || (t.TeamId != null && teams.Contains(t.TeamId.Value)))
            : act.Db.Targets;
    }

    /// <summary>The teams all of whose members are among these people: a team's sum would tell of the others.</summary>
    private static List<long> Teams(Act act, Whose whose) =>
        [.. act.Org.Everybody.Where(p => p.TeamId is not null && p.Active).GroupBy(p => p.TeamId!.Value).Where(team => team.All(p => whose.Has(p.Id))).Select(team => team.Key)];

    private static async Task<decimal> WonAsync(Act act, Target target, CancellationToken cancellationToken)
    {
        var (from, to) = (ActivityFacts.Start(act, target.From), ActivityFacts.Start(act, target.To.AddDays(1)));
        var won = act.Db.Deals.Where(d => d.Status == DealStatus.Won && d.ClosedAt >= from && d.ClosedAt < to && d.Currency == target.Currency);
        won = target.TeamId is { } team ? won.Where(d => d.Owner.TeamId == team)
            : act.Org.Find(target.PersonId) is { } person && act.Org.Viewer(person).Owners is { } below ? won.Where(d => below.Contains(d.OwnerId)) : won;
        return await won.SumAsync(d => d.Amount, cancellationToken) ?? 0;
    }

    private static object Row(Act act, Target target, decimal won)
    {
        var days = target.To.DayNumber - target.From.DayNumber + 1;
        var passed = Math.Clamp((act.Today.DayNumber - target.From.DayNumber + 1) / (double)days, 0, 1);
        return new
        {
            Main = new Word("Target.of", (object?)act.Org.Find(target.PersonId) ?? target.Team, PeriodName.Of(new Period(target.From, target.To), null)),
            Second = new Word("Target.row", new Money(won, target.Currency), new Money(target.Amount, target.Currency), passed),
            Value = new Word("Target.share", (double)(won / target.Amount)),
        };
    }
}
