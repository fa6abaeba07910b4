using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// Finance issued a signed contract's invoice: its number closes their to-do, and the deal's owner is told (AP-04). It may be taken back until a payment is
/// booked for the contract.
/// </summary>
internal sealed class RecordInvoice : Command
{
    public override CommandSpec Spec { get; } = new("record_invoice", Permission.ManageMoney) { MayAsk = ["invoice"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (contract, ask) = await MeantContract.FindAsync(act, c => c is { Status: ContractStatus.Signed, InvoiceNumber: null }, cancellationToken);
        return contract is null ? ask! : await ForAsync(act, contract, cancellationToken);
    }

    /// <summary>Of this contract; by a tick of the to-do, too, for which the number is asked for.</summary>
    public static async Task<Reply> ForAsync(Act act, Contract contract, CancellationToken cancellationToken)
    {
        if (!act.Me.May(Permission.ManageMoney))
        {
            Ledger.Refusal(act.Db, act.Me, "record_invoice", act.Now);
            return Act.Say("Invoice.finance_only");
        }

        if (contract.Status != ContractStatus.Signed)
        {
            return Act.Say(new Word("Invoice.not_signed", contract.Title, contract.Status));
        }

        act = act with { Frame = Known(act, contract) };
        var said = act.Slots.Text("invoice") is { } words && (act.Pressed || words.Any(char.IsDigit)) ? words : null;
        var number = said is null ? null : InvoiceNumber.Of(said);
        if (await ObstacleAsync(act, contract, said, number, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        return await BookAsync(act, contract, number!, cancellationToken);
    }

    /// <summary>What is wrong with the number or the day, or a question for them; null when it can be booked.</summary>
    private static async Task<Reply?> ObstacleAsync(Act act, Contract contract, string? said, string? number, CancellationToken cancellationToken)
    {
        if (contract.InvoiceNumber is { } known && (said is null || number == known || contract.Paid > 0))
        {
            return Act.Say(new Word(number is null || number == known ? "Invoice.already" : "Invoice.paid_on", contract.Title, known, contract.InvoicedOn, new Money(contract.Paid, contract.Currency))) with { Focus = act.About(contract) };
        }

        if (said is null)
        {
            return new Reply(InvoiceCard.Of(contract, "Ask.record_invoice.invoice")) { Focus = act.Asking("invoice", Orders.ToData(act.Frame)), Suggestions = ["Suggest.cancel"] };
        }

        if (number is null)
        {
            return Question.Again(act, "invoice", new Word("Invoice.bad", Excerpt.Of(said)));
        }

        if (await act.Db.Contracts.Where(c => c.InvoiceNumber == number && c.Id != contract.Id).Select(c => c.Title).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            return Question.Again(act, "invoice", new Word("Invoice.used", number, other));
        }

        if (act.Slots.Date("date") is { } day && day > act.Today)
        {
            return Question.Again(act, "date", new Word("Invoice.ahead", day));
        }

        return contract.InvoiceNumber is { } before ? await ReplaceAsync(act, contract, before, number, cancellationToken) : null;
    }

    /// <summary>Another number takes the place of the one that was there when it was asked about, and of no newer one.</summary>
    private static async Task<Reply?> ReplaceAsync(Act act, Contract contract, string before, string number, CancellationToken cancellationToken)
    {
        if (!StaleYes.IsYes(act) || act.Slots.Text(StaleYes.Base) is not { } seen)
        {
            act.Slots[StaleYes.Base] = before;
            act.Slots.Remove("confirm");
            return Question.Confirm(act, text: new Word("Invoice.replace", contract.Title, before, number));
        }

        if (seen == before)
        {
            return null;
        }

        var again = new Slots(Orders.ToData(act.Frame).Where(slot => slot.Key is not ("confirm" or StaleYes.Base)));
        var row = new StaleYes.Row("Field.Contract.InvoiceNumber", number, before, await StaleYes.ByAsync(act, [contract.Key], cancellationToken));
        return StaleYes.Reply(contract.Title, [row], [new Button("Button.read_again", "record_invoice", again)]) with { Focus = act.About(contract) };
    }

    private static async Task<Reply> BookAsync(Act act, Contract contract, string number, CancellationToken cancellationToken)
    {
        (contract.InvoiceNumber, contract.InvoicedOn) = (number, act.Slots.Date("date") ?? act.Today);
        foreach (var todo in await InvoiceTodo.Open(act.Db, contract).ToListAsync(cancellationToken))
        {
            (todo.DoneAt, todo.Outcome) = (act.Now, number);
        }

        var owner = act.Org.Find(contract.Deal?.OwnerId);
        var news = new View(null, null, new Word("Notice.invoiced", act.Me, contract.Title, number, new Money(contract.Amount, contract.Currency)));
        return act.Receipt("Receipt.invoiced", contract.Title) with
        {
            Focus = act.About(contract),
            Notices = owner is null || owner.Id == act.Me.Id ? [] : [new Notice(owner, news)],
            Refreshes = [InvoiceCard.Refresh(contract)],
        };
    }

    /// <summary>The order with its contract, whatever it was pressed or said as; words beside a tick may hold the number.</summary>
    private static Frame Known(Act act, Contract contract)
    {
        var data = new Slots(Orders.ToData(act.Frame).Where(slot => slot.Key is "invoice" or "date" or "confirm" or StaleYes.Base)) { ["contract"] = contract.Key };
        if (act.Slots.Text("content") is { } told && InvoiceNumber.Of(told) is { } number)
        {
            data["invoice"] = number;
        }

        return Orders.FromData("record_invoice", data);
    }
}
