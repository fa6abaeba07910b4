using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Makes a deal from the three facts that are enough: customer, amount, expected close (FU-04).</summary>
internal sealed class CreateDeal : Command
{
    public override CommandSpec Spec { get; } = new("create_deal", Permission.WriteSales) { Requires = ["customer", "amount", "close_date"], MayName = ["customer"], Amends = NewDeal.Amends };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if ((SoundAmount.Refuse(act) ?? BadDay(act)) is { } refused)
        {
            return refused;
        }

        var named = await NamedCustomer.ForAsync(act, confirmNew: true, cancellationToken);
        if ((named.Ask ?? (named.IsNew ? null : await NewDeal.TwinAsync(act, named.Customer!, cancellationToken))) is { } ask)
        {
            return ask;
        }

        return named.WithCollision(act, await NewDeal.ReceiptAsync(act, await NewDeal.AddAsync(act, named.Customer!, cancellationToken), "Receipt.deal", cancellationToken));
    }

    /// <summary>What was said already must be sound before more is asked; and the question names the customer, who may only be supposed.</summary>
    public override async Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        var refused = (act.Slots.Text("amount") is null ? null : SoundAmount.Refuse(act)) ?? (act.Slots.Text("close_date") is null ? null : BadDay(act));
        if (refused is not null || slot == "customer")
        {
            return refused;
        }

        // A button has the customer's key.
        var customer = (await act.CustomerAsync(cancellationToken))?.Name ?? act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
        return customer is null ? null : Question.For(act, slot, new Word($"Ask.create_deal.{slot}_of", Excerpt.Of(customer)));
    }

    private static Reply? BadDay(Act act) => act.Slots.Date("close_date") switch
    {
        null => Question.Again(act, "close_date", new Word("Bad.date", Excerpt.Of(act.Slots.Text("close_date")))),
        { } day when day < act.Today => Question.Again(act, "close_date", new Word("Bad.close_past", day)),
        _ => null,
    };
}
