using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// A deal that is to be won for another amount than its contract says: nothing is changed before it is said which of the two holds, as the
/// amount alone would void what was approved (AP-10). What is signed stays as it was signed, whatever the deal is worth; what is still being approved goes with
/// the deal that is closed.
/// </summary>
internal static class AgreedAmount
{
    /// <summary>What the contract says, what was told, and a button for each; null where both say the same or no amount was told.</summary>
    public static async Task<Reply?> AskAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var told = new Money(act.Slots.Number("amount") ?? deal.Amount, act.Slots.Text("currency") ?? deal.Currency);
        var contracts = told == new Money(deal.Amount, deal.Currency) ? [] : await act.Db.Contracts
            .Where(c => c.DealId == deal.Id && c.Status == ContractStatus.Approved).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
        var others = contracts.FindAll(c => c.Amount != told.Amount || c.Currency != told.Currency);
        if (others.Count == 0)
        {
            return null;
        }

        // Of several each is a part: what the deal is worth is what it was worth when they were approved.
        var agreed = contracts is [var one] ? new Money(one.Amount, one.Currency) : new Money(deal.Amount, deal.Currency);
        Word text = new("Win.contract_says", others.ConvertAll(c => new Word("Win.contract", c.Title, new Money(c.Amount, c.Currency), c.Status)), told);
        List<Button> buttons = [new Button(new Word("Button.win_as_agreed", agreed), "win_deal", With(act, deal, agreed), "positive")];
        if (contracts is [var only])
        {
            buttons.Add(new Button(new Word("Button.amend_contract", told), "amend_contract", new Slots(With(act, deal, told)) { ["contract"] = only.Key }));
        }

        buttons.Add(new Button("Button.leave_it", "leave_it"));
        return new Reply(new View("text", new { Title = new Word("Win.which_amount", deal.Name), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.About(deal) };
    }

    /// <summary>The order as it was given, with one amount.</summary>
    private static Slots With(Act act, Deal deal, Money amount)
    {
        var slots = new Slots(Orders.ToData(act.Frame).Where(slot => slot.Key is "reason" or "date")) { ["deal"] = deal.Key, ["currency"] = amount.Currency };
        slots.Set("amount", amount.Amount ?? 0);
        return slots;
    }
}
