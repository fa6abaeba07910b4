using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Customers.Pool;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>AL-08: a customer of a grade that is to be met regularly, and was not for that long, is on its owner's list; when it counts as silent it is for customer success.</summary>
internal sealed class ContactDue : NudgeRule
{
    public const string Rule = "cadence";

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
        var terms = scan.Book[Id];
        var customers = await Due(scan, scan.Db.Customers.AsNoTracking())
            .Where(c => !scan.Db.Findings.Any(f => f.Rule == Rule && f.SubjectId == c.Id && f.PersonId == c.OwnerId && f.State != FindingState.Cleared && f.Since > (c.LastInteractionAt ?? c.CreatedAt)))
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. customers.SelectMany(c => ForFirst(scan, c, LastContact.Since(c, terms, scan.Org), LastContact.Facts(c, terms), scan.Org.Find(c.OwnerId)))];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var due = Due(scan, scan.Db.Customers);
        return findings.Where(f => !due.Any(c => c.Id == f.SubjectId && (c.LastInteractionAt ?? c.CreatedAt) <= f.Since));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (ids, terms) = (findings.Select(f => f.SubjectId).ToList(), scan.Book[Id]);
        var due = await Due(scan, scan.Db.Customers.AsNoTracking()).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt).ToListAsync(cancellationToken);
        List<Finding> still = [.. findings.Where(f => due.Exists(c => c.Id == f.SubjectId))];
        var tickets = await WaitingTickets.OfAsync(scan, ids, cancellationToken);
        return due.Count == 0 ? null : new Told(new Word("Nudge.cadence.title", due.Count), [.. due.Select(c => Row(c, terms, LastContact.Days(c, scan.Now, person.TimeZone), tickets.TryGetValue(c.Id, out var ticket) ? WaitingTickets.Say(scan, ticket, person) : null))], still)
        {
            Why = new Word("Nudge.cadence.why"), Next = await NextAsync(scan, still, cancellationToken), Buttons = [new Button("Button.contacts_due", "contact_due")],
        };
    }

    /// <summary>Of these those that their owner has to meet: whom customer success is sent to is not among them, or two would call on the same day.</summary>
    private IQueryable<Customer> Due(Scan scan, IQueryable<Customer> customers)
    {
        var due = LastContact.Past(customers, scan.Book[Id], scan.Now, scan.Org);
        return SilentCustomers.Called(scan) is { } called ? due.Where(c => !called.Any(other => other.Id == c.Id)) : due;
    }

    private static NudgeRow Row(Customer customer, RuleTerms terms, int days, Word? ticket) => new(
        customer.Name,
        new Word("Nudge.cadence.row", days, LastContact.Limit(customer, terms)) is var due && ticket is not null ? new Word("Format.Dot", due, ticket) : due,
        customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
        new Button("Button.log_followup", "log_followup", new Slots { ["customer"] = customer.Key }));
}
