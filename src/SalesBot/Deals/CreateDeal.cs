using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Makes a deal from the three facts that are enough: customer, amount, expected close (FU-04).</summary>
internal sealed class CreateDeal : Command
{
    public override CommandSpec Spec { get; } = new("create_deal", Permission.WriteSales) { Requires = ["customer", "amount", "close_date"], MayName = ["customer"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (Bad(act) is { } bad)
        {
            return Act.Say(bad);
        }

        var named = await NamedCustomer.ForAsync(act, confirmNew: true, cancellationToken);
        if ((named.Ask ?? (named.IsNew ? null : await NewDeal.TwinAsync(act, named.Customer!, cancellationToken))) is { } ask)
        {
            return ask;
        }

        return NewDeal.Receipt(act, await NewDeal.AddAsync(act, named.Customer!, cancellationToken), "Receipt.deal");
    }

    private static Word? Bad(Act act) => (act.Slots.Number("amount"), act.Slots.Date("close_date")) switch
    {
        (not > 0, _) => new Word("Bad.amount", act.Slots.Text("amount")),
        (_, null) => new Word("Bad.date", act.Slots.Text("close_date")),
        (_, { } day) when day < act.Today => new Word("Bad.close_past", day),
        _ => null,
    };
}
