using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>Opens a ticket for a customer (CU-14): customer success is told, and the one with the fewest open tickets takes care of it.</summary>
internal sealed class LogServiceTicket : Command
{
    /// <summary>“…，开个工单？” asks whether to open one: so is asked back.</summary>
    private static readonly SpokenPatterns Words = new("SalesBot.Tickets.ticket-words.txt");

    public override CommandSpec Spec { get; } = new("log_service_ticket", Permission.ReadSales) { Requires = ["customer", "content"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var content = act.Slots.Text("content")!;
        if (!act.Pressed && (content == customer.Name || content == act.Slots.Text("customer")))
        {
            act.Slots.Remove("content");
            return Question.For(act, "content");
        }

        if (act is { Pressed: false, Said: { } said } && act.Slots.Flag("confirm") is null && Words["asked"].IsMatch(said))
        {
            act.Slots["content"] = content = Words["tail"].Replace(content, "");
            return Question.Confirm(act, text: new Word("Ticket.ask_open", customer.Name, content), shown: []);
        }

        var assignee = await FreestAsync(act, cancellationToken);
        var ticket = new ServiceTicket
        {
            Key = Keys.New('H'), CreatedAt = act.Now, Customer = customer, Content = content.Length > 2000 ? content[..2000] : content, Product = act.Slots.Text("product"),
            Urgent = act.Slots.Text("priority") == "high", Kind = TicketFacts.KindOf(content), ReporterId = act.Me.Id, AssigneeId = assignee?.Id,
        };
        act.Db.Add(ticket);
        var view = new View(null, null, new Word(ticket.Urgent ? "Notice.ticket_urgent" : "Notice.ticket", act.Me, customer.Name, content, assignee is null ? new Word("Ticket.nobody_yet") : assignee));
        var told = act.Org.CustomerSuccess.Append(act.Org.Find(customer.OwnerId)).OfType<Person>().Where(p => p.Id != act.Me.Id && p.Active).DistinctBy(p => p.Id);
        return act.Receipt("Receipt.ticket", customer.Name, assignee is null ? new Word("Ticket.nobody") : new Word("Ticket.assigned", assignee)) with
        {
            Focus = act.Listing([ticket.Key], TicketFacts.Listed) with { Customer = customer.Key, Deal = null },
            Notices = [.. told.Select(p => new Notice(p, view))],
        };
    }

    private static async Task<Person?> FreestAsync(Act act, CancellationToken cancellationToken)
    {
        var open = await act.Db.Tickets.Where(t => t.State == TicketState.Open && t.AssigneeId != null).GroupBy(t => t.AssigneeId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return act.Org.CustomerSuccess.OrderBy(p => open.GetValueOrDefault(p.Id)).ThenBy(p => p.Id).FirstOrDefault();
    }
}
