using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AL-09: a payment of a contract's plan that is past its day is told to the deal's owner and to finance, and goes up the ladder; once all of it were told, it comes back to the first of them with each
/// week's first digest, unless the customer has promised to pay on a day to come.
/// </summary>
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
        late.RemoveAll(p => !IsLate(p, scan.Org.Find(p.Contract.Deal?.OwnerId), scan.Now));
        return [.. late.SelectMany(p => ForFirst(scan, p, Reached(scan, PaymentSpells.Of(p))!.Value, Facts(p), scan.Org.Find(p.Contract.Deal?.OwnerId))), .. await AgainAsync(scan, late, cancellationToken)];
    }

    private static Evaluation Facts(PaymentDue payment) => new(Zones.Instant(payment.DueOn, TimeOnly.MinValue, "Asia/Shanghai"), 0);

    /// <summary>Told to all of the ladder long ago: to its first again, at its end, so that it climbs no second time. Whoever had it rest, or has not been told yet, is not told twice.</summary>
    private async Task<IReadOnlyList<Finding>> AgainAsync(Scan scan, List<PaymentDue> late, CancellationToken cancellationToken)
    {
        var (ladder, monday) = (scan.Book[Id].Ladder, Weekly.Monday(scan));
        var settled = Weekly.ToldBefore(scan, Math.Max(Weekly.Settled, ladder[^1].After));
        var open = (await scan.Db.Findings.AsNoTracking().Where(f => f.Rule == Id && f.State != FindingState.Cleared && scan.Db.Findings.Any(first => first.Rule == f.Rule && first.SubjectId == f.SubjectId && first.State != FindingState.Cleared && first.Step == 0 && first.ToldAt < settled)).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId);
        var again = late.FindAll(p => open.Contains(p.Id));
        var promised = await PromisedAsync(scan, again, cancellationToken);
        return [.. again.Where(p => !promised.Contains(p.Contract.CustomerId)).SelectMany(p =>
        {
            var owner = scan.Org.Find(p.Contract.Deal?.OwnerId);
            var waits = open[p.Id].Where(f => f.State == FindingState.Waiting && f.Since < monday).Select(f => f.PersonId).ToHashSet();
            var told = For(scan, p, monday, Facts(p) with { Owner = owner?.Id }, Recipients.Of(ladder[0].To, owner, scan.Org).Where(person => !waits.Contains(person.Id))).ToList();
            told.ForEach(f => f.Step = ladder.Count - 1);
            return told;
        })];
    }

    /// <summary>Customers of these who have promised money by a day that had not passed when this week began.</summary>
    private static async Task<HashSet<long?>> PromisedAsync(Scan scan, List<PaymentDue> late, CancellationToken cancellationToken)
    {
        var (customers, monday) = (late.Select(p => p.Contract.CustomerId).Distinct().ToList(), WeekReport.Monday(scan.Today));
        var promises = await scan.Db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.Side == PromiseSide.Theirs && p.DueOn >= monday && customers.Contains(p.CustomerId)).ToListAsync(cancellationToken);
        return [.. promises.Where(p => RuleWords.Lists.In("event", p.Content) == "payment").Select(p => (long?)p.CustomerId)];
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
        var again = await AgainAsync(scan, person, still, cancellationToken);
        return new Told(new Word("Nudge.payment.title", late.Count), [.. late.Select(p => Row(scan, p, person, ToldToo(again, p, p.Contract.Deal?.OwnerId)))], still)
        {
            Why = again.Count == late.Count ? new Word("Nudge.payment.again", late.Count) : await PassedAsync(scan, person, still.FindAll(f => !again.ContainsKey(f.SubjectId)), cancellationToken), Next = await NextAsync(scan, still, cancellationToken), AtStake = late.Sum(p => p.Amount), Buttons = late.Count == 1 ? [] : [new Button("Button.all_payments", "list_payments", new Slots { ["status"] = "overdue" })],
        };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Payments.Any(p => p.Id == f.SubjectId && p.PaidOn == null && p.DueOn < scan.Today));

    /// <summary>The day has passed where its owner is, and so has the first one after it on which banks work.</summary>
    private static bool IsLate(PaymentDue payment, Person? owner, DateTimeOffset now) => PaymentSpells.Last(payment) < (owner is null ? DateOnly.FromDateTime(Zones.Local(now, "Asia/Shanghai")) : Presence.Day(owner, now));

    /// <summary>Since when it is late, and who knows of it besides its owner; finance books it, others look at the contract.</summary>
    private static NudgeRow Row(Scan scan, PaymentDue payment, Person reader, IEnumerable<Word> known) => new(
        payment.Contract.Customer?.Name ?? payment.Contract.Title,
        known.Aggregate(new Word("Nudge.payment.row", payment.Contract.Title, payment.DueOn, new Word("Count.days_late", Presence.Day(reader, scan.Now).DayNumber - payment.DueOn.DayNumber)) is var late
            && scan.Org.Find(payment.Contract.Deal?.OwnerId) is { } owner && owner.Id != reader.Id ? new Word("Format.Dot", late, new Word("Nudge.owner", owner)) : late, (all, next) => new Word("Format.Dot", all, next)),
        new Money(PaymentContracts.OpenOf(payment.Contract, payment), payment.Contract.Currency),
        reader.Role == Role.Finance ? new Button("Button.record_payment", "record_payment", new Slots { ["contract"] = payment.Contract.Key })
            : new Button("Button.open_contract", "show_contract", new Slots { ["contract"] = payment.Contract.Key }));
}
