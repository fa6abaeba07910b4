using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;

namespace SalesBot.Customers;

/// <summary>The customer that an order is about.</summary>
internal static class MeantCustomer
{
    /// <summary>The customer that was named, pressed or spoken of; null also when the person may not see it, which must sound the same.</summary>
    public static Task<Customer?> CustomerAsync(this Act act, CancellationToken cancellationToken) =>
        act.Frame.Ref("customer") is { } key
            ? act.Db.Customers.Include(c => c.Owner).Include(c => c.Contacts).VisibleTo(act.Viewer).FirstOrDefaultAsync(c => c.Key == key, cancellationToken)
            : Task.FromResult<Customer?>(null);

    /// <summary>From now on "they" means this customer; a deal or contract of another one is left behind.</summary>
    public static Focus About(this Act act, Customer customer) =>
        act.Focus.Settled() with { Customer = customer.Key, Deal = act.Focus.Customer == customer.Key ? act.Focus.Deal : null, Contract = act.Focus.Customer == customer.Key ? act.Focus.Contract : null };
}
