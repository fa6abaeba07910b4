using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>Somebody else takes care of a ticket (CU-14): whoever of the active people serves, or has its customer. Whoever had it so far is told, too.</summary>
internal sealed class AssignTicket() : TicketAct("assign_ticket", TicketState.Open, "person")
{
    protected override Task<Reply> DoAsync(Act act, ServiceTicket ticket, CancellationToken cancellationToken)
    {
        var person = act.Org.Find(act.Frame.Ref("person"));
        if (person is not { Active: true } || !(person.May(Permission.Serve) || person.Id == ticket.Customer.OwnerId))
        {
            return Task.FromResult(Act.Say(new Word("Ticket.cannot_have", person is null ? act.Slots.Text("person") : person)));
        }

        return ToAsync(act, ticket, person);
    }

    /// <summary>The ticket is that person's from now on.</summary>
    public static Task<Reply> ToAsync(Act act, ServiceTicket ticket, Person person)
    {
        if (ticket.AssigneeId == person.Id)
        {
            return Task.FromResult(Act.Say(new Word("Ticket.has_already", person, ticket.Customer.Name)));
        }

        var before = act.Org.Find(ticket.AssigneeId);
        ticket.AssigneeId = person.Id;
        Word told = new("Ticket.assigned_told", act.Me, ticket.Customer.Name, ticket.Content, person);
        return Task.FromResult(act.Receipt("Receipt.ticket_assigned", ticket.Customer.Name, new Word("Ticket.assigned", person)) with
        {
            Focus = About(act, ticket),
            Notices = [.. Others(act, ticket, before).Select(p => new Notice(p, new View(null, null, told)))],
        });
    }
}
