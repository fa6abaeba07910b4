using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>AL-09: three days before a payment of a contract's plan is due its deal's owner is told, in time to remind the customer.</summary>
internal sealed class PaymentsComing : NudgeRule
{
    public override string Id => "payment_soon";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Days = 3, Ladder = [new(0, [Recipients.Owner])] };

    public override DateTimeOffset? Reached(Scan scan, Spell spell) => spell.From.AddDays(-(scan.Book[Id].Days ?? 0));

    /// <summary>The day it is due.</summary>
    public override Func<Evaluation, DateTimeOffset>? Occurrence => evaluation => evaluation.From;

    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) => await PaymentSpells.SinceAsync(scan, from, cancellationToken);

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var ahead = scan.Book[Id].Days ?? 0;
        var (today, last) = (scan.Today, scan.Today.AddDays(ahead));
        var coming = await scan.Db.Payments.AsNoTracking().Include(p => p.Contract).ThenInclude(c => c.Deal).Where(p => p.PaidOn == null && p.DueOn >= today && p.DueOn <= last).ToListAsync(cancellationToken);
        return [.. coming.SelectMany(p => ForFirst(scan, p, Reached(scan, PaymentSpells.Of(p))!.Value, new Evaluation(Zones.Instant(p.DueOn, TimeOnly.MinValue, "Asia/Shanghai"), ahead), scan.Org.Find(p.Contract.Deal?.OwnerId)))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var today = scan.Today;
        var coming = await scan.Db.Payments.AsNoTrackingWithIdentityResolution().Include(p => p.Contract.Customer).Include(p => p.Contract.Payments)
            .Where(p => ids.Contains(p.Id) && p.PaidOn == null && p.DueOn >= today).OrderBy(p => p.DueOn).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        if (coming.Count == 0)
        {
            return null;
        }

        return new Told(new Word("Nudge.payment_soon.title", coming.Count), [.. coming.Select(p => Row(p, today))], [.. findings.Where(f => coming.Exists(p => p.Id == f.SubjectId))])
        {
            AtStake = coming.Sum(p => p.Amount), Buttons = coming.Count == 1 ? [] : [new Button("Button.coming_payments", "list_payments")],
        };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Payments.Any(p => p.Id == f.SubjectId && p.PaidOn == null && p.DueOn >= scan.Today));

    private static NudgeRow Row(PaymentDue payment, DateOnly today) => new(
        payment.Contract.Customer?.Name ?? payment.Contract.Title,
        new Word(payment.DueOn == today ? "Nudge.payment_soon.today" : "Nudge.payment_soon.row", payment.Contract.Title, payment.DueOn),
        new Money(PaymentContracts.OpenOf(payment.Contract, payment), payment.Contract.Currency),
        new Button("Button.open_contract", "show_contract", new Slots { ["contract"] = payment.Contract.Key }));
}
