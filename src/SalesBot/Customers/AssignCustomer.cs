using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Pool;
using SalesBot.Deals;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Gives a customer to somebody of one's line, with the open deals that its owner had there, their next steps and the call to it. Frozen ones go along and stay frozen.</summary>
internal sealed class AssignCustomer : Command
{
    public override CommandSpec Spec { get; } = new("assign_customer", Permission.ManageTeam) { Requires = ["customer", "person"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var person = act.Org.Find(act.Frame.Ref("person"));
        if (person is not { Active: true } || !act.Viewer.Sees(person.Id) || !person.May(Permission.WriteSales))
        {
            return Act.Say(new Word("Customer.cannot_have", person is null ? act.Slots.Text("person") : person));
        }

        var before = customer.OwnerId;
        if (before == person.Id)
        {
            return Act.Say(new Word("Customer.has_already", person, customer.Name));
        }

        if (IsOfOneDeal(act) && await TogetherAsync(act, customer, cancellationToken) is { Count: > 1 } deals)
        {
            return Question.Confirm(act, text: new Word("Customer.all_of_it", deals.Count, customer.Name, deals, person));
        }

        Hands.Pass(act.Db, customer, person.Id, OwnerChangeKind.Assigned, act.Me.Id, act.Now);
        var moved = before is null ? [] : await TakeAlongAsync(act, customer, before.Value, person.Id, cancellationToken);
        var frozen = moved.Where(d => Frozen.Is(d, act.Today)).ToList();
        Word? note = moved.Count == 0 ? null : IsOfOneDeal(act) ? new Word("Customer.goes_with_deal", moved[0].Name, customer.Name) : new Word("Customer.deals_too", moved.Count);
        return act.Receipt("Receipt.assigned", customer.Name, frozen.Count == 0 ? note : new Word("Format.Then", note, new Word("Customer.still_frozen", frozen.Count, frozen.Select(d => d.Name).ToList())), [.. frozen.Take(1).Select(Frozen.Thaw)]) with
        {
            Notices = Handover.Tell(act, customer, before, person.Id),
            Focus = act.About(customer),
        };
    }

    /// <summary>A deal was named, or pointed at, and not its customer.</summary>
    private static bool IsOfOneDeal(Act act) =>
        !act.Pressed && act.Slots.Flag("confirm") is null && act.Frame.Ref("deal") is not null
        && (act.Frame.Because.Any(words => words.Gave == "deal") || act.Frame.Because.All(words => words.Gave != "customer"));

    /// <summary>What goes along with the customer, as deals do not change hands one by one.</summary>
    private static Task<List<string>> TogetherAsync(Act act, Customer customer, CancellationToken cancellationToken) =>
        act.Db.Deals.Where(d => d.CustomerId == customer.Id && d.OwnerId == customer.OwnerId && d.Status == DealStatus.Open).OrderBy(d => d.Id).Select(d => d.Name).ToListAsync(cancellationToken);

    private static async Task<List<Deal>> TakeAlongAsync(Act act, Customer customer, long from, long to, CancellationToken cancellationToken)
    {
        var deals = await act.Db.Deals.Where(d => d.CustomerId == customer.Id && d.OwnerId == from && d.Status == DealStatus.Open).ToListAsync(cancellationToken);
        foreach (var deal in deals)
        {
            deal.OwnerId = to;
        }

        var steps = await act.Db.Todos.Where(t => t.OwnerId == from && (t.Kind == TodoKind.NextStep || t.Kind == TodoKind.WakeUp) && t.DoneAt == null && (t.CustomerId == customer.Id || t.Deal!.CustomerId == customer.Id))
            .ToListAsync(cancellationToken);
        foreach (var step in steps)
        {
            step.OwnerId = to;
            WakeUpCalls.Renew(step, act.Org.Find(to)!, act.Now);
        }

        return deals;
    }
}
