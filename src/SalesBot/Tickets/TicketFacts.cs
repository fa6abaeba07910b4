using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tickets;

/// <summary>A ticket as cards say it, and who may do what with it.</summary>
internal static class TicketFacts
{
    /// <summary>What is in view while tickets are: <see cref="Focus.Listed"/>.</summary>
    public const string Listed = "ticket";

    /// <summary>By the words that it was reported in; a request where they say nothing else.</summary>
    public static TicketKind KindOf(string content) => Enum.TryParse<TicketKind>(SegmentWords.Find("ticket", content), out var kind) ? kind : TicketKind.Request;

    /// <summary>Who reported it, who takes care of it, whoever serves, and whoever leads them.</summary>
    public static bool MayHandle(Act act, ServiceTicket ticket) =>
        ticket.AssigneeId == act.Me.Id || ticket.ReporterId == act.Me.Id || act.Me.May(Permission.Serve) || act.MayChange(ticket.Customer);

    /// <summary>The card of one ticket with what may be done about it.</summary>
    public static View Card(Act act, ServiceTicket ticket, Rating? rating)
    {
        Slots about = new() { ["ticket"] = ticket.Key };
        Word title = new("Ticket.title", ticket.Customer.Name, ticket.Kind);
        List<Word> lines =
        [
            new("Format.Plain", ticket.Content),
            new("Ticket.state", ticket.State, ticket.CreatedAt, act.Org.Find(ticket.ReporterId), act.Org.Find(ticket.AssigneeId) is { } person ? person : new Word("Ticket.nobody_yet")),
        ];
        if (ticket.Reopened > 0)
        {
            lines.Add(new("Ticket.reopened", ticket.Reopened));
        }

        if (ticket is { State: TicketState.Open, Remark: { } remark })
        {
            lines.Add(new("Ticket.remark", remark));
        }

        if (ticket.ClosingNote is { } note)
        {
            lines.Add(new("Ticket.note", ticket.ClosedAt, note));
        }

        if (rating is not null)
        {
            lines.Add(new("Ticket.rated", Stars(rating.Score), rating.Note ?? ""));
        }

        Button[] buttons = !MayHandle(act, ticket) ? [] : ticket.State == TicketState.Open ? [new("Button.close_ticket", "close_ticket", about, "positive")] : [new("Button.reopen_ticket", "reopen_ticket", about), .. rating is null ? Scores(ticket.Key) : []];
        return new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title);
    }

    /// <summary>A button for each score.</summary>
    public static IEnumerable<Button> Scores(string ticket) =>
        Enumerable.Range(1, Rating.Best).Select(score => new Button(new Word("Format.Plain", Stars(score)), "rate_ticket", new Slots { ["ticket"] = ticket, ["score"] = score.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    public static string Stars(int score) => new string('\u2605', score) + new string('\u2606', Rating.Best - score);
}
