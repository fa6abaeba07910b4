using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tickets;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// CU-14: a ticket that is open and nobody has spoken with the customer for some days, an urgent one a day, is told to who takes care of it, and then to their superior and whoever reported it;
/// with each week in which nothing happens to who has it again, an urgent one to the superior too. A contact that is logged starts the days again, closing it ends them.
/// </summary>
internal sealed class OpenTickets : NudgeRule
{
    /// <summary>Days for one that is urgent.</summary>
    private const int UrgentDays = 1;

    private const string Urgently = "urgent";

    public override string Id => "ticket";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Days = 5, Ladder = [new(0, [Recipients.Owner]), new(3, [Recipients.Superior])] };

    /// <summary>Whoever is sent to the customer reads of the ticket there.</summary>
    public override IReadOnlyList<string> SaidBy { get; } = ["silent"];

    /// <summary>Days of the calendar, so that it is told on the morning of the last.</summary>
    public override DateTimeOffset? Reached(Scan scan, Spell spell) =>
        Zones.Instant(DateOnly.FromDateTime(Zones.Local(spell.From, spell.Zone)).AddDays(spell.Of == Urgently ? UrgentDays : scan.Book[Id].Days ?? UrgentDays), TimeOnly.MinValue, spell.Zone);

    /// <summary>Its tickets, each from when it was opened, those that are open still from the last word with the customer.</summary>
    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) =>
        [.. (await scan.Db.Tickets.AsNoTracking().Include(t => t.Customer).Where(t => t.ClosedAt == null || t.ClosedAt >= from).ToListAsync(cancellationToken)).Select(Of)];

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var open = await scan.Db.Tickets.AsNoTracking().Include(t => t.Customer).Where(t => t.State == TicketState.Open && t.Customer.MergedIntoId == null).ToListAsync(cancellationToken);
        var settled = SettledBy(scan);
        var told = (await scan.Db.Findings.Where(f => f.Rule == Id && f.ToldAt < settled).Select(f => new { f.SubjectId, f.Since }).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId, f => f.Since);
        return [.. open.SelectMany(t => Reached(scan, Of(t)) is { } since && since <= scan.Now
            ? Told(scan, t, since, told[t.Id].Any(before => before >= since), new Evaluation(LastWord(t), t.Urgent ? UrgentDays : scan.Book[Id].Days ?? UrgentDays) { Of = t.Urgent ? Urgently : null }) : [])];
    }

    /// <summary>Who is told first; in later weeks they again, of an urgent one all of the ladder at once, at its end.</summary>
    private IEnumerable<Finding> Told(Scan scan, ServiceTicket ticket, DateTimeOffset since, bool again, Evaluation facts)
    {
        var (whose, ladder) = (Whose(scan, ticket), scan.Book[Id].Ladder);
        if (!again)
        {
            return ForFirst(scan, ticket, since, facts, whose);
        }

        var all = For(scan, ticket, Weekly.Monday(scan), facts with { Owner = whose?.Id }, Recipients.Of(ladder.Take(ticket.Urgent ? ladder.Count : 1).SelectMany(s => s.To), whose, scan.Org)).ToList();
        all.ForEach(f => f.Step = ladder.Count - 1);
        return all;
    }

    /// <summary>What was told before then is told again this week; nothing is before all of the ladder were told.</summary>
    private DateTimeOffset SettledBy(Scan scan) => Weekly.ToldBefore(scan, Math.Max(Weekly.Settled, scan.Book[Id].Ladder[^1].After));

    /// <summary>Whoever reported it answers to the customer: they hear that it still stands when the superior does.</summary>
    public override async Task<IReadOnlyList<Finding>> BesidesAsync(Scan scan, IReadOnlyList<Finding> climbed, CancellationToken cancellationToken)
    {
        var ids = climbed.Select(f => f.SubjectId).Distinct().ToList();
        var tickets = ids.Count == 0 ? [] : await scan.Db.Tickets.AsNoTracking().Include(t => t.Customer).Where(t => ids.Contains(t.Id)).ToListAsync(cancellationToken);
        return [.. tickets.SelectMany(t => climbed.First(f => f.SubjectId == t.Id) is var step && scan.Org.Find(t.ReporterId) is { Active: true } reporter && reporter.Id != Whose(scan, t)?.Id
            ? [new Finding { Rule = Id, SubjectId = t.Id, SubjectKey = t.Key, Since = step.Since, PersonId = reporter.Id, FoundAt = scan.Now, Book = step.Book, Step = step.Step, Facts = step.Facts }] : Array.Empty<Finding>())];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var settled = SettledBy(scan);
        return findings.Where(f => !scan.Db.Tickets.Any(t => t.Id == f.SubjectId && t.State == TicketState.Open && (t.Customer.LastInteractionAt == null || t.Customer.LastInteractionAt <= f.Since)
            && (f.Since >= settled || f.ToldAt == null || f.ToldAt >= settled)));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var open = await scan.Db.Tickets.AsNoTracking().Include(t => t.Customer).Where(t => ids.Contains(t.Id) && t.State == TicketState.Open).OrderByDescending(t => t.Urgent).ThenBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        List<Finding> still = [.. findings.Where(f => open.Exists(t => t.Id == f.SubjectId))];
        var (mine, reported) = (open.Exists(t => Whose(scan, t)?.Id == person.Id), open.TrueForAll(t => t.ReporterId == person.Id && Whose(scan, t)?.Id != person.Id));
        var again = await AgainAsync(scan, person, still, cancellationToken);
        return new Told(new Word(reported ? "Nudge.ticket.reported" : "Nudge.ticket.title", open.Count), open.ConvertAll(t => Row(scan, t, person, ToldToo(again, t, t.AssigneeId))), still)
        {
            IsNews = reported, Why = await PassedAsync(scan, person, still.FindAll(f => !again.ContainsKey(f.SubjectId)), cancellationToken) ?? new Word(mine || still.Exists(f => f.Step == 0) ? "Nudge.ticket.why" : "Nudge.ticket.still"), Next = await NextAsync(scan, still, cancellationToken),
            Buttons = open.Count > 1 ? [new Button("Command.list_tickets", "list_tickets")] : [],
        };
    }

    /// <summary>The last time that anything was said of it: when it was opened, or a contact with the customer since.</summary>
    private static DateTimeOffset LastWord(ServiceTicket ticket) => ticket.Customer.LastInteractionAt is { } last && last > ticket.CreatedAt ? last : ticket.CreatedAt;

    private static Spell Of(ServiceTicket ticket) => new(ticket.Id, ticket.ClosedAt is null ? LastWord(ticket) : ticket.CreatedAt, ticket.ClosedAt, ticket.Urgent ? Urgently : null);

    /// <summary>Who takes care of it; nobody does: who has the customer.</summary>
    private static Person? Whose(Scan scan, ServiceTicket ticket) => scan.Org.Find(ticket.AssigneeId) ?? scan.Org.Find(ticket.Customer.OwnerId);

    /// <summary>For how long it is open, with whom it is, and who else knows of it.</summary>
    private static NudgeRow Row(Scan scan, ServiceTicket ticket, Person reader, IEnumerable<Word> known)
    {
        var (days, last) = (Presence.Day(reader, scan.Now).DayNumber - Presence.Day(reader, ticket.CreatedAt).DayNumber, LastWord(ticket));
        Word open = new(last > ticket.CreatedAt ? "Nudge.ticket.row_since" : "Nudge.ticket.row", new Word("Count.days", days), Excerpt.Of(ticket.Content, 80), Presence.Day(reader, last));
        return new NudgeRow(
            new Word("Ticket.title", ticket.Customer.Name, ticket.Kind),
            known.Aggregate(ticket.AssigneeId == reader.Id ? open : new Word("Format.Dot", open, new Word("Nudge.ticket.with", scan.Org.Find(ticket.AssigneeId) is { } person ? person : new Word("Ticket.nobody_yet"))), (all, next) => new Word("Format.Dot", all, next)),
            ticket.Urgent ? new Word("Nudge.ticket.urgent") : (object)"",
            new Button("Button.open", "show_ticket", new Slots { ["ticket"] = ticket.Key }));
    }
}
