using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Pool;

/// <summary>The customers of nobody (CU-11), the freshest first, each with the button that claims it; who chooses one by its number claims it, too, and whatever else is said claims none.</summary>
internal sealed class ListPool : Command
{
    public override CommandSpec Spec { get; } = new("list_pool", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var pool = act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId == null);
        var count = await pool.CountAsync(cancellationToken);
        var paging = Paging.Of(act, count);
        var shown = await paging.Of(pool.OrderByDescending(c => c.Id)).ToListAsync(cancellationToken);
        Word title = new("Pool.title", count);
        var data = new
        {
            Title = title,
            Subtitle = paging.Last > 1 ? paging.Say(title) : null,
            Rows = shown.ConvertAll(c => new
            {
                Main = c.Name,
                Second = Row(c),
                Value = c.Grade is null ? new Word("Grade.none") : new Word("Grade.of", c.Grade),
                Open = act.Me.May(Permission.WriteSales) ? new Button("Button.claim_customer", "claim_customer", new Slots { ["customer"] = c.Key }) : new Button("Button.open", "show_customer", new Slots { ["customer"] = c.Key }),
            }),
            Empty = new Word("Customer.pool_empty"),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, shown.Count == 0 ? new Word("Customer.pool_empty") : title)) { InPlace = paging.InPlace, Focus = Offering(act, [.. shown.Select(c => c.Key)]) };
    }

    private static Focus Offering(Act act, IReadOnlyList<string> keys) =>
        keys.Count == 0 || !act.Me.May(Permission.WriteSales) ? act.Focus.Settled() : act.Listing(keys) with { Pending = "claim_customer", Asked = "customer", Filled = [], Choices = keys, Optional = true };

    private static Word Row(Customer customer)
    {
        object last = customer.LastInteractionAt is { } at ? at : new Word("Prep.never");
        return customer.Industry is { Length: > 0 } industry ? new Word("Pool.row", industry, last) : new Word("Pool.row_plain", last);
    }
}
