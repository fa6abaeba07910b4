using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Contracts;

/// <summary>The contracts that money may come in for: approved or signed, and not paid in full.</summary>
internal static class PaymentContracts
{
    public static IQueryable<Contract> Open(IQueryable<Contract> contracts) =>
        contracts.Where(c => (c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed) && c.Paid < c.Amount);

    /// <summary>What is late of a contract, in its currency: payments count for the lines that fall due first. Its payment plan must be loaded.</summary>
    public static decimal Late(Contract contract, DateOnly today) => contract.Payments.Where(p => p.DueOn < today).Sum(p => OpenOf(contract, p));

    /// <summary>What is still to come of one line of the plan.</summary>
    public static decimal OpenOf(Contract contract, PaymentDue line)
    {
        var before = contract.Payments.Where(p => (p.DueOn, p.Id).CompareTo((line.DueOn, line.Id)) < 0).Sum(p => p.Amount);
        return line.PaidOn is not null ? 0 : line.Amount - Math.Clamp(contract.Paid - before, 0, line.Amount);
    }

    /// <summary>What the order names: a contract itself (even one that is paid), else the open ones of its deal or customer.</summary>
    public static Task<List<Contract>> MeantAsync(Act act, CancellationToken cancellationToken)
    {
        var all = act.Db.Contracts.Include(c => c.Deal).Include(c => c.Customer).Include(c => c.Payments).VisibleTo(act.Viewer);
        var (contract, deal, customer) = (act.Frame.Ref("contract"), act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        var meant = contract is not null ? all.Where(c => c.Key == contract)
            : deal is not null ? Open(all).Where(c => c.Deal!.Key == deal)
            : customer is not null ? Open(all).Where(c => c.Customer!.Key == customer || c.Deal!.Customer!.Key == customer)
            : all.Where(_ => false);
        return meant.OrderBy(c => c.Id).Take(8).ToListAsync(cancellationToken);
    }

    /// <summary>What was named, as it was said; null when nothing was.</summary>
    public static string? Named(Act act) => Enumerable.FirstOrDefault(
        ["contract", "contract_text", "deal", "deal_text", "customer", "customer_text"], slot => act.Slots.Text(slot) is not null) is { } named ? act.Slots.Text(named) : null;
}
