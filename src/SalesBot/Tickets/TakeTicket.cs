using SalesBot.Conversation;

namespace SalesBot.Tickets;

/// <summary>The speaker takes care of a ticket: it is handed to them, as it would be to anybody.</summary>
internal sealed class TakeTicket() : TicketAct("take_ticket", TicketState.Open, null)
{
    protected override Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken) => AssignTicket.ToAsync(act, ticket, act.Me);
}
