using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>AL-09: a payment of a contract's plan that is past its day is told once to the deal's owner and to finance.</summary>
internal sealed class OverduePayments : NudgeRule
{
    private const int Most = 5;

    public override string Id => "payment";

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var today = scan.Today;
        var late = await scan.Db.Payments.AsNoTracking().Include(p => p.Contract).ThenInclude(c => c.Deal)
            .Where(p => p.PaidOn == null && p.DueOn < today).ToListAsync(cancellationToken);
        var ids = late.Select(p => p.Id).ToList();
        // One that got another day is late anew.
        var known = (await scan.Db.Findings.Where(f => f.Rule == "payment" && ids.Contains(f.SubjectId)).Select(f => new { f.SubjectId, f.Since }).ToListAsync(cancellationToken)).Select(f => (f.SubjectId, f.Since)).ToHashSet();
        var finance = scan.Org.With(Role.Finance);
        return [.. late.SelectMany(p => For(scan, p, Zones.Instant(p.DueOn, TimeOnly.MinValue, "Asia/Shanghai"), [scan.Org.Find(p.Contract.Deal?.OwnerId), .. finance])).Where(f => !known.Contains((f.SubjectId, f.Since)))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var late = await scan.Db.Payments.AsNoTrackingWithIdentityResolution().Include(p => p.Contract.Customer).Include(p => p.Contract.Payments)
            .Where(p => ids.Contains(p.Id) && p.PaidOn == null).OrderByDescending(p => p.Amount).ToListAsync(cancellationToken);
        if (late.Count == 0)
        {
            return null;
        }

        Word title = new("Nudge.payment.title", late.Count);
        var view = NudgeList.Of(title, null, late, Most, p => Row(p, scan.Today), new Button("Button.all_payments", "list_payments", new Slots { ["status"] = "overdue" }));
        return new Told(view, [.. findings.Where(f => late.Exists(p => p.Id == f.SubjectId))]);
    }

    private static NudgeRow Row(PaymentDue payment, DateOnly today) => new(
        payment.Contract.Customer?.Name ?? payment.Contract.Title,
        new Word("Nudge.payment.row", payment.Contract.Title, payment.DueOn, new Word("Count.days_late", today.DayNumber - payment.DueOn.DayNumber)),
        new Money(PaymentContracts.OpenOf(payment.Contract, payment), payment.Contract.Currency),
        null);
}
