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
    public override string Id => "payment";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner, Recipients.Finance]), new(7, [Recipients.Superior]), new(21, [Recipients.Director])] };

    public override DateTimeOffset? Reached(Scan scan, Spell spell) => spell.From;

    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) => await PaymentSpells.SinceAsync(scan, from, cancellationToken);

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var today = scan.Today;
        var late = await scan.Db.Payments.AsNoTracking().Include(p => p.Contract).ThenInclude(c => c.Deal)
            .Where(p => p.PaidOn == null && p.DueOn < today).ToListAsync(cancellationToken);
        return [.. late.Where(p => IsLate(p, scan.Org.Find(p.Contract.Deal?.OwnerId), scan.Now))
            .SelectMany(p => ForFirst(scan, p, Reached(scan, PaymentSpells.Of(p))!.Value, new Evaluation(Zones.Instant(p.DueOn, TimeOnly.MinValue, "Asia/Shanghai"), 0), scan.Org.Find(p.Contract.Deal?.OwnerId)))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var late = await scan.Db.Payments.AsNoTrackingWithIdentityResolution().Include(p => p.Contract.Customer).Include(p => p.Contract.Payments).Include(p => p.Contract.Deal)
            .Where(p => ids.Contains(p.Id) && p.PaidOn == null).OrderByDescending(p => p.Amount).ToListAsync(cancellationToken);
        if (late.Count == 0)
        {
            return null;
        }

        List<Finding> still = [.. findings.Where(f => late.Exists(p => p.Id == f.SubjectId))];
        return new Told(new Word("Nudge.payment.title", late.Count), [.. late.Select(p => Row(scan, p, person))], still)
        {
            Why = await PassedAsync(scan, person, still, cancellationToken), Next = await NextAsync(scan, still, cancellationToken), AtStake = late.Sum(p => p.Amount), Buttons = late.Count == 1 ? [] : [new Button("Button.all_payments", "list_payments", new Slots { ["status"] = "overdue" })],
        };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Payments.Any(p => p.Id == f.SubjectId && p.PaidOn == null && p.DueOn < scan.Today));

    /// <summary>The day has passed where its owner is, and so has the first one after it on which banks work.</summary>
    private static bool IsLate(PaymentDue payment, Person? owner, DateTimeOffset now) => PaymentSpells.Last(payment) < (owner is null ? DateOnly.FromDateTime(Zones.Local(now, "Asia/Shanghai")) : Presence.Day(owner, now));

    private static NudgeRow Row(Scan scan, PaymentDue payment, Person reader) => new(
        payment.Contract.Customer?.Name ?? payment.Contract.Title,
        new Word("Nudge.payment.row", payment.Contract.Title, payment.DueOn, new Word("Count.days_late", Presence.Day(reader, scan.Now).DayNumber - payment.DueOn.DayNumber)) is var late
            && scan.Org.Find(payment.Contract.Deal?.OwnerId) is { } owner && owner.Id != reader.Id ? new Word("Format.Dot", late, new Word("Nudge.owner", owner)) : late,
        new Money(PaymentContracts.OpenOf(payment.Contract, payment), payment.Contract.Currency),
        reader.Role == Role.Finance ? new Button("Button.record_payment", "record_payment", new Slots { ["contract"] = payment.Contract.Key })
            : new Button("Button.open_contract", "show_contract", new Slots { ["contract"] = payment.Contract.Key }));
}
