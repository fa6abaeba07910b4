using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>What came in from one customer and what is still open: the next payments first, then what was paid, newest first.</summary>
internal static class CustomerPayments
{
    /// <summary>It is asked of a customer by name; what leans on the contract in view (“还剩多少没到”) is of that.</summary>
    public static async Task<bool> IsNamedAsync(Act act, string customer, CancellationToken cancellationToken) =>
        act.Said is { } said && await act.Db.Customers.Where(c => c.Key == customer).Select(c => new { c.Name, c.Aliases }).FirstOrDefaultAsync(cancellationToken) is { } known
        && known.Aliases.Append(known.Name).Append(known.Name.Split(' ')[0]).Any(name => said.Contains(name, StringComparison.OrdinalIgnoreCase));

    public static async Task<Reply> ShowAsync(Act act, string customer, CancellationToken cancellationToken)
    {
        var contracts = act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.Customer!.Key == customer || c.Deal!.Customer!.Key == customer);
        var open = await PaymentContracts.Open(contracts).Include(c => c.Payments).OrderBy(c => c.Payments.Where(p => p.PaidOn == null).Min(p => (DateOnly?)p.DueOn) ?? DateOnly.MaxValue).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var paid = await act.Db.ReceivedPayments.Include(p => p.Contract).Where(p => contracts.Any(c => c.Id == p.ContractId)).OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Id).ToListAsync(cancellationToken);
        // What was paid before its bookings were kept stands in the contract alone.
        var came = await contracts.Where(c => c.Paid > 0).Select(c => new { c.Currency, c.Paid }).ToListAsync(cancellationToken);
        var name = await act.Db.Customers.Where(c => c.Key == customer).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        var rows = Rows(act, open, paid);
        var paging = Paging.Of(act, rows.Count);
        Word title = new("Payments.of", name, Sums(came.Select(c => (c.Currency, c.Paid))), Sums(open.Select(c => (c.Currency, c.Amount - c.Paid))));
        return DayList.Show(paging, title, name, rows.Skip(paging.Skip).Take(paging.Size).ToList(), "Payments.none_of") with { Focus = act.Listing([.. open.Select(c => c.Key)]) with { Customer = customer } };
    }

    /// <summary>What is open, then what came in.</summary>
    public static List<object> Rows(Act act, IReadOnlyList<Contract> open, IReadOnlyList<ReceivedPayment> paid) =>
        [.. open.SelectMany(contract => Due(act, contract)), .. paid.Select(p => new { Main = p.Contract.Title, Second = new Word("Payments.came_in", p.ReceivedOn), Value = new Money(p.Amount, p.Contract.Currency) })];

    /// <summary>Each line of the plan that is open, or the contract as a whole where it has none.</summary>
    private static IEnumerable<object> Due(Act act, Contract contract)
    {
        var pay = new Button("Command.record_payment", "record_payment", new Slots { ["contract"] = contract.Key });
        var lines = contract.Payments.Where(line => PaymentContracts.OpenOf(contract, line) > 0).OrderBy(line => line.DueOn).ThenBy(line => line.Id).ToList();
        if (lines.Count == 0)
        {
            yield return new { Main = contract.Title, Second = (Word)"Payments.open_unplanned", Value = new Money(contract.Amount - contract.Paid, contract.Currency), Open = pay };
        }

        foreach (var line in lines)
        {
            Word when = line.DueOn < act.Today ? new("Payments.open_late", line.DueOn, new Word("Count.days_late", act.Today.DayNumber - line.DueOn.DayNumber)) : new("Payments.open_due", line.DueOn);
            yield return new { Main = contract.Title, Second = when, Value = new Money(PaymentContracts.OpenOf(contract, line), contract.Currency), Open = pay };
        }
    }

    /// <summary>By currency; nothing is a dash.</summary>
    public static object Sums(IEnumerable<(string Currency, decimal Amount)> amounts)
    {
        var sums = amounts.GroupBy(amount => amount.Currency, StringComparer.Ordinal).Select(same => new Money(same.Sum(amount => amount.Amount), same.Key)).ToList();
        return sums.Count == 0 ? "–" : sums;
    }
}
