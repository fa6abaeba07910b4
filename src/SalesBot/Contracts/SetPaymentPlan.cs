using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// Lays down in which parts and when a contract is paid (AP-08, AL-09). What is not said whole is asked for in a form; what is whole is read back before it is
/// saved. The parts make up the contract's amount; payments that came in already settle those that fall due first.
/// </summary>
internal sealed class SetPaymentPlan : Command
{
    public override CommandSpec Spec { get; } = new("set_payment_plan", Permission.ReadSales) { AsksItself = true, MayAsk = ["plan"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (contract, ask) = await MeantContract.FindAsync(act, c => c.Paid < c.Amount, cancellationToken);
        if (contract is null)
        {
            return ask!;
        }

        if (MeantContract.Refusal(act, Spec.Id, contract) is { } refusal)
        {
            return Act.Say(refusal);
        }

        if (contract.Status is not (ContractStatus.Approved or ContractStatus.Signed))
        {
            return Act.Say(new Word("Plan.not_agreed", contract.Title, contract.Status));
        }

        return await PlanAsync(act, contract, cancellationToken);
    }

    private static async Task<Reply> PlanAsync(Act act, Contract contract, CancellationToken cancellationToken)
    {
        var (plan, bad) = PaymentPlan.Of(act, contract);
        if (bad is { } place)
        {
            return PlanForm.Ask(act, contract, plan, new Word("Plan.bad_part", place));
        }

        if (plan.Parts.Count == 0)
        {
            var proposed = contract.Payments.Count > 0 ? PaymentPlan.Saved(contract) : PaymentPlan.OfTerms(contract);
            return PlanForm.Ask(act, contract, proposed ?? plan, proposed is null || contract.Payments.Count > 0 ? new Word("Plan.ask") : new Word("Plan.proposed", contract.Terms));
        }

        if ((plan.Fault(contract) ?? Undated(plan) ?? (act.Slots.Text("page") is null ? null : new Word("Plan.ask"))) is { } fault)
        {
            return PlanForm.Ask(act, contract, plan, fault);
        }

        // A yes of before its time, or of nobody's asking, is read back where it would replace something.
        var (seen, now) = (act.Slots.Text(StaleYes.Base), PlanForm.BaseOf(contract));
        return act.Slots.Flag("confirm") is null || (seen is null && contract.Payments.Count > 0) ? PlanForm.ReadBack(act, contract, plan)
            : seen is not null && seen != now ? await PlanForm.OvertakenAsync(act, contract, plan, cancellationToken)
            : await SaveAsync(act, contract, plan, cancellationToken);
    }

    private static Word? Undated(PaymentPlan plan) => plan.Parts.Any(part => part.Day is null) ? new Word("Plan.undated", plan.Parts.Count(part => part.Day is null)) : null;

    /// <summary>Lines that are there are changed, so that the trail tells what became of each.</summary>
    private static async Task<Reply> SaveAsync(Act act, Contract contract, PaymentPlan plan, CancellationToken cancellationToken)
    {
        var before = PaymentPlan.Saved(contract);
        var lines = contract.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id).ToList();
        var amounts = plan.Amounts(contract.Amount);
        for (var i = 0; i < plan.Parts.Count; i++)
        {
            if (i == lines.Count)
            {
                lines.Add(new PaymentDue { Key = Keys.New('Y'), CreatedAt = act.Now, Contract = contract });
                act.Db.Add(lines[i]);
            }

            (lines[i].Amount, lines[i].DueOn) = (amounts[i], plan.Parts[i].Day!.Value);
        }

        act.Db.RemoveRange(lines.Skip(plan.Parts.Count));
        var received = await act.Db.ReceivedPayments.Where(p => p.ContractId == contract.Id).OrderBy(p => p.ReceivedOn).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        Settle([.. lines.Take(plan.Parts.Count)], contract.Paid, received);
        return Receipt(act, contract, plan, before);
    }

    /// <summary>What came in settles the lines in their order, on the day on which the sum of it was enough.</summary>
    private static void Settle(IReadOnlyList<PaymentDue> lines, decimal paid, List<ReceivedPayment> received)
    {
        var due = 0m;
        foreach (var line in lines)
        {
            due += line.Amount;
            var sum = 0m;
            var day = received.Where(p => (sum += p.Amount) >= due).Select(p => (DateOnly?)p.ReceivedOn).FirstOrDefault();
            line.PaidOn = paid >= due ? day ?? line.PaidOn ?? line.DueOn : null;
        }
    }

    private static Reply Receipt(Act act, Contract contract, PaymentPlan plan, PaymentPlan before)
    {
        var lines = plan.Lines(contract);
        Word note = before.Parts.Count == 0 ? new Word("Plan.saved", lines) : new Word("Plan.changed", before.Lines(contract), lines);
        var concerned = act.Me.May(Permission.ManageMoney) ? [act.Org.Find(contract.Deal?.OwnerId)] : act.Org.Finance.Cast<Person?>();
        var news = new View(null, null, new Word("Notice.plan", act.Me, contract.Title, lines));
        return act.Receipt("Receipt.plan", contract.Title, note) with
        {
            Focus = act.About(contract),
            Notices = [.. concerned.OfType<Person>().Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, news))],
        };
    }
}
