using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// Puts right the payment that one has just recorded: another amount, another day, another contract. What was booked stays as it was booked; a
/// line that takes it back and one that is right are added.
/// </summary>
internal sealed class CorrectPayment : Command
{
    public static readonly IReadOnlyDictionary<string, string> Amends =
        new[] { "amount", "date", "customer", "contract", "deal" }.ToDictionary(slot => slot, _ => "correct_payment", StringComparer.Ordinal);

    public override CommandSpec Spec { get; } = new("correct_payment", Permission.ReadSales) { InHelp = false, Undoable = false, Made = "contract", Amends = Amends };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-1);
        var entered = act.Db.ReceivedPayments.Include(p => p.Contract.Payments).Include(p => p.Contract.Deal).Include(p => p.Contract.Customer).Where(p => p.EnteredById == act.Me.Id && p.CreatedAt > since && p.Amount > 0);
        var (customer, deal, agreed) = (act.Frame.Ref("customer"), act.Frame.Ref("deal"), act.Frame.Ref("contract"));
        var booked = ((customer ?? deal ?? agreed) is null ? null : await entered.Where(p => p.Contract.Customer!.Key == customer || p.Contract.Deal!.Key == deal || p.Contract.Key == agreed).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken)) ?? await entered.OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        if (booked is null)
        {
            return Act.Say((await PaymentContracts.MeantAsync(act, cancellationToken) is [var named] ? Booking.Refusal(act, Spec.Id, named) : null) ?? "Payment.nothing_to_correct");
        }

        var (contracts, none) = await MeantAsync(act, booked.Contract, cancellationToken);
        return contracts switch
        {
            [] => Act.Say(none!),
            [var contract] when IsBeside(act, booked, contract) => Question.Confirm(act, text: new Word("Payment.move", new Money(booked.Amount, booked.Contract.Currency), booked.Contract.Title, contract.Title)),
            [var contract] => Correct(act, booked, contract),
            _ => await Question.WhichAsync(act, [.. contracts.Select(c => c.Key)], cancellationToken),
        };
    }

    /// <summary>The contract that it is for: another one that is named, else the one that it was booked for; when what is named has none, that.</summary>
    private static async Task<(IReadOnlyList<Contract> Contracts, Word? None)> MeantAsync(Act act, Contract booked, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("contract") == booked.Key)
        {
            act = act with { Frame = act.Frame with { Refs = act.Frame.Refs.Where(slot => slot.Key != "contract").ToDictionary(StringComparer.Ordinal), Slots = new Slots(act.Slots.Where(slot => slot.Key != "contract")) } };
        }

        if (act.Frame.Refs.Count == 0 || act.Frame.Ref("customer") == booked.Customer?.Key || (act.Frame.Ref("deal") is { } deal && deal == booked.Deal?.Key))
        {
            return ([booked], null);
        }

        var meant = await PaymentContracts.MeantAsync(act, cancellationToken);
        var names = await Choice.NamesAsync(act, [.. act.Frame.Refs.Values.SelectMany(keys => keys)], cancellationToken);
        return (meant, meant.Count > 0 ? null : new Word("Payment.no_contract", names.Values.FirstOrDefault() ?? PaymentContracts.Named(act)));
    }

    /// <summary>“打错了，白山是11万” after a payment of somebody else's: another sum and another customer may as well be another payment.</summary>
    private static bool IsBeside(Act act, ReceivedPayment booked, Contract contract) =>
        contract.Id != booked.ContractId && act.Slots.Number("amount") is { } amount && amount != booked.Amount && act.Slots.Flag("confirm") != true;

    private Reply Correct(Act act, ReceivedPayment booked, Contract contract)
    {
        var (amount, day) = (act.Slots.Number("amount") ?? booked.Amount, act.Slots.Date("date") ?? booked.ReceivedOn);
        if ((contract.Id, amount, day) == (booked.ContractId, booked.Amount, booked.ReceivedOn))
        {
            return Act.Say("Receipt.same");
        }

        if (Booking.Refusal(act, Spec.Id, contract) is { } refusal)
        {
            return Act.Say(refusal);
        }

        if (contract.Id != booked.ContractId && amount > 0 && Booking.Unsigned(act.With("contract", contract.Key), contract, amount) is { } question)
        {
            return question;
        }

        Booking.Add(act, booked.Contract, -booked.Amount, booked.ReceivedOn);
        if (Booking.Obstacle(act, contract, amount, day) is { } obstacle)
        {
            act.Db.DropChanges();
            return Act.Say(obstacle);
        }

        Booking.Add(act, contract, amount, day);
        return Booking.Receipt(act, contract, amount, "payment_corrected", from: booked.Contract);
    }
}
