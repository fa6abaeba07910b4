using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// Records money that came in for a contract: by finance, or by the deal's owner. Lines of the payment plan are settled in the order in which
/// they fall due. It stays as it was made: there is no undo.
/// </summary>
internal sealed class RecordPayment : Command
{
    public override CommandSpec Spec { get; } = new("record_payment", Permission.ReadSales) { MayAsk = ["customer", "amount"], Undoable = false };

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
        if (!act.Me.May(Permission.ManageMoney) && contract.Deal?.OwnerId != act.Me.Id)
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Payment.not_yours", contract.Title));
        }

        if (act.Slots.Number("amount") is not { } amount)
        {
            return Question.For(act.With("contract", contract.Key), "amount");
        }

        var day = act.Slots.Date("date") ?? act.Today;
        if (Obstacle(act, contract, amount, day) is { } obstacle)
        {
            return Act.Say(obstacle);
        }

        Settle(act, contract, amount, day);
        return Receipt(act, contract, amount);
    }

    private static Word? Obstacle(Act act, Contract contract, decimal amount, DateOnly day) => amount switch
    {
        <= 0 => "Bad.amount_zero",
        _ when day > act.Today => new Word("Payment.ahead", day),
        _ when act.Slots.Text("currency") is { } currency && currency != contract.Currency => new Word("Payment.currency", contract.Title, contract.Currency),
        _ when amount > contract.Amount - contract.Paid => new Word("Payment.too_much", contract.Title, new Money(contract.Amount - contract.Paid, contract.Currency)),
        _ => null,
    };

    private static void Settle(Act act, Contract contract, decimal amount, DateOnly day)
    {
        act.Db.Add(new ReceivedPayment { Key = Keys.New('M'), CreatedAt = act.Now, ContractId = contract.Id, Amount = amount, ReceivedOn = day, EnteredById = act.Me.Id });
        contract.Paid += amount;
        var covered = contract.Paid;
        foreach (var line in contract.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id))
        {
            covered -= line.Amount;
            if (covered >= 0 && line.PaidOn is null)
            {
                line.PaidOn = day;
            }
        }
    }

    private static Reply Receipt(Act act, Contract contract, decimal amount)
    {
        var left = contract.Amount - contract.Paid;
        var view = new View(null, null, new Word("Notice.payment", act.Me, contract.Title, new Money(amount, contract.Currency), new Money(left, contract.Currency)));
        var concerned = act.Me.May(Permission.ManageMoney) ? [act.Org.Find(contract.Deal?.OwnerId)] : act.Org.Finance.Cast<Person?>();
        return act.Receipt("Receipt.payment", contract.Title, left == 0 ? new Word("Payment.all_paid") : new Word("Payment.left", new Money(left, contract.Currency))) with
        {
            Focus = act.Focus.Settled() with { Contract = contract.Key },
            Notices = [.. concerned.OfType<Person>().Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, view))],
        };
    }
}
