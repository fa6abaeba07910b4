using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>The contract that an order is about.</summary>
internal static class MeantContract
{
    private const int Most = 8;

    /// <summary>
    /// The contract that was named or pressed; else the one of its deal or customer that both sides agreed on, and of several the only one that is
    /// <paramref name="likely"/>. Otherwise what to say: which one, whose, or that there is none (or none to be seen, which sounds the same).
    /// </summary>
    public static async Task<(Contract? Contract, Reply? Ask)> FindAsync(Act act, Func<Contract, bool> likely, CancellationToken cancellationToken)
    {
        var found = await NamedAsync(act, cancellationToken);
        if (found.Count > 1 && found.Any(likely))
        {
            found = [.. found.Where(likely)];
        }

        return found switch
        {
            [var one] => (one, null),
            [] => (null, PaymentContracts.Named(act) is { } named ? Act.Say(new Word("Contract.none_of", Excerpt.Of(named))) : Act.Say("Contract.whose")),
            _ => (null, await Question.WhichAsync(act, [.. found.Select(c => c.Key)], cancellationToken)),
        };
    }

    /// <summary>With the newest contract of the deal or customer that were named: one that is being drawn up is neither agreed nor named itself.</summary>
    public static async Task<Act> DrawnAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if (act.Frame.Ref("contract") is not null || (deal ?? customer) is null)
        {
            return act;
        }

        var drawn = act.Db.Contracts.VisibleTo(act.Viewer).Where(c => deal == null ? c.Deal!.Customer!.Key == customer : c.Deal!.Key == deal);
        return await drawn.OrderBy(c => c.Status == ContractStatus.Signed).ThenByDescending(c => c.Id).Select(c => c.Key).FirstOrDefaultAsync(cancellationToken) is { } key ? act.With("contract", key) : act;
    }

    /// <summary>From now on "the contract" is this one, and "the deal" its deal.</summary>
    public static Focus About(this Act act, Contract contract) =>
        act.Focus.Settled() with { Contract = contract.Key, Deal = contract.Deal?.Key, Customer = contract.Customer?.Key ?? act.Focus.Customer };

    /// <summary>Finance, and who has the deal or leads them, keep what belongs to a contract; whoever else tries is noted.</summary>
    public static Word? Refusal(Act act, string command, Contract contract)
    {
        if (act.Me.May(Permission.ManageMoney) || (act.Me.May(Permission.WriteSales) && contract.Deal is { } deal && act.Viewer.Sees(deal.OwnerId)))
        {
            return null;
        }

        Ledger.Refusal(act.Db, act.Me, command, act.Now);
        return new Word("Contract.not_yours", contract.Title);
    }

    private static async Task<List<Contract>> NamedAsync(Act act, CancellationToken cancellationToken)
    {
        var all = act.Db.Contracts.Include(c => c.Deal).Include(c => c.Customer).Include(c => c.Payments).VisibleTo(act.Viewer);
        var agreed = all.Where(c => c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed);
        var (contract, deal, customer) = (act.Frame.Ref("contract"), act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        var meant = contract is not null ? all.Where(c => c.Key == contract)
            : deal is not null ? agreed.Where(c => c.Deal!.Key == deal)
            : customer is not null ? agreed.Where(c => c.Customer!.Key == customer || c.Deal!.Customer!.Key == customer)
            : all.Where(_ => false);
        return await meant.OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken);
    }
}
