using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Deals;

internal static class DealReceipt
{
    /// <summary>The receipt of a change to a deal: it becomes the focus, and its owner is told when somebody else changed it (ST-12).</summary>
    public static Reply Receipt(this Act act, Deal deal, Word title, Word? note = null, params Button[] buttons)
    {
        var reply = act.Receipt(title, deal.Name, note, buttons);
        var owner = deal.OwnerId == act.Me.Id ? null : act.Org.Find(deal.OwnerId);
        var open = new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key });
        return reply with
        {
            Receipt = reply.Receipt! with { Copy = owner is { Active: true } ? new ReceiptCopy([owner], new Word("Deal.changed_by", act.Me), open) : null },
            Focus = act.About(deal),
        };
    }
}
