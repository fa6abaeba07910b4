using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;

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
        var booked = await act.Db.ReceivedPayments.Include(p => p.Contract).ThenInclude(c => c.Payments)
            .Where(p => p.EnteredById == act.Me.Id && p.CreatedAt > since && p.Amount > 0).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        if (booked is null)
        {
            return Act.Say("Payment.nothing_to_correct");
        }

        var contracts = await PaymentContracts.MeantAsync(act, cancellationToken);
        if (contracts.Count > 1)
        {
            return await Question.WhichAsync(act, [.. contracts.Select(c => c.Key)], cancellationToken);
        }

        var contract = contracts is [var meant] ? meant : booked.Contract;
        var (amount, day) = (act.Slots.Number("amount") ?? booked.Amount, act.Slots.Date("date") ?? booked.ReceivedOn);
        Booking.Add(act, booked.Contract, -booked.Amount, booked.ReceivedOn);
        if (Booking.Obstacle(act, contract, amount, day) is { } obstacle)
        {
            act.Db.DropChanges();
            return Act.Say(obstacle);
        }

        Booking.Add(act, contract, amount, day);
        return Booking.Receipt(act, contract, amount, "Receipt.payment_corrected");
    }
}
