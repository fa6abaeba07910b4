using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>The steps of an order, and who may say that one was taken.</summary>
internal static class OrderSteps
{
    /// <summary>Finance, customer success, and who has the deal or leads them.</summary>
    public static bool May(Act act, Contract contract) =>
        act.Me.May(Permission.ManageMoney) || act.Me.May(Permission.Serve) || (act.Me.May(Permission.WriteSales) && contract.Deal is { } deal && act.Viewer.Sees(deal.OwnerId));

    /// <summary>The button for the step after this one; pressed on a stale card it changes nothing.</summary>
    public static Button Next(Contract contract)
    {
        var (now, next) = (contract.OrderState, contract.OrderState + 1);
        return new Button(new Word("Button.order_step", next), "set_order_state", new Slots { ["contract"] = contract.Key, ["order_state"] = next.ToString(), ["from"] = now.ToString() });
    }
}
