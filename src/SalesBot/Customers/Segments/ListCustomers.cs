using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Grades;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Segments;

/// <summary>Customers by grade, tag, layer, years, stage of life, industry, region or whose they are (CU-01 … CU-04), ten at a time.</summary>
internal sealed class ListCustomers : Command
{
    public override CommandSpec Spec { get; } = new("list_customers", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var filter = await CustomerFilter.ReadAsync(act, cancellationToken);
        if (filter.Bad is { } bad)
        {
            return Act.Say(bad);
        }

        var total = await filter.Customers.CountAsync(cancellationToken);
        var paging = Paging.Of(act, total);
        var shown = await paging.Of(filter.Customers.OrderBy(c => c.Grade ?? "Z").ThenByDescending(c => c.LastInteractionAt).ThenBy(c => c.Id)).ToListAsync(cancellationToken);
        var deals = await DealsAsync(act, shown, cancellationToken);
        Word title = new("List.customers", total);
        Word subtitle = filter.Said.Count == 0 ? new("List.all_customers") : new("Format.Plain", filter.Said);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(subtitle),
            Rows = shown.ConvertAll(c => Row(act, c, deals.GetValueOrDefault(c.Id))),
            Empty = new Word("List.no_customers"),
            paging.Prev,
            paging.Next,
            Buttons = new[] { new Button("Suggest.my_deals", "query_deals", new Slots { ["scope"] = "mine" }), new Button(new Word("Command.customer_segments"), "customer_segments") },
        };
        return new Reply(new View("list", data, new Word("Approval.text", title, subtitle)))
        {
            InPlace = paging.InPlace,
            Focus = act.Listing([.. shown.Select(c => c.Key)]) with { Customer = shown.Count == 1 ? shown[0].Key : act.Focus.Customer },
        };
    }

    /// <summary>How many open deals each has.</summary>
    private static async Task<Dictionary<long, int>> DealsAsync(Act act, List<Customer> customers, CancellationToken cancellationToken)
    {
        var ids = customers.ConvertAll(c => c.Id);
        return await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open && d.CustomerId != null && ids.Contains(d.CustomerId.Value))
            .GroupBy(d => d.CustomerId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    private static object Row(Act act, Customer customer, int deals) => new
    {
        Main = customer.Name,
        Second = Second(act, customer, deals),
        Value = customer.Grade ?? "",
        Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = customer.Key }),
    };

    private static Word Second(Act act, Customer customer, int deals)
    {
        Word whose = new("Format.Dot", customer.OwnerId is { } owner ? act.Org.Find(owner) : new Word("Customer.pool"), Late(act, customer));
        return deals == 0 ? whose : new Word("Format.Dot", whose, new Word("Count.open_deals", deals));
    }

    /// <summary>When there was contact last, and whether the rhythm of the grade is missed.</summary>
    private static Word Late(Act act, Customer customer)
    {
        Word last = customer.LastInteractionAt is { } at ? new("List.last", at) : new("Prep.never");
        return GradeBook.DaysLate(NudgeBook.In(act.Definitions), customer, act.Now) is { } days and > 0 ? new Word("Format.Dot", last, new Word("Grade.late", days)) : last;
    }
}
