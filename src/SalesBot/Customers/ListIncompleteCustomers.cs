using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Which customers lack what (FU-12), as the list of deals does.</summary>
internal sealed class ListIncompleteCustomers : Command
{
    public override CommandSpec Spec { get; } = new("incomplete_customers", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var customers = act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId != null);
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => owners.Contains(c.OwnerId!.Value));
        }

        var lacking = customers.Where(Completeness.CustomerLacks);
        var (all, total) = (await customers.CountAsync(cancellationToken), await lacking.CountAsync(cancellationToken));
        var paging = Paging.Of(act, total);
        var shown = await paging.Of(lacking.Include(c => c.Contacts).OrderBy(c => c.Grade ?? "Z").ThenBy(c => c.Name)).ToListAsync(cancellationToken);
        var rows = shown.ConvertAll(c => Row(act, c));
        return DayList.Show(paging, new Word("Complete.title_customers", total, all), new Word("Complete.subtitle", whose.Label), rows, "Complete.none") with { Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }

    private static object Row(Act act, Customer customer)
    {
        var complete = Completeness.Of(customer);
        Word lacks = new("Complete.lacks", Gaps.Said(complete.Missing));
        return new
        {
            Main = customer.Name,
            Second = customer.OwnerId == act.Me.Id ? lacks : new Word("Format.Dot", act.Org.Find(customer.OwnerId), lacks),
            Value = new Word("Complete.score", complete.Filled, complete.Fields.Count),
            Open = new Button("Button.complete", "incomplete_deals", new Slots { ["customer"] = customer.Key }),
        };
    }
}
