using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Records how the wake-up of a silent customer went (AL-03): reached, wrong person, lost, or a new need. Without an outcome it shows whom to
/// call and offers the four. The customer's owner is told.
/// </summary>
internal sealed class WakeUp : Command
{
    /// <summary>The outcome of a call that was made.</summary>
    public const string Reached = "reached";

    private static readonly string[] Outcomes = [Reached, "new_need", "wrong_person", "lost"];

    public override CommandSpec Spec { get; } = new("wake_up", Permission.Serve) { Requires = ["customer"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var todo = await act.Db.Todos.FirstOrDefaultAsync(t => t.CustomerId == customer.Id && t.Kind == TodoKind.WakeUp && t.DoneAt == null, cancellationToken);
        if (todo is null)
        {
            return Act.Say(new Word("Nudge.silent.none", customer.Name));
        }

        if (act.Slots.Text("outcome") is not { } outcome || !Outcomes.Contains(outcome, StringComparer.Ordinal))
        {
            return Offer(customer, todo);
        }

        (todo.DoneAt, todo.Outcome) = (act.Now, outcome);
        await Clearing.OfAsync(act, "silent", customer, cancellationToken);
        var remark = act.Slots.Text("content");
        if (outcome is Reached or "new_need")
        {
            customer.LastInteractionAt = act.Now;
            act.Db.Add(new FollowUp { Key = Data.Keys.New('F'), CreatedAt = act.Now, CustomerId = customer.Id, AuthorId = act.Me.Id, Content = remark ?? "", HappenedAt = act.Now });
        }

        Word news = new("Nudge.silent.outcome", act.Me, customer.Name, new Word("Outcome." + outcome), remark ?? "");
        return act.Receipt("Receipt.wake_up", customer.Name) with
        {
            InPlace = act.PressedCard is not null,
            Notices = customer.Owner is { } owner && owner.Id != act.Me.Id ? [new Notice(act.Org.Find(owner.Id)!, new View(null, null, news))] : [],
        };
    }

    private static Reply Offer(Customers.Customer customer, Todo todo)
    {
        Word title = new("Nudge.silent.call", customer.Name);
        var contacts = customer.Contacts.Select(c => new { c.Name, Title = c.Title ?? "", Phone = c.Phone ?? "" }).ToList();
        var buttons = Outcomes.Select(o => new Button("Outcome." + o, "wake_up", new Slots { ["customer"] = customer.Key, ["outcome"] = o })).ToList();
        return new Reply(new View("wake-up", new { Title = title, Due = new Word("Choice.Task", new When(todo.DueOn)), Contacts = contacts, Buttons = buttons }, title));
    }
}
