using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>
/// An act on one ticket (CU-14): the one of the key, that in view, or the only one that it can be done to of the customer; where none is named, of those that are the speaker's to deal with. Of
/// several one is chosen.
/// </summary>
/// <param name="id">Of the command.</param>
/// <param name="of">Tickets of which state it is done to.</param>
/// <param name="asks">A further slot that it requires.</param>
internal abstract class TicketAct(string id, TicketState of, string? asks) : Command
{
    private const int Offered = 6;

    public override CommandSpec Spec { get; } = new(id, Permission.ReadSales) { MayAsk = ["customer", .. asks is null ? Array.Empty<string>() : [asks]] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var seen = act.Db.Tickets.Include(t => t.Customer).ThenInclude(c => c.Owner).VisibleTo(act.Viewer);
        var (key, customer) = (act.Slots.Text("ticket"), act.Frame.Ref("customer"));
        if (key is null && customer is null && act.Slots.Text("customer") is { } nobody)
        {
            return Question.NotFound(act, "customer", nobody);
        }

        var found = key is not null ? await seen.Where(t => t.Key == key).ToListAsync(cancellationToken) : await MeantAsync(act, seen, customer, cancellationToken);
        if (found.Count != 1)
        {
            return found.Count > 0 ? Which(act, found) : key is not null ? Act.Say("NotFound.gone") : customer is null ? Question.For(act, "customer") : Act.Say(new Word("Ticket.none." + of));
        }

        var ticket = found[0];
        if (!TicketFacts.MayHandle(act, ticket))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Ticket.not_yours", ticket.Customer.Name));
        }

        if (ticket.State != of)
        {
            return Act.Say(new Word("Ticket.already." + ticket.State, ticket.Customer.Name, ticket.ClosedAt));
        }

        act.Slots["ticket"] = ticket.Key;
        return asks is not null && act.Slots.Text(asks) is null && act.Frame.Ref(asks) is null ? Question.For(act, asks) : await DoAsync(act, ticket, cancellationToken);
    }

    /// <summary>The one in view where it is of the customer, else the customer's, else the speaker's own.</summary>
    private async Task<List<ServiceTicket>> MeantAsync(Act act, IQueryable<ServiceTicket> seen, string? customer, CancellationToken cancellationToken)
    {
        if (act.Focus is { Listed: TicketFacts.Listed, List: [var only] } && await seen.FirstOrDefaultAsync(t => t.Key == only && t.State == of && (customer == null || t.Customer.Key == customer), cancellationToken) is { } inView)
        {
            return [inView];
        }

        var me = act.Me.Id;
        var meant = customer is not null ? seen.Where(t => t.Customer.Key == customer) : seen.Where(t => t.AssigneeId == me || t.ReporterId == me || t.Customer.OwnerId == me);
        return await meant.Where(t => t.State == of).OrderByDescending(t => t.Id).Take(Offered).ToListAsync(cancellationToken);
    }

    /// <summary>It stays in view.</summary>
    protected static Focus About(Act act, ServiceTicket ticket) => act.Listing([ticket.Key], TicketFacts.Listed) with { Customer = ticket.Customer.Key };

    protected abstract Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken);

    /// <summary>Whoever has a part in it and did not do it.</summary>
    protected static IEnumerable<Person> Others(Act act, ServiceTicket ticket, params IEnumerable<Person?> more) =>
        new[] { ticket.ReporterId, ticket.AssigneeId, ticket.Customer.OwnerId }.Select(id => act.Org.Find(id)).Concat(more).OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id).DistinctBy(p => p.Id);

    private Reply Which(Act act, IReadOnlyList<ServiceTicket> tickets)
    {
        var known = Orders.ToData(act.Frame);
        Word text = "Ticket.which";
        var buttons = tickets.Select(t => new Button(new Word("Format.Plain", Excerpt.Of(t.Content)), Spec.Id, new Slots(known) { ["ticket"] = t.Key })).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + Spec.Id), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Listing([.. tickets.Select(t => t.Key)], TicketFacts.Listed) };
    }
}

