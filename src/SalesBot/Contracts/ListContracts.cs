using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>The contracts of a deal, of a customer or of people: how each stands, with whom its approval is and until when, or what is due next of a signed one (AP-06).</summary>
internal sealed class ListContracts : Command
{
    public override CommandSpec Spec { get; } = new("list_contracts", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var deal = act.Frame.Ref("deal");
        var with = Holders(act);
        if (act.Slots.Text("unknown") is { } name && with is null && deal is null && act.Frame.Ref("customer") is null)
        {
            return Question.NotFound(act, "customer", name);
        }

        var contracts = ListPayments.Of(act, whose).Where(c => deal == null || c.Deal!.Key == deal);
        if (with is { } holders)
        {
            contracts = contracts.Where(c => act.Db.Approvals.Any(a => a.ContractId == c.Id && a.Status == ApprovalStatus.Pending && a.Approvers.Any(p => p.Step == a.Step && p.Voice == null && holders.Contains(p.PersonId))));
        }

        var sums = await contracts.GroupBy(c => c.Currency).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(c => c.Amount) }).ToListAsync(cancellationToken);
        var count = sums.Sum(s => s.Count);
        var paging = Paging.Of(act, count);
        var shown = await paging.Of(contracts.OrderBy(c => c.Status == ContractStatus.Signed).ThenByDescending(c => c.Id).Include(c => c.Customer).Include(c => c.Deal).Include(c => c.Payments)).ToListAsync(cancellationToken);
        var waiting = await WaitingAsync(act, shown, cancellationToken);
        Word title = count == 0 ? new Word("Command.list_contracts") : new Word("Contracts.title", count, sums.ConvertAll(s => new Money(s.Sum, s.Key)));
        return DayList.Show(paging, title, await LabelAsync(act, whose, cancellationToken), shown.ConvertAll(c => Row(act, c, waiting.GetValueOrDefault(c.Id))), "Contracts.none") with
        {
            Focus = act.Listing([.. shown.Select(c => c.Key)]) with { Contract = count == 1 ? shown[0].Key : act.Focus.Contract },
        };
    }

    /// <summary>“还卡在法务”: who they wait for, by their role; null where that is not asked.</summary>
    private static List<long>? Holders(Act act) =>
        FlowWords.Lists.In("who", act.Slots.Text("unknown")) switch
        {
            "head:legal" or "role:legal" => Of(act, Role.Legal),
            "head:finance" or "role:finance" => Of(act, Role.Finance),
            "head:director" => Of(act, Role.Director),
            "above:regional_manager" => Of(act, Role.RegionalManager),
            "superior" or "department_head" => act.Org.Superior(act.Me) is { } superior ? [superior.Id] : [],
            _ => null,
        };

    private static List<long> Of(Act act, Role role) => [.. act.Org.With(role).Select(person => person.Id)];

    /// <summary>What was named, else whose they are.</summary>
    private static async Task<object> LabelAsync(Act act, Whose whose, CancellationToken cancellationToken) =>
        (act.Frame.Ref("deal") ?? act.Frame.Ref("customer")) is { } key && (await Choice.NamesAsync(act, [key], cancellationToken)).GetValueOrDefault(key) is { } name ? name : whose.Label;

    /// <summary>The open approvals of these contracts, by contract, with who has the ball.</summary>
    private static async Task<IReadOnlyDictionary<long, (Approval Approval, Ball Ball)>> WaitingAsync(Act act, IReadOnlyList<Contract> contracts, CancellationToken cancellationToken)
    {
        var ids = contracts.Where(c => c.Status == ContractStatus.InApproval).Select(c => c.Id).ToList();
        var open = ids.Count == 0 ? [] : await act.Db.Approvals.AsNoTracking().Include(a => a.Approvers).Where(a => a.Status == ApprovalStatus.Pending && a.ContractId != null && ids.Contains(a.ContractId.Value)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var seating = await Seating.LoadAsync(act.Db, act.Org, act.Now, cancellationToken);
        return open.GroupBy(a => a.ContractId!.Value).ToDictionary(same => same.Key, same => (same.Last(), Ball.Of(same.Last(), seating)));
    }

    private static object Row(Act act, Contract contract, (Approval? Approval, Ball? Ball) waits) => new
    {
        Main = contract.Title,
        Second = Standing(act, contract, waits.Ball),
        Value = new Money(contract.Amount, contract.Currency),
        Open = waits.Approval is { } approval ? new Button("Button.open", "show_approval", new Slots { ["approval_id"] = approval.Key }) : new Button("Button.open", "show_contract", new Slots { ["contract"] = contract.Key }),
    };

    private static Word Standing(Act act, Contract contract, Ball? ball)
    {
        object customer = contract.Customer?.Name ?? contract.Deal?.Name ?? "";
        var next = contract.Payments.Where(p => p.PaidOn is null).MinBy(p => (p.DueOn, p.Id));
        return (contract.Status, ball, next) switch
        {
            (_, { } with, _) => new Word("Contracts.row.waiting", customer, contract.Status, with.Names, with.DueAt, with.Left(act.Now)),
            (ContractStatus.Signed, _, { } due) => new Word(due.DueOn < act.Today ? "Contracts.row.late" : "Contracts.row.due", customer, ContractCard.Standing(contract), new Money(PaymentContracts.OpenOf(contract, due), contract.Currency), due.DueOn),
            _ => new Word("Format.Dot", customer, ContractCard.Standing(contract)),
        };
    }
}
