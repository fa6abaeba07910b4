using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>CU-11: some days before a customer that nobody speaks with goes back to the pool its owner is told; a follow-up starts the days again (complaint 13). Nobody loses one without this.</summary>
internal sealed class PoolWarning : NudgeRule
{
    public override string Id => CustomerClock.Warning;

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner])] };

    /// <summary>Whoever rests it would keep the customer from the pool: it is told once.</summary>
    public override bool MayRest => false;

    /// <summary>The end of the days: another number of days before it is no news.</summary>
    public override Func<Evaluation, DateTimeOffset>? Occurrence => evaluation => evaluation.From.AddDays(evaluation.Limit);

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(scan.Definitions);
        var coming = await RecycleClock.ComingAsync(scan.Db, scan.Db.Customers.AsNoTracking(), rule, scan.Now, rule.WarnDays, cancellationToken);
        return [.. coming.SelectMany(c => ForFirst(scan, c, RecycleClock.EndsAt(c, rule)!.Value.AddDays(-rule.WarnDays), new Evaluation(RecycleClock.Since(c), rule.RecycleDays(c.Grade)) { Of = c.Grade }, scan.Org.Find(c.OwnerId)))];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var owned = RecycleClock.Unprotected(scan.Db, scan.Db.Customers, scan.Now);
        return findings.Where(f => !owned.Any(c => c.Id == f.SubjectId && c.OwnerId != null && (c.LastInteractionAt ?? c.CreatedAt) < f.Since && (c.OwnedSince == null || c.OwnedSince < f.Since)));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (ids, rule) = (findings.Select(f => f.SubjectId).ToList(), CustomerRule.Of(scan.Definitions));
        var coming = await RecycleClock.ComingAsync(scan.Db, scan.Db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)), rule, scan.Now, rule.WarnDays, cancellationToken);
        return coming.Count == 0 ? null : new Told(new Word("Nudge.recycle.title", coming.Count), [.. coming.Select(c => Row(c, Leaves(c, rule, findings.First(f => f.SubjectId == c.Id).ToldAt ?? scan.Now, person)))], [.. findings.Where(f => coming.Any(c => c.Id == f.SubjectId))])
        {
            Why = new Word("Nudge.recycle.why"), Buttons = [new Button(new Word("Command.list_recycle"), "list_recycle")],
        };
    }

    /// <summary>The day on which it goes: when its days are over, and not before as many days as the warning leaves have passed since it was told.</summary>
    private static DateOnly Leaves(Customer customer, CustomerRule rule, DateTimeOffset told, Person owner)
    {
        var (end, warned) = (RecycleClock.EndsAt(customer, rule)!.Value, told.AddDays(rule.WarnDays));
        return Presence.Day(owner, end > warned ? end : warned);
    }

    private static NudgeRow Row(Customer customer, DateOnly leaves) => new(
        customer.Name,
        new Word("Nudge.recycle.row", leaves, WorkCalendar.China.AddWorkdays(leaves, -1)),
        customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
        new Button("Button.log_followup", "log_followup", new Slots { ["customer"] = customer.Key }));
}
