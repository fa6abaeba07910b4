using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>Tickets, the open ones first, urgent before others (CU-14): of a customer, of somebody (who reported them, takes care of them or has the customer), or of all that the asker sees.</summary>
internal sealed class ListTickets : Command
{
    private static readonly SpokenPatterns Words = new("SalesBot.Tickets.ticket-words.txt");

    public override CommandSpec Spec { get; } = new("list_tickets", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var customer = await act.CustomerAsync(cancellationToken);
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var days = Period.Read(act.Slots.Text("period"), act.Today);
        var all = Found(act, customer, whose, days);
        var paging = Paging.Of(act, await all.CountAsync(cancellationToken));
        var shown = await paging.Of(all.Include(t => t.Customer).OrderBy(t => t.State == TicketState.Closed).ThenByDescending(t => t.Urgent).ThenBy(t => t.CreatedAt).ThenBy(t => t.Id)).ToListAsync(cancellationToken);
        var open = await all.CountAsync(t => t.State == TicketState.Open, cancellationToken);
        Word title = days is { } opened ? Opened(opened, await all.CountAsync(cancellationToken), open)
            : customer is not null ? new("Tickets.of", customer.Name, open) : whose is { Named: true, Owners: not null } ? new("Tickets.whose", whose.Label, open) : new("Tickets.title", open);
        Word? deadline = act.Said is { } said && Words["late"].IsMatch(said) ? new Word("Tickets.no_deadline") : null;
        var data = new
        {
            Title = title,
            Subtitle = deadline ?? (paging.Last > 1 ? paging.Say(title) : null),
            Rows = shown.ConvertAll(t => Row(act, t)),
            Empty = new Word("Tickets.none"),
            paging.Prev,
            paging.Next,
            Buttons = new[] { new Button(new Word("Command.satisfaction"), "satisfaction", customer is null ? [] : new Slots { ["customer"] = customer.Key }) },
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(t => t.Key)], TicketFacts.Listed) is var focus && customer is null ? focus : focus with { Customer = customer.Key } };
    }

    /// <summary>Those opened on some days, closed since or not; else the open ones, of a customer all.</summary>
    private static IQueryable<ServiceTicket> Found(Act act, Customer? customer, Whose whose, Period? days)
    {
        var all = act.Db.Tickets.VisibleTo(act.Viewer).Where(t => t.Customer.MergedIntoId == null);
        if (customer is not null)
        {
            all = all.Where(t => t.CustomerId == customer.Id);
        }
        else if (whose is { Named: true, Owners: { } people })
        {
            all = all.Where(t => people.Contains(t.ReporterId) || (t.AssigneeId != null && people.Contains(t.AssigneeId.Value)) || (t.Customer.OwnerId != null && people.Contains(t.Customer.OwnerId.Value)));
        }

        if (days is null)
        {
            return customer is null ? all.Where(t => t.State == TicketState.Open) : all;
        }

        var (from, to) = (Zones.Instant(days.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(days.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
        return all.Where(t => t.CreatedAt >= from && t.CreatedAt < to);
    }

    private static Word Opened(Period days, int all, int open) => days.From == days.To ? new("Tickets.opened_on", days.From, all, open) : new("Tickets.opened", days.From, days.To, all, open);

    public static object Row(Act act, ServiceTicket ticket) => new
    {
        Main = new Word(ticket.Urgent && ticket.State == TicketState.Open ? "Tickets.urgent" : "Format.Plain", Excerpt.Of(ticket.Content)),
        Second = new Word("Tickets.row", ticket.Customer.Name, ticket.Kind, ticket.CreatedAt, act.Org.Find(ticket.AssigneeId) is { } person ? person : new Word("Ticket.nobody_yet")),
        Value = ticket.State,
        Open = new Button("Button.open", "show_ticket", new Slots { ["ticket"] = ticket.Key }),
    };
}

/// <summary>One ticket.</summary>
internal sealed class ShowTicket : Command
{
    public override CommandSpec Spec { get; } = new("show_ticket", Permission.ReadSales) { Requires = ["ticket"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Slots.Text("ticket");
        if (await act.Db.Tickets.Include(t => t.Customer).VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken) is not { } ticket)
        {
            return Act.Say("NotFound.gone", "Suggest.my_deals");
        }

        var rating = await act.Db.Ratings.FirstOrDefaultAsync(r => r.TicketId == ticket.Id, cancellationToken);
        return new Reply(TicketFacts.Card(act, ticket, rating)) { Focus = act.Listing([ticket.Key], TicketFacts.Listed) with { Customer = ticket.Customer.Key } };
    }
}
