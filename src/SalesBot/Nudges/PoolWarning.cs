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

/// <summary>
/// CU-11: some days before a customer that nobody speaks with goes back to the pool its owner is told, and their superior; a follow-up starts the days again (complaint 13). Nobody
/// loses one without this; who was on leave meanwhile is told once more on the day before.
/// </summary>
internal sealed class PoolWarning : NudgeRule
{
    public override string Id => CustomerClock.Warning;

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner, Recipients.Superior])] };

    /// <summary>Whoever rests it would keep the customer from the pool: it is told once.</summary>
    public override bool MayRest => false;

    /// <summary>The end of the days: another number of days before it is no news, another day is.</summary>
    public override Func<Evaluation, DateTimeOffset>? Occurrence => evaluation => evaluation.By is { } day ? Zones.Instant(day, TimeOnly.MinValue, "Asia/Shanghai") : evaluation.From.AddDays(evaluation.Limit);

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(scan.Definitions);
        var coming = await RecycleClock.ComingAsync(scan.Db, scan.Db.Customers.AsNoTracking(), rule, scan.Now, rule.WarnDays, cancellationToken);
        var spared = await CustomerClock.SparedAsync(scan.Db, scan.Org, rule, scan.Now, cancellationToken);
        return [.. coming.SelectMany(c => ForFirst(scan, c, RecycleClock.EndsAt(c, rule)!.Value.AddDays(-rule.WarnDays), Facts(c, rule), scan.Org.Find(c.OwnerId))),
            .. spared.SelectMany(s => For(scan, s.Customer, Zones.Instant(Presence.Day(s.Owner, scan.Now), TimeOnly.MinValue, s.Owner.TimeZone), Facts(s.Customer, rule) with { By = s.Goes, Owner = s.Owner.Id }, s.Owner))];
    }

    private static Evaluation Facts(Customer customer, CustomerRule rule) => new(RecycleClock.Since(customer), rule.RecycleDays(customer.Grade)) { Of = customer.Grade };

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var owned = RecycleClock.Unprotected(scan.Db, scan.Db.Customers, scan.Now);
        return findings.Where(f => !owned.Any(c => c.Id == f.SubjectId && c.OwnerId != null && (c.LastInteractionAt ?? c.CreatedAt) < f.Since && (c.OwnedSince == null || c.OwnedSince < f.Since)));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (ids, rule) = (findings.Select(f => f.SubjectId).ToList(), CustomerRule.Of(scan.Definitions));
        var coming = await RecycleClock.ComingAsync(scan.Db, scan.Db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)), rule, scan.Now, rule.WarnDays, cancellationToken);
        if (coming.Count == 0)
        {
            return null;
        }

        List<Finding> still = [.. findings.Where(f => coming.Any(c => c.Id == f.SubjectId))];
        var first = (await scan.Db.Findings.Where(f => f.Rule == Id && ids.Contains(f.SubjectId) && f.State != FindingState.Cleared).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId);
        return new Told(new Word("Nudge.recycle.title", coming.Count), [.. coming.Select(c => Row(scan, c, Leaves(scan, c, rule, [.. first[c.Id].Where(f => f.PersonId == c.OwnerId)]), person))], still)
        {
            Why = new Word("Nudge.recycle.why"), Next = await NextAsync(scan, still, cancellationToken), Buttons = [new Button(new Word("Command.list_recycle"), "list_recycle")],
        };
    }

    /// <summary>The day on which it goes: when its days are over, and not before as many days as the warning leaves have passed since its owner was told; the day after their leave, where that was said.</summary>
    /// <param name="first">What its owner was, or is now, told.</param>
    private static DateOnly Leaves(Scan scan, Customer customer, CustomerRule rule, IReadOnlyList<Finding> first)
    {
        if (first.Select(f => Evaluation.Read(f.Facts)?.By).Max() is { } said)
        {
            return said;
        }

        var (end, warned) = (RecycleClock.EndsAt(customer, rule)!.Value, first.Select(f => f.ToldAt).Min() is { } told ? told.AddDays(rule.WarnDays) : scan.Now.AddDays(rule.WarnDays));
        return scan.Org.Find(customer.OwnerId) is { } owner ? Presence.Day(owner, end > warned ? end : warned) : (scan with { Now = end }).Today;
    }

    /// <summary>Its owner logs what there was; whoever else hears of it looks at it.</summary>
    private static NudgeRow Row(Scan scan, Customer customer, DateOnly leaves, Person reader)
    {
        var (slots, goes) = (new Slots { ["customer"] = customer.Key }, new Word("Nudge.recycle.row", leaves, WorkCalendar.China.AddWorkdays(leaves, -1)));
        var other = scan.Org.Find(customer.OwnerId) is { } owner && owner.Id != reader.Id ? owner : null;
        return new NudgeRow(
            customer.Name,
            other is null ? goes : new Word("Format.Dot", goes, new Word("Nudge.owner", other)),
            customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
            other is null ? new Button("Button.log_followup", "log_followup", slots) : new Button("Button.open", "show_customer", slots));
    }
}
