using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>
/// Ticks a to-do, with what came of it. One that a rule made (a silent customer, an invoice) is closed by its outcome, never by a tick alone
/// (AL-03, AP-04).
/// </summary>
internal sealed class CompleteTask : Command
{
    private const int Offered = 8;

    public override CommandSpec Spec { get; } = new("complete_task", Permission.Member) { MayAsk = ["content"], Requires = ["task"] };

    /// <summary>Something is done, but not which of one's to-dos: the open ones are offered, those that are due first.</summary>
    public override async Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        var open = await act.Db.Todos.VisibleTo(act.Viewer).Where(t => t.OwnerId == act.Me.Id && t.DoneAt == null)
            .OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Select(t => t.Key).Take(Offered).ToListAsync(cancellationToken);
        return open.Count == 0 ? Act.Say("Tasks.none") : await Question.WhichAsync(act, open, cancellationToken);
    }

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("task");
        var todo = await act.Db.Todos.VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        if (todo is null || !act.MayChange(todo))
        {
            return Act.Say(new Word("NotFound.task", act.Slots.Text("task") ?? ""), "Suggest.my_tasks");
        }

        if (todo.DoneAt is { } done)
        {
            return Act.Say(new Word("Tasks.done_already", todo.Called(), done));
        }

        if (todo.Kind == TodoKind.Invoice && await InvoiceTodo.ContractAsync(act.Db, todo, cancellationToken) is { } contract)
        {
            return await RecordInvoice.ForAsync(act, contract, cancellationToken);
        }

        if (todo.Kind is TodoKind.WakeUp or TodoKind.Invoice or TodoKind.Review && act.Slots.Text("content") is null)
        {
            return Question.For(act.With("task", todo.Key), "content");
        }

        todo.DoneAt = act.Now;
        todo.Outcome = act.Slots.Text("content", 400) ?? todo.Outcome;
        NextStepTodo.Take(todo.Deal, todo);
        Recurrence.Plan(act, todo);
        return act.Slots.Text("page") is not null && TaskQuery.Of(act).Query is { } list
            ? await TaskList.ShowAsync(act, list, todo, cancellationToken)
            : Receipt(act, todo);
    }

    private static Reply Receipt(Act act, Todo todo)
    {
        var about = new Slots();
        if (todo.Deal is { } deal)
        {
            about["deal"] = deal.Key;
        }
        else if (todo.Customer is { } customer)
        {
            about["customer"] = customer.Key;
        }

        Button[] next = about.Count == 0 || !act.Me.May(Permission.FollowUp) ? [] : [new Button("Button.log_followup", "log_followup", about)];
        return act.Receipt(new Word("Receipt.task_done", todo.Called()), null, null, next) with
        {
            Notices = todo.OwnerId == act.Me.Id || act.Org.Find(todo.OwnerId) is not { } owner ? [] : [new Notice(owner, new View(null, null, new Word("Notice.task_done", act.Me, todo.Called())))],
        };
    }
}
