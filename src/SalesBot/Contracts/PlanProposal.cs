using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Whoever archives a contract as signed is offered its payment plan: the parts that its terms speak of, or an empty one (AP-08).</summary>
internal static class PlanProposal
{
    public static Reply After(Act act, Reply reply)
    {
        var signed = act.Db.Tracked<Contract>().Where(e => e.State == EntityState.Modified && e.Entity.Status == ContractStatus.Signed && e.Property(c => c.Status).OriginalValue != ContractStatus.Signed).Select(e => e.Entity).FirstOrDefault();
        if (signed is null || signed.Payments.Count > 0 || reply.Receipt is not { } receipt)
        {
            return reply;
        }

        var plan = PaymentPlan.OfTerms(signed);
        var button = new Button("Button.payment_plan", "set_payment_plan", new Slots { ["contract"] = signed.Key });
        Word? note = plan is null ? null : new Word("Plan.offer", plan.Parts.Select(part => part.Share).ToList());
        return reply with { Receipt = (note is null ? receipt : receipt.Noting(note)) with { Buttons = [.. receipt.Buttons, button] } };
    }
}
