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
    /// <summary>Payments that are looked through, and how far back one that is named may lie.</summary>
    private const int Looked = 300, Days = 31;

    /// <summary>“是12万不是10”: the unit of the wrong sum may go without saying.</summary>
    private static readonly decimal[] Scales = [1, 1_000, 10_000];

    public static readonly IReadOnlyDictionary<string, string> Amends =
        new[] { "amount", "date", "customer", "contract", "deal" }.ToDictionary(slot => slot, _ => "correct_payment", StringComparer.Ordinal);

    public override CommandSpec Spec { get; } = new("correct_payment", Permission.ReadSales) { InHelp = false, Undoable = false, Made = "contract", Amends = Amends };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var booked = await BookedAsync(act, cancellationToken);
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

    /// <summary>
    /// The payment that was booked wrongly: of the contract that it is moved away from, else the newest of what is named, and of several the one of the sum that is said to be wrong. One's own of the last
    /// day, or, where it is named, any of this month that one may book. Whoever names a payment that is booked has no other one changed instead.
    /// </summary>
    private static async Task<ReceivedPayment?> BookedAsync(Act act, CancellationToken cancellationToken)
    {
        var (customer, deal, contract) = (act.Frame.Ref("customer"), act.Frame.Ref("deal"), act.Slots.Text("was_contract") ?? act.Frame.Ref("contract"));
        var (isNamed, isBooked) = ((customer ?? deal ?? contract) is not null, act.Slots.Flag("booked") == true);
        var since = act.Now.AddDays(isBooked && isNamed ? -Days : -1);
        var all = await act.Db.ReceivedPayments.Include(p => p.Contract.Payments).Include(p => p.Contract.Deal).Include(p => p.Contract.Customer).Where(p => p.CreatedAt > since).OrderByDescending(p => p.Id).Take(Looked).ToListAsync(cancellationToken);
        var mayAny = isBooked && isNamed;
        var entered = Standing(all).FindAll(p => p.EnteredById == act.Me.Id || (mayAny && (act.Me.May(Permission.ManageMoney) || p.Contract.Deal?.OwnerId == act.Me.Id)));
        bool IsNamed(ReceivedPayment p) => act.Slots.Text("was_contract") is { } from ? p.Contract.Key == from : deal is not null ? p.Contract.Deal?.Key == deal : contract == p.Contract.Key || (customer is not null && (p.Contract.Customer?.Key == customer || p.Contract.Deal?.Customer?.Key == customer));
        var meant = isNamed ? entered.FindAll(IsNamed) : entered;
        if (meant.Count == 0 && !isBooked) meant = entered;
        return act.Slots.Number("was") is { } wrong && meant.Find(p => Scales.Any(scale => p.Amount == wrong * scale)) is { } said ? said : meant.FirstOrDefault();
    }

    /// <summary>Without those that a correction took back.</summary>
    private static List<ReceivedPayment> Standing(List<ReceivedPayment> newestFirst)
    {
        var (standing, back) = (new List<ReceivedPayment>(), newestFirst.FindAll(p => p.Amount < 0));
        foreach (var payment in newestFirst.Where(p => p.Amount > 0))
        {
            if (back.Find(p => p.Id > payment.Id && p.ContractId == payment.ContractId && p.Amount == -payment.Amount && p.ReceivedOn == payment.ReceivedOn) is { } line) back.Remove(line);
            else standing.Add(payment);
        }

        return standing;
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
        var receipt = Booking.Receipt(act, contract, amount, "payment_corrected", from: booked.Contract);
        return amount == booked.Amount && day == booked.ReceivedOn && contract.Id == booked.ContractId ? receipt : receipt with { Receipt = receipt.Receipt!.Noting(WasNow(booked, amount, day)) with { Buttons = [Back(booked, contract)] } };
    }

    private static Word WasNow(ReceivedPayment booked, decimal amount, DateOnly day) =>
        amount == booked.Amount ? new Word("Payment.day_was_now", booked.ReceivedOn, day) : new Word("Payment.was_now", new Money(booked.Amount, booked.Contract.Currency), new Money(amount, booked.Contract.Currency));

    /// <summary>Books it as it was before, which takes the correction back.</summary>
    private static Button Back(ReceivedPayment booked, Contract contract)
    {
        var data = new Slots { ["contract"] = booked.Contract.Key, ["was_contract"] = contract.Key, ["confirm"] = "true" };
        data.Set("amount", booked.Amount);
        data.Set("date", booked.ReceivedOn);
        return new Button("Button.undo", "correct_payment", data);
    }
}
