using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Which open deals lack what (FU-12), those that lack most first; of one deal or customer, how complete it is, how that is reckoned, and a button for each gap.</summary>
internal sealed class ListIncompleteDeals : Command
{
    private const int MostButtons = 5;

    public override CommandSpec Spec { get; } = new("incomplete_deals", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("deal") is { } key)
        {
            return await act.Db.Deals.Include(d => d.Owner).Include(d => d.Customer!.Contacts).VisibleTo(act.Viewer).FirstOrDefaultAsync(d => d.Key == key, cancellationToken) is { } deal
                ? One(act, deal.Name, Completeness.Of(deal), Fill(act, deal)) with { Focus = act.About(deal) }
                : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (act.Frame.Ref("customer") is not null)
        {
            return await act.CustomerAsync(cancellationToken) is { } customer
                ? One(act, customer.Name, Completeness.Of(customer), Fill(act, customer)) with { Focus = act.About(customer) }
                : Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var (whose, bad) = Whose.Of(act);
        return whose is null ? Act.Say(bad!) : await AllAsync(act, whose, cancellationToken);
    }

    private static async Task<Reply> AllAsync(Act act, Whose whose, CancellationToken cancellationToken)
    {
        var open = whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open);
        var lacking = open.Where(Completeness.Lacks);
        var (all, total) = (await open.CountAsync(cancellationToken), await lacking.CountAsync(cancellationToken));
        var paging = Paging.Of(act, total);
        var worst = lacking.OrderByDescending(d => (d.CustomerId == null ? 2 : d.Customer!.Contacts.Any() ? 0 : 1) + (d.Amount == null ? 1 : 0) + (d.CloseDate == null ? 1 : 0) + (d.NextStep == null ? 1 : 0))
            .ThenByDescending(d => d.Amount).ThenBy(d => d.Id);
        var shown = await paging.Of(worst.Include(d => d.Customer!.Contacts)).ToListAsync(cancellationToken);
        var rows = shown.ConvertAll(d => Row(act, d));
        return DayList.Show(paging, new Word("Complete.title", total, all), new Word("Complete.subtitle", whose.Label), rows, "Complete.none") with { Focus = act.Listing([.. shown.Select(d => d.Key)]) };
    }

    private static object Row(Act act, Deal deal)
    {
        var complete = Completeness.Of(deal);
        Word lacks = new("Complete.lacks", Gaps.Said(complete.Missing));
        return new
        {
            Main = deal.Name,
            Second = deal.OwnerId == act.Me.Id ? lacks : new Word("Format.Dot", act.Org.Find(deal.OwnerId), lacks),
            Value = new Word("Complete.score", complete.Filled, complete.Fields.Count),
            Open = new Button("Button.complete", "incomplete_deals", new Slots { ["deal"] = deal.Key }),
        };
    }

    private static Reply One(Act act, string name, Completeness complete, Button[] buttons)
    {
        Word title = new("Complete.of", name, complete.Share);
        Word formula = new("Complete.formula", complete.Filled, complete.Fields.Count, Gaps.Said(complete.Fields));
        Word missing = complete.Missing.Count == 0 ? new("Complete.nothing") : new("Complete.lacks", Gaps.Said(complete.Missing));
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { missing, formula }, Buttons = buttons }, title)) { Focus = act.Focus };
    }

    private static Button[] Fill(Act act, Deal deal) =>
        act.Me.May(Permission.WriteSales) ? [.. Gaps.All(act, deal, Completeness.Of(deal).Missing).Take(MostButtons)] : [];

    private static Button[] Fill(Act act, Customer customer)
    {
        var (missing, about) = (Completeness.Of(customer).Missing, new Slots { ["customer"] = customer.Key });
        Button[] contact = missing.Any(m => m is "contact" or "title" or "phone" or "motive") && act.Me.May(Permission.FollowUp) ? [new Button("Button.add_contact", "add_contact", about)] : [];
        Button[] tax = missing.Contains("tax_id", StringComparer.Ordinal) && act.Me.May(Permission.WriteSales) ? [new Button("Command.set_tax_id", "set_tax_id", about)] : [];
        return [.. contact, .. tax];
    }
}
