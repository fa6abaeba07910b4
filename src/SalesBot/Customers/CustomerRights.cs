using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Who may change what is on record of a customer: its owner, and whoever leads them; of the pool, whoever leads anybody.</summary>
internal static class CustomerRights
{
    public static bool MayChange(this Act act, Customer customer) =>
        customer.OwnerId == act.Me.Id || (act.Me.May(Permission.ManageTeam) && act.Viewer.Sees(customer.OwnerId));

    /// <summary>Says so and writes it down; null where they may.</summary>
    public static Reply? Refuse(Act act, Customer customer)
    {
        if (act.MayChange(customer))
        {
            return null;
        }

        Ledger.Refusal(act.Db, act.Me, act.Frame.Intent, act.Now);
        return Act.Say(customer.Owner is { } owner ? new Word("Customer.owner_changes", customer.Name, owner) : new Word("Customer.pool_changes", customer.Name));
    }
}
