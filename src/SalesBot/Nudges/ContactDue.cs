using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Customers.Pool;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tickets;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AL-08: a customer of a grade that is to be met regularly, and was not for that long, is on its owner's list; one of grade A comes back with each week's first digest, for the owner's superior
/// too. When it counts as silent it is for customer success.
/// </summary>
internal sealed class ContactDue : NudgeRule
{
    public const string Rule = "cadence";

    /// <summary>The grade that comes first: what is not met of it is told again.</summary>
    private const string First = "A";

    public override string Id => Rule;

    public override bool ByGrade => true;

    public override IReadOnlyList<string> SaidBy { get; } = [CustomerClock.Warning, "silent"];

    public override DateTimeOffset? Reached(Scan scan, Spell spell) => LastContact.Reached(spell, scan.Book[Id]);

    public override long? SubjectOf(LostDeal deal) => deal.Customer;

    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) => await LastContact.SpellsAsync(scan.Db, from, cancellationToken);

    public override RuleTerms Usual { get; } = new()
    {
        Channel = NudgeChannel.Digest, Grades = new Dictionary<string, int>(StringComparer.Ordinal) { ["A"] = 14, ["B"] = 21 }, Ladder = [new(0, [Recipients.Owner])],
    };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var (now, monday, settled) = (scan.Now, Weekly.Monday(scan), Weekly.ToldBefore(scan));
        var known = scan.Db.Findings.Where(f => f.Rule == Rule && f.State != FindingState.Cleared && scan.Db.Customers.Any(c => c.Id == f.SubjectId && c.OwnerId == f.PersonId && (c.LastInteractionAt ?? c.CreatedAt) < f.Since));
        var due = Due(scan, scan.Db.Customers.AsNoTracking()).OrderBy(c => c.Id);
        var first = await due.Where(c => !known.Any(f => f.SubjectId == c.Id)).ToListAsync(cancellationToken);
        var again = await due.Where(c => c.Grade == First && known.Any(f => f.SubjectId == c.Id && f.ToldAt < settled) && !known.Any(f => f.SubjectId == c.Id && (f.Since >= monday || f.ToldAt == null || f.SnoozedUntil > now))).ToListAsync(cancellationToken);
        return [.. first.SelectMany(c => ForFirst(scan, c, LastContact.Since(c, scan.Book[Id], scan.Org), LastContact.Facts(c, scan.Book[Id]), scan.Org.Find(c.OwnerId))), .. again.SelectMany(c => Again(scan, c))];
    }

    /// <summary>Its owner was told in an earlier week: they and their superior, at the end of the ladder, so that it climbs no second time.</summary>
    private IEnumerable<Finding> Again(Scan scan, Customer customer)
    {
        var (terms, owner) = (scan.Book[Id], scan.Org.Find(customer.OwnerId));
        var all = For(scan, customer, Weekly.Monday(scan), LastContact.Facts(customer, terms) with { Owner = owner?.Id }, Recipients.Of(terms.Ladder.SelectMany(s => s.To).Append(Recipients.Superior), owner, scan.Org)).ToList();
        all.ForEach(f => f.Step = terms.Ladder.Count - 1);
        return all;
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var due = Due(scan, scan.Db.Customers);
        return findings.Where(f => !due.Any(c => c.Id == f.SubjectId && (c.LastInteractionAt ?? c.CreatedAt) <= f.Since));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var due = await Due(scan, scan.Db.Customers.AsNoTracking()).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt).ToListAsync(cancellationToken);
        List<Finding> still = [.. findings.Where(f => due.Exists(c => c.Id == f.SubjectId))];
        var tickets = await WaitingTickets.OfAsync(scan, ids, cancellationToken);
        var others = due.TrueForAll(c => c.OwnerId != person.Id);
        return due.Count == 0 ? null : new Told(new Word(others ? "Nudge.cadence.others" : "Nudge.cadence.title", due.Count), [.. due.Select(c => Row(c, person, Says(scan, c, person, tickets.GetValueOrDefault(c.Id))))], still)
        {
            Why = others ? new Word("Nudge.cadence.why_others", due.Count) : new Word("Nudge.cadence.why"), Next = await NextAsync(scan, still, cancellationToken), Buttons = [new Button("Button.contacts_due", "contact_due")],
        };
    }

    /// <summary>Of these those that their owner has to meet: whom customer success is sent to is not among them, or two would call on the same day.</summary>
    private IQueryable<Customer> Due(Scan scan, IQueryable<Customer> customers)
    {
        var due = LastContact.Past(customers, scan.Book[Id], scan.Now, scan.Org);
        return SilentCustomers.Called(scan) is { } called ? due.Where(c => !called.Any(other => other.Id == c.Id)) : due;
    }

    /// <summary>For how long, whose it is, and what of ours they wait for.</summary>
    private static IEnumerable<Word> Says(Scan scan, Customer customer, Person reader, ServiceTicket? ticket)
    {
        yield return new Word("Nudge.cadence.row", LastContact.Days(customer, scan.Now, reader.TimeZone), LastContact.Limit(customer, scan.Book[Rule]));
        if (customer.OwnerId != reader.Id && scan.Org.Find(customer.OwnerId) is { } owner)
        {
            yield return new Word("Nudge.owner", owner);
        }

        if (ticket is not null)
        {
            yield return WaitingTickets.Say(scan, ticket, reader);
        }
    }

    /// <summary>Its owner logs what there was; whoever else is told looks at it.</summary>
    private static NudgeRow Row(Customer customer, Person reader, IEnumerable<Word> says)
    {
        Slots slots = new() { ["customer"] = customer.Key };
        return new NudgeRow(
            customer.Name,
            says.Aggregate((all, next) => new Word("Format.Dot", all, next)),
            customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
            customer.OwnerId == reader.Id ? new Button("Button.log_followup", "log_followup", slots) : new Button("Button.open", "show_customer", slots));
    }
}
