using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Language.Text;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>“百川那个工单怎么样了”, "any news on the tracker ticket": how one ticket stands, found by its customer or by words of what was reported; several are listed, and that there is none is said.</summary>
internal sealed class TicketNews : Command
{
    /// <summary>So many of the newest are looked through.</summary>
    private const int Newest = 300;

    public override CommandSpec Spec { get; } = new("ticket_news", Permission.ReadSales) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var customer = act.Frame.Ref("customer");
        var all = await act.Db.Tickets.Include(t => t.Customer).VisibleTo(act.Viewer).Where(t => t.Customer.MergedIntoId == null && (customer == null || t.Customer.Key == customer))
            .OrderBy(t => t.State == TicketState.Closed).ThenByDescending(t => t.Id).Take(Newest).ToListAsync(cancellationToken);
        var said = act.Slots.Text("ticket_words") ?? "";
        var meant = Meant(all, said);
        if (meant.Count == 0 && customer is null)
        {
            return None(new Word("TicketNews.no_such", Excerpt.Of(said)));
        }

        var shown = meant.Count > 0 ? meant : all;
        var open = shown.FindAll(t => t.State == TicketState.Open);
        if ((shown.Count == 1 ? shown[0] : open is [var only] ? only : null) is { } one)
        {
            return await new ShowTicket().RunAsync(act with { Frame = new Frame("show_ticket") { Slots = new Slots { ["ticket"] = one.Key } } }, cancellationToken);
        }

        return shown.Count > 0 ? List(act, open.Count > 0 ? open : shown) : None(new Word("TicketNews.none_of", act.Slots.Text("customer") ?? said));
    }

    /// <summary>Those whose words, or whose customer, most of what was said names; all where nothing was said beside the customer.</summary>
    private static List<ServiceTicket> Meant(List<ServiceTicket> all, string said)
    {
        var words = TextPieces.Of(NormalText.Of(said).Text);
        var scored = all.ConvertAll(t => (Ticket: t, Same: TextPieces.Common(words, TextPieces.Of(NormalText.Of(t.Customer.Name + " " + t.Product + " " + t.Content).Text))));
        var most = scored.Select(t => t.Same).DefaultIfEmpty().Max();
        return most == 0 ? [] : [.. scored.Where(t => t.Same == most).Select(t => t.Ticket)];
    }

    private static Reply None(Word text) => new(new View("text", new { Title = text, Paragraphs = Array.Empty<Word>(), Buttons = new[] { new Button(new Word("Command.list_tickets"), "list_tickets") } }, text));

    private static Reply List(Act act, List<ServiceTicket> tickets)
    {
        var paging = Paging.Of(act, tickets.Count);
        Word title = new("TicketNews.several", tickets.Count);
        var rows = tickets.Skip(paging.Skip).Take(paging.Size).Select(t => ListTickets.Row(act, t)).ToList();
        return DayList.Show(paging, title, "", rows, "Tickets.none") with { Focus = act.Listing([.. tickets.Select(t => t.Key)], TicketFacts.Listed) };
    }
}
