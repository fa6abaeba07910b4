using Microsoft.EntityFrameworkCore;
using SalesBot.People;
using SalesBot.Tickets;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>What customers wait for with service: whoever is sent to one for another reason reads of it, and it is the one who has it that is sent.</summary>
internal static class WaitingTickets
{
    /// <summary>By the customer's number, of each the urgent one, else the oldest.</summary>
    public static async Task<IReadOnlyDictionary<long, ServiceTicket>> OfAsync(Scan scan, IReadOnlyList<long> customers, CancellationToken cancellationToken)
    {
        var open = await scan.Db.Tickets.AsNoTracking().Where(t => customers.Contains(t.CustomerId) && t.State == TicketState.Open).OrderByDescending(t => t.Urgent).ThenBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        return open.GroupBy(t => t.CustomerId).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>What it is, for how long, and with whom.</summary>
    public static Word Say(Scan scan, ServiceTicket ticket, Person reader)
    {
        var (what, open) = (Excerpt.Of(ticket.Content, 40), new Word("Count.days", Presence.Day(reader, scan.Now).DayNumber - Presence.Day(reader, ticket.CreatedAt).DayNumber));
        return ticket.AssigneeId == reader.Id ? new Word("Nudge.ticket.open_mine", what, open) : new Word("Nudge.ticket.open", what, open, scan.Org.Find(ticket.AssigneeId) is { } person ? person : new Word("Ticket.nobody_yet"));
    }
}
