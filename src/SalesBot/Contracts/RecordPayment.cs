using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// Records money that came in for a contract: by finance, or by the deal's owner. Lines of the payment plan are settled in the order in which
/// they fall due. Before the contract is signed it is asked whether that is meant. It stays as it was made: there is no undo.
/// </summary>
internal sealed class RecordPayment : Command
{
    public override CommandSpec Spec { get; } = new("record_payment", Permission.ReadSales) { MayAsk = ["customer", "amount"], Undoable = false, Made = "contract", Amends = CorrectPayment.Amends };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var contracts = await PaymentContracts.MeantAsync(act, cancellationToken);
        if (contracts.Count == 0)
        {
            return PaymentContracts.Named(act) is { } named ? Act.Say(new Word("Payment.no_contract", named)) : Question.For(act, "customer");
        }

        if (contracts.Count > 1)
        {
            return await Question.WhichAsync(act, [.. contracts.Select(c => c.Key)], cancellationToken);
        }

        var contract = contracts[0];
        if (Booking.Refusal(act, Spec.Id, contract) is { } refusal)
        {
            return Act.Say(refusal);
        }

        // What is asked shows the contract's deal, whichever the customer's name alone would have meant.
        act = contract.Deal is { } deal ? act.With("contract", contract.Key).With("deal", deal.Key) : act.With("contract", contract.Key);
        if (act.Slots.Number("amount") is not { } amount)
        {
            return Question.For(act, "amount");
        }

        var day = act.Slots.Date("date") ?? act.Today;
        if (Booking.Obstacle(act, contract, amount, day) is { } obstacle)
        {
            return Act.Say(obstacle);
        }

        if (Booking.Unsigned(act, contract, amount) is { } question)
        {
            return question;
        }

        Booking.Add(act, contract, amount, day);
        return Booking.Receipt(act, contract, amount, "payment");
    }
}
