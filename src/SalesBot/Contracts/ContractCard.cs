using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>One contract on one card: how far its order has come, its invoice, what is due when and what came in. Deal, customer and plan must be loaded.</summary>
internal static class ContractCard
{
    /// <summary>As this person may use it.</summary>
    /// <param name="first">What was asked for, or what came of an order.</param>
    public static Reply Reply(Act act, Contract contract, Word? first = null)
    {
        Word text = new("Contract.text", contract.Title, new Money(contract.Amount, contract.Currency), Standing(contract));
        var data = new
        {
            contract.Title,
            Who = contract.Customer?.Name ?? contract.Deal?.Name ?? "",
            First = first,
            Ladder = contract.Status == ContractStatus.Signed ? Ladder(contract.OrderState) : "",
            Facts = Facts(act, contract).ToList(),
            Payments = contract.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id).Select(p => Line(contract, p, act.Today)).ToList(),
            Buttons = Buttons(act, contract).ToList(),
        };
        return new Reply(new View("contract", data, first ?? text)) { Focus = act.About(contract) };
    }

    /// <summary>Approved, signed …; of a signed one that is being carried out, how far the order has come.</summary>
    public static object Standing(Contract contract) =>
        contract.OrderState == OrderState.None ? contract.Status : new Word("Format.Dot", contract.Status, contract.OrderState);

    private static string Ladder(OrderState state) => new string('●', (int)state) + new string('○', (int)OrderState.Accepted - (int)state);

    private static IEnumerable<Fact> Facts(Act act, Contract contract)
    {
        yield return new("Field.Contract.Amount", new Money(contract.Amount, contract.Currency));
        yield return new("Contract.status", contract.Status);
        if (contract.SignedOn is { } signed)
        {
            yield return new("Field.Contract.SignedOn", signed);
            yield return new("Field.Contract.OrderState", contract.OrderState);
            yield return new("Field.Contract.InvoiceNumber", contract.InvoiceNumber is { } number ? new Word("Contract.invoiced", number, contract.InvoicedOn) : new Word("Contract.not_invoiced"));
        }

        if (contract.Terms is { } terms)
        {
            yield return new("Field.Contract.Terms", terms);
        }

        if (contract.Template is { } template)
        {
            yield return new("Field.Contract.Template", new Word("Template.version", template, contract.TemplateNumber));
        }

        yield return new("Field.Contract.Paid", new Word("Contract.paid", new Money(contract.Paid, contract.Currency), new Money(contract.Amount - contract.Paid, contract.Currency)));
        if (act.Org.Find(contract.Deal?.OwnerId) is { } owner)
        {
            yield return new("Contract.owner", owner);
        }
    }

    private static Word Line(Contract contract, PaymentDue due, DateOnly today)
    {
        var money = new Money(due.Amount, contract.Currency);
        return due switch
        {
            { PaidOn: { } paid } => new Word("Contract.due_paid", money, due.DueOn, paid),
            _ when due.DueOn < today => new Word("Contract.due_late", money, due.DueOn, new Word("Count.days_late", today.DayNumber - due.DueOn.DayNumber)),
            _ => new Word("Contract.due", money, due.DueOn),
        };
    }

    private static IEnumerable<Button> Buttons(Act act, Contract contract)
    {
        Slots about = new() { ["contract"] = contract.Key };
        if (contract is { Status: ContractStatus.Signed, InvoiceNumber: null } && act.Me.May(Permission.ManageMoney))
        {
            yield return new Button("Button.record_invoice", "record_invoice", about, "positive");
        }

        if (contract is { Status: ContractStatus.Signed, OrderState: < OrderState.Accepted } && OrderSteps.May(act, contract))
        {
            yield return OrderSteps.Next(contract);
        }

        if (act.Me.May(Permission.ManageMoney) || contract.Deal?.OwnerId == act.Me.Id)
        {
            yield return new Button(contract.Payments.Count == 0 ? "Button.payment_plan" : "Button.change_plan", "set_payment_plan", about);
            if (contract.Paid < contract.Amount)
            {
                yield return new Button("Command.record_payment", "record_payment", about);
            }
        }
    }

    private sealed record Fact(Word Label, object? Value);
}