/// <summary>It is settled: what was done is written down, and whoever reported it is asked how content the customer is.</summary>
internal sealed class CloseTicket() : TicketAct("close_ticket", TicketState.Open, "note")
{
    protected override Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken)
    {
        (ticket.State, ticket.ClosedAt, ticket.ClosingNote) = (TicketState.Closed, act.Now, act.Slots.Text("note", 1000));
        Word told = new("Ticket.closed_told", act.Me, ticket.Customer.Name, ticket.Content, ticket.ClosingNote!);
        Word ask = new("Ticket.ask_rating", ticket.Customer.Name);
        var card = new View("text", new { Title = new Word("Ticket.closed_title", ticket.Customer.Name), Paragraphs = new[] { told, ask }, Buttons = TicketFacts.Scores(ticket.Key).ToList() }, told);
        return Task.FromResult(act.Receipt("Receipt.ticket_closed", ticket.Customer.Name, ask, [.. TicketFacts.Scores(ticket.Key)]) with
        {
            Focus = About(act, ticket),
            Notices = [.. Others(act, ticket).Select(p => new Notice(p, card))],
        });
    }
}

/// <summary>What was done did not help: it is open again, and whoever takes care of it is told.</summary>
internal sealed class ReopenTicket() : TicketAct("reopen_ticket", TicketState.Closed, "reason")
{
    protected override Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken)
    {
        (ticket.State, ticket.ClosedAt, ticket.Reopened) = (TicketState.Open, null, ticket.Reopened + 1);
        Word told = new("Ticket.reopened_told", act.Me, ticket.Customer.Name, ticket.Content, act.Slots.Text("reason", 400)!);
        return Task.FromResult(act.Receipt("Receipt.ticket_reopened", ticket.Customer.Name, new Word("Format.Plain", act.Slots.Text("reason", 400))) with
        {
            Focus = About(act, ticket),
            Notices = [.. Others(act, ticket).Select(p => new Notice(p, new View(null, null, told)))],
        });
    }
}

/// <summary>How content the customer was with it, 1 to 5 (CU-14); once, and then as it was said last.</summary>
internal sealed class RateTicket() : TicketAct("rate_ticket", TicketState.Closed, "score")
{
    protected override async Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken)
    {
        if (RateCustomer.Score(act) is not { } score)
        {
            return Question.Again(act, "score", new Word("Rating.bad", Excerpt.Of(act.Slots.Text("score"))));
        }

        if (await act.Db.Ratings.FirstOrDefaultAsync(r => r.TicketId == ticket.Id, cancellationToken) is { } rating)
        {
            rating.Score = score;
        }
        else
        {
            act.Db.Add(new Rating { Key = Keys.New('W'), CreatedAt = act.Now, CustomerId = ticket.CustomerId, Ticket = ticket, Score = score, ById = act.Me.Id });
        }

        return act.Receipt("Receipt.rated", ticket.Customer.Name, new Word("Format.Plain", TicketFacts.Stars(score))) with { Focus = About(act, ticket), InPlace = act.PressedCard is not null };
    }
}

/// <summary>How content a customer is at large, 1 to 5, as they told one of us (CU-15).</summary>
internal sealed class RateCustomer : Command
{
    public override CommandSpec Spec { get; } = new("rate_customer", Permission.FollowUp) { Requires = ["customer", "score"] };

    /// <summary>1 to 5; null for anything else.</summary>
    public static int? Score(Act act) => Process.StageFigure.Said(act.Slots.Text("score")) is { } score and >= 1 and <= Rating.Best ? score : null;

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (!act.MayChange(customer) && !act.Me.May(Permission.Serve))
        {
            return CustomerRights.Refuse(act, customer)!;
        }

        if (Score(act) is not { } score)
        {
            return Question.Again(act, "score", new Word("Rating.bad", Excerpt.Of(act.Slots.Text("score"))));
        }

        var (_, note) = Because.Split(act.Slots.Text("score")!);
        act.Db.Add(new Rating { Key = Keys.New('W'), CreatedAt = act.Now, Customer = customer, Score = score, Note = note, ById = act.Me.Id });
        return act.Receipt("Receipt.rated", customer.Name, new Word("Format.Plain", TicketFacts.Stars(score))) with { Focus = act.About(customer) };
    }
}
