using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>
/// Notes a customer's taxpayer number, which its invoices need (AP-04). One firm has one: a number that another customer has already shows that the two are
/// most likely the same (FU-11), also where the asker does not see that one.
/// </summary>
internal sealed class SetTaxId : Command
{
    public override CommandSpec Spec { get; } = new("set_tax_id", Permission.ReadSales) { Requires = ["customer"], MayAsk = ["tax_id"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (act.Slots.Text("tax_id") is not { } said)
        {
            return act.Pressed ? Question.For(act, "tax_id") : await CustomerCard.ReplyAsync(act, customer, CustomerFacts.Answer(customer, "tax_id"), cancellationToken);
        }

        if (!act.Me.May(Permission.WriteSales) && !act.Me.May(Permission.ManageMoney))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Refused.role", new Word("Command.set_tax_id"), act.Me.Role));
        }

        if (TaxId.Of(said) is not { } id)
        {
            return Question.Again(act, "tax_id", new Word("Bad.tax_id", Excerpt.Of(said)));
        }

        if (await act.Db.Customers.Include(c => c.Owner).FirstOrDefaultAsync(c => c.TaxId == id && c.Id != customer.Id && c.MergedIntoId == null, cancellationToken) is { } other)
        {
            return Act.Say(new Word("Customer.tax_id_taken", id, other.Name, CustomerFacts.Owner(other))) with
            {
                Notices = Collision.Tell(act, other, [act.Org.Find(other.OwnerId), act.Org.Find(customer.OwnerId)], new Word("Customer.tax_id_told", act.Me, customer.Name, other.Name, id)),
            };
        }

        customer.TaxId = id;
        return act.Receipt("Receipt.tax_id", customer.Name) with { Focus = act.About(customer) };
    }
}
