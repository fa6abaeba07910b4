using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Pool;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Takes a customer out of the public pool (CU-11). Only the first one gets it.</summary>
internal sealed class ClaimCustomer : Command
{
    private const int Offered = 8;

    public override CommandSpec Spec { get; } = new("claim_customer", Permission.WriteSales) { Requires = ["customer"] };

    /// <summary>What is in the pool, the freshest first; who only asks claims none.</summary>
    public override async Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (act.Frame.Asks)
        {
            // Its buttons turn the pages of the list, and claim nothing.
            return await new ListPool().RunAsync(act with { Frame = act.Frame with { Intent = "list_pool" } }, cancellationToken);
        }

        var pool = await act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId == null).OrderByDescending(c => c.Id).Select(c => c.Key).Take(Offered).ToListAsync(cancellationToken);
        return pool.Count == 0 ? Act.Say("Customer.pool_empty") : await Question.WhichAsync(act, pool, cancellationToken);
    }

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (customer.OwnerId is { } owner)
        {
            return Act.Say(owner == act.Me.Id ? new Word("Customer.yours_already", customer.Name) : new Word("Customer.taken", customer.Name, act.Org.Find(owner)));
        }

        if (await ClaimLimits.WhyNotAsync(act, customer, cancellationToken) is { } why)
        {
            return Act.Say(why);
        }

        Hands.Pass(act.Db, customer, act.Me.Id, OwnerChangeKind.Claimed, act.Me.Id, act.Now);
        Slots about = new() { ["customer"] = customer.Key };
        return act.Receipt("Receipt.claimed", customer.Name, null, new Button("Button.timeline", "show_timeline", about), new Button("Button.log_followup", "log_followup", about), new Button("Button.new_deal", "create_deal", about)) with
        {
            Focus = act.About(customer),
        };
    }
}
