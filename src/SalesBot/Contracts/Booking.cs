using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>One line in the book of money that came in, and what follows from it.</summary>
internal static class Booking
{
    /// <summary>Why it cannot be booked; null when it can.</summary>
    public static Word? Obstacle(Act act, Contract contract, decimal amount, DateOnly day) => amount switch
    {
        <= 0 => "Bad.amount_zero",
        _ when day > act.Today => new Word("Payment.ahead", day),
        _ when act.Slots.Text("currency") is { } currency && currency != contract.Currency => new Word("Payment.currency", contract.Title, contract.Currency),
        _ when amount > contract.Amount - contract.Paid => new Word("Payment.too_much", contract.Title, new Money(contract.Amount - contract.Paid, contract.Currency)),
        _ => null,
    };

    /// <summary>Why this person may not book it, which is noted; null for finance and for who owns the deal.</summary>
    public static Word? Refusal(Act act, string command, Contract contract)
    {
        if (act.Me.May(Permission.ManageMoney) || contract.Deal?.OwnerId == act.Me.Id)
        {
            return null;
        }

        Ledger.Refusal(act.Db, act.Me, command, act.Now);
        return new Word("Payment.not_yours", contract.Title);
    }

    /// <summary>
    /// Money for a contract that is agreed on and not signed yet: a prepayment may come before the signed scan, and so may a payment meant for another contract. It is
    /// asked; a yes books it and leaves the signature to be given. On what is not even agreed nothing is booked. Null where it is signed, or the yes was to this very sum on what
    /// was paid then.
    /// </summary>
    public static Reply? Unsigned(Act act, Contract contract, decimal amount)
    {
        var seen = string.Create(CultureInfo.InvariantCulture, $"{contract.Key}|{contract.Paid:0.####}|{amount:0.####}");
        if (contract.Status is not (ContractStatus.Approved or ContractStatus.Signed))
        {
            return Act.Say(new Word("Payment.not_agreed", contract.Title, contract.Status)) with { Focus = act.About(contract) };
        }

        if (contract.Status == ContractStatus.Signed || (StaleYes.IsYes(act) && act.Slots.Text(StaleYes.Base) == seen))
        {
            return null;
        }

        act.Slots[StaleYes.Base] = seen;
        act.Slots.Remove("confirm");
        return Question.Confirm(act, text: new Word("Payment.unsigned", contract.Title, new Money(amount, contract.Currency)));
    }

    /// <summary>Lines of the payment plan are settled in the order in which they fall due; a sum below zero opens again what it settled.</summary>
    public static void Add(Act act, Contract contract, decimal amount, DateOnly day)
    {
        act.Db.Add(new ReceivedPayment { Key = Keys.New('M'), CreatedAt = act.Now, ContractId = contract.Id, Amount = amount, ReceivedOn = day, EnteredById = act.Me.Id });
        contract.Paid += amount;
        var covered = contract.Paid;
        foreach (var line in contract.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id))
        {
            covered -= line.Amount;
            line.PaidOn = covered >= 0 ? line.PaidOn ?? day : amount < 0 ? null : line.PaidOn;
        }
    }

    /// <summary>The receipt, and a notice to those concerned who did not book it.</summary>
    /// <param name="kind">What happened to it: <c>payment</c> or <c>payment_corrected</c>.</param>
    /// <param name="from">The contract that it was booked for before, if it was.</param>
    public static Reply Receipt(Act act, Contract contract, decimal amount, string kind, Contract? from = null)
    {
        var left = contract.Amount - contract.Paid;
        var view = new View(null, null, new Word("Notice." + kind, act.Me, contract.Title, new Money(amount, contract.Currency), new Money(left, contract.Currency)));
        var owners = new[] { contract, from ?? contract }.Select(c => act.Org.Find(c.Deal?.OwnerId)).Distinct();
        var concerned = act.Me.May(Permission.ManageMoney) ? owners : act.Org.Finance.Cast<Person?>();
        return act.Receipt("Receipt." + kind, contract.Title, left == 0 ? new Word("Payment.all_paid") : new Word("Payment.left", new Money(left, contract.Currency))) with
        {
            Focus = act.About(contract),
            Notices = [.. concerned.OfType<Person>().Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, view))],
        };
    }
}
