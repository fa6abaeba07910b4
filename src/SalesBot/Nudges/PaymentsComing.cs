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
    private const int Most = 5;

    /// <summary>Days ahead.</summary>
    private const int Ahead = 3;

    public override string Id => "payment_soon";

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var (today, last) = (scan.Today, scan.Today.AddDays(Ahead));
        var coming = await scan.Db.Payments.AsNoTracking().Include(p => p.Contract).ThenInclude(c => c.Deal).Where(p => p.PaidOn == null && p.DueOn >= today && p.DueOn <= last).ToListAsync(cancellationToken);
        var ids = coming.Select(p => p.Id).ToList();
        var known = (await scan.Db.Findings.Where(f => f.Rule == "payment_soon" && ids.Contains(f.SubjectId)).Select(f => new { f.SubjectId, f.Since }).ToListAsync(cancellationToken)).Select(f => (f.SubjectId, f.Since)).ToHashSet();
        return [.. coming.SelectMany(p => For(scan, p, Zones.Instant(p.DueOn.AddDays(-Ahead), TimeOnly.MinValue, "Asia/Shanghai"), scan.Org.Find(p.Contract.Deal?.OwnerId))).Where(f => !known.Contains((f.SubjectId, f.Since)))];
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

        var view = NudgeList.Of(new Word("Nudge.payment_soon.title", coming.Count), null, coming, Most, p => Row(p, today), new Button("Command.list_payments", "list_payments"));
        return new Told(view, [.. findings.Where(f => coming.Exists(p => p.Id == f.SubjectId))]);
    }

    private static NudgeRow Row(PaymentDue payment, DateOnly today) => new(
        payment.Contract.Customer?.Name ?? payment.Contract.Title,
        new Word(payment.DueOn == today ? "Nudge.payment_soon.today" : "Nudge.payment_soon.row", payment.Contract.Title, payment.DueOn),
        new Money(PaymentContracts.OpenOf(payment.Contract, payment), payment.Contract.Currency),
        new Button("Command.show_contract", "show_contract", new Slots { ["contract"] = payment.Contract.Key }));
}
