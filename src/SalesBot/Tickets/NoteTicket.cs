using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>How a ticket stands while it is open: what is waited for. Its last remark is shown with it; those who have a part in it are told.</summary>
internal sealed class NoteTicket() : TicketAct("note_ticket", TicketState.Open, "note")
{
    protected override Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken)
    {
        ticket.Remark = act.Slots.Text("note", 1000);
        Word told = new("Ticket.noted_told", act.Me, ticket.Customer.Name, ticket.Content, ticket.Remark!);
        return Task.FromResult(act.Receipt("Receipt.ticket_noted", ticket.Customer.Name, new Word("Format.Plain", ticket.Content)) with
        {
            Focus = About(act, ticket),
            Notices = [.. Others(act, ticket).Select(p => new Notice(p, new View(null, null, told)))],
        });
    }
}
