using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>What customers still owe, what of it is late, or what came in, by contract.</summary>
internal sealed class ListPayments : Command
{
    public override CommandSpec Spec { get; } = new("list_payments", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        if (act.Frame.Ref("customer") is { } customer && act.Slots.Text("status") != "overdue" && act.Slots.Text("period") is null && act.Slots.Text("sort") is null && await CustomerPayments.IsNamedAsync(act, customer, cancellationToken))
        {
            return await CustomerPayments.ShowAsync(act, customer, cancellationToken);
        }

        return act.Slots.Text("status") == "paid" ? await PaidAsync(act, whose, cancellationToken) : await OwedAsync(act, whose, cancellationToken);
    }

    private static async Task<Reply> OwedAsync(Act act, Whose whose, CancellationToken cancellationToken)
    {
        var today = act.Today;
        var contracts = PaymentContracts.Open(Of(act, whose));
        if (Period.Read(act.Slots.Text("period"), today) is { } period && act.Slots.Text("status") != "overdue")
        {
            return await DueAsync(act, contracts, whose, period, cancellationToken);
        }

        if (act.Slots.Text("status") == "overdue")
        {
            return await LateAsync(act, contracts.Where(c => c.Payments.Any(p => p.PaidOn == null && p.DueOn < today)), whose, cancellationToken);
        }

        var sums = await contracts.GroupBy(c => c.Currency).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(c => c.Amount - c.Paid) }).ToListAsync(cancellationToken);
        var total = sums.Sum(s => s.Count);
        var paging = Paging.Of(act, total);
        var soonest = contracts.OrderBy(c => c.Payments.Where(p => p.PaidOn == null).Min(p => (DateOnly?)p.DueOn) ?? DateOnly.MaxValue).ThenBy(c => c.Id);
        var shown = act.Slots.Text("sort") == "amount_desc" ? await MostAsync(contracts, paging, cancellationToken) : await paging.Of(soonest.Include(c => c.Customer).Include(c => c.Payments)).ToListAsync(cancellationToken);
        Word title = total == 0 ? new Word("Command.list_payments") : new Word("Payments.outstanding", total, sums.Select(s => new Money(s.Sum, s.Key)).ToList());
        return DayList.Show(paging, title, whose.Label, shown.Select(c => Row(act, c, c.Amount - c.Paid)).ToList(), "Payments.none") with { Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }

    /// <summary>Who owes most first, by all that a customer owes in one currency; its contracts stand together.</summary>
    private static async Task<List<Contract>> MostAsync(IQueryable<Contract> contracts, Paging paging, CancellationToken cancellationToken)
    {
        var all = await contracts.Include(c => c.Customer).Include(c => c.Payments).ToListAsync(cancellationToken);
        return [.. all.GroupBy(c => (c.CustomerId, c.Currency)).OrderByDescending(theirs => theirs.Sum(c => c.Amount - c.Paid)).SelectMany(theirs => theirs.OrderByDescending(c => c.Amount - c.Paid).ThenBy(c => c.Id)).Skip(paging.Skip).Take(paging.Size)];
    }

    /// <summary>What falls due within the period, and not all that is open of those contracts.</summary>
    private static async Task<Reply> DueAsync(Act act, IQueryable<Contract> contracts, Whose whose, Period period, CancellationToken cancellationToken)
    {
        bool IsWithin(PaymentDue line) => line.DueOn >= period.From && line.DueOn <= period.To;
        var all = await contracts.Where(c => c.Payments.Any(p => p.PaidOn == null && p.DueOn >= period.From && p.DueOn <= period.To)).Include(c => c.Customer).Include(c => c.Payments).ToListAsync(cancellationToken);
        var due = all.Select(c => (Contract: c, Sum: c.Payments.Where(IsWithin).Sum(line => PaymentContracts.OpenOf(c, line)))).Where(c => c.Sum > 0).OrderBy(c => c.Contract.Payments.Where(IsWithin).Min(line => line.DueOn)).ThenBy(c => c.Contract.Id).ToList();
        var sums = due.GroupBy(c => c.Contract.Currency, StringComparer.Ordinal).Select(g => new Money(g.Sum(c => c.Sum), g.Key)).ToList();
        var paging = Paging.Of(act, due.Count);
        var shown = due.Skip(paging.Skip).Take(paging.Size).ToList();
        Word title = due.Count == 0 ? new("Command.list_payments") : new("Payments.outstanding", due.Count, sums);
        return DayList.Show(paging, title, whose.Label, shown.ConvertAll(c => Row(act, c.Contract, c.Sum)), "Payments.none") with { Focus = act.Listing([.. shown.Select(c => c.Contract.Key)]) };
    }

    /// <summary>What is late and nothing else, as finance and the deal's owner were told of it: the longest late first.</summary>
    private static async Task<Reply> LateAsync(Act act, IQueryable<Contract> contracts, Whose whose, CancellationToken cancellationToken)
    {
        var all = await contracts.Include(c => c.Customer).Include(c => c.Payments).OrderBy(c => c.Payments.Where(p => p.PaidOn == null).Min(p => p.DueOn)).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var sums = all.GroupBy(c => c.Currency, StringComparer.Ordinal).Select(g => new Money(g.Sum(c => PaymentContracts.Late(c, act.Today)), g.Key)).ToList();
        var paging = Paging.Of(act, all.Count);
        var shown = all.Skip(paging.Skip).Take(paging.Size).ToList();
        var rows = shown.ConvertAll(c => Row(act, c, PaymentContracts.Late(c, act.Today)));
        Word title = all.Count == 0 ? new("Command.list_payments") : new("Payments.overdue", all.Count, sums);
        return DayList.Show(paging, title, whose.Label, rows, "Payments.none") with { Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }

    private static async Task<Reply> PaidAsync(Act act, Whose whose, CancellationToken cancellationToken)
    {
        var slot = act.Slots.Text("period") ?? "this_month";
        var period = Period.Read(slot, act.Today) ?? new Period(act.Today.AddDays(-29), act.Today);
        var contracts = Of(act, whose);
        var paid = act.Db.ReceivedPayments.Include(p => p.Contract).ThenInclude(c => c.Customer).Where(p => p.ReceivedOn >= period.From && p.ReceivedOn <= period.To && contracts.Any(c => c.Id == p.ContractId));
        var total = await paid.CountAsync(cancellationToken);
        var paging = Paging.Of(act, total);
        var shown = await paging.Of(paid.OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Id)).ToListAsync(cancellationToken);
        var rows = shown.Select(p => new { Main = p.Contract.Title, Second = new Word("Format.Dot", p.ReceivedOn, p.Contract.Customer?.Name), Value = new Money(p.Amount, p.Contract.Currency) }).ToList();
        return DayList.Show(paging, new Word("Payments.paid", total, PeriodName.Of(period, slot)), whose.Label, rows, "Payments.none");
    }

    /// <summary>The contracts of these people's deals, and of the customer that was named.</summary>
    public static IQueryable<Contract> Of(Act act, Whose whose)
    {
        var contracts = act.Db.Contracts.VisibleTo(act.Viewer);
        if (whose.Owners is { } owners)
        {
            contracts = contracts.Where(c => c.Deal != null && owners.Contains(c.Deal.OwnerId));
        }

        return act.Frame.Ref("customer") is { } customer ? contracts.Where(c => c.Customer!.Key == customer || c.Deal!.Customer!.Key == customer) : contracts;
    }

    private static object Row(Act act, Contract contract, decimal value)
    {
        var next = contract.Payments.Where(p => p.PaidOn is null).MinBy(p => p.DueOn)?.DueOn;
        Word when = next switch
        {
            null => new Word("Payments.unplanned", contract.Customer?.Name),
            { } due when due < act.Today => new Word("Payments.late", contract.Customer?.Name, due, new Word("Count.days_late", act.Today.DayNumber - due.DayNumber)),
            _ => new Word("Payments.due", contract.Customer?.Name, next),
        };
        return new
        {
            Main = contract.Title,
            Second = when,
            Value = new Money(value, contract.Currency),
            Open = new Button("Command.record_payment", "record_payment", new Slots { ["contract"] = contract.Key }),
        };
    }
}
