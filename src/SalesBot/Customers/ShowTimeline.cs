using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Customers.Privacy;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>All that happened with a customer, the newest first, and its score with the formula (FU-10). A deal that is named stands for its customer.</summary>
internal sealed class ShowTimeline : Command
{
    public override CommandSpec Spec { get; } = new("show_timeline", Permission.ReadSales) { MayAsk = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var customer = await act.CustomerAsync(cancellationToken);
        if (customer is null && await act.DealAsync(cancellationToken) is { Customer.Key: { } key })
        {
            customer = await act.With("customer", key).CustomerAsync(cancellationToken);
        }

        if (customer is null)
        {
            var said = act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
            return said is null ? Question.For(act, "customer") : Question.NotFound(act, "customer", said);
        }

        Looks.Note(act, customer);
        var events = await Timeline.ReadAsync(act, customer, cancellationToken);
        var score = await CustomerScore.OfAsync(act, customer, cancellationToken);
        var paging = Paging.Of(act with { Frame = act.Frame with { Refs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["customer"] = [customer.Key] } } }, events.Count);
        Word title = new("Timeline.title", customer.Name, events.Count);
        Button[] buttons = act.Me.May(Permission.FollowUp) ? [new Button("Button.log_followup", "log_followup", new Slots { ["customer"] = customer.Key })] : [];
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(score.Said),
            Rows = events.Skip(paging.Skip).Take(paging.Size).Select(e => new { Main = e.What, Second = e.Who is null ? new Word("Format.Plain", e.At) : new Word("Format.Dot", e.At, e.Who) }).ToList(),
            Empty = new Word("Prep.no_followup"),
            paging.Prev,
            paging.Next,
            Buttons = buttons,
        };
        return new Reply(new View("list", data, new Word("Timeline.text", title, score.Points.ToString(CultureInfo.InvariantCulture)))) { InPlace = paging.InPlace, Focus = act.About(customer) };
    }
}
