using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;

namespace SalesBot.Deals;

/// <summary>The deal that an order is about.</summary>
internal static class MeantDeal
{
    /// <summary>The deal that was named, pressed or spoken of; null also when the person may not see it, which must sound the same.</summary>
    public static Task<Deal?> DealAsync(this Act act, CancellationToken cancellationToken) =>
        act.Frame.Ref("deal") is { } key
            ? act.Db.Deals.Include(d => d.Customer).Include(d => d.Owner).VisibleTo(act.Viewer).FirstOrDefaultAsync(d => d.Key == key, cancellationToken)
            : Task.FromResult<Deal?>(null);

    /// <summary>From now on "this deal" means this one and "the customer" means its customer; a contract of another deal is left behind.</summary>
    public static Focus About(this Act act, Deal deal) =>
        act.Focus.Settled() with { Deal = deal.Key, Customer = deal.Customer?.Key ?? act.Focus.Customer, Contract = act.Focus.Deal == deal.Key ? act.Focus.Contract : null };
}
