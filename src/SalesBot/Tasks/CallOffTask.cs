using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Takes a to-do off the list of which nothing comes: it counts as no work done, and an undo brings it back. One that a rule made is closed by its outcome, as when it is ticked.</summary>
internal sealed class CallOffTask : Command
{
    public override CommandSpec Spec { get; } = new("call_off_task", Permission.Member) { Requires = ["task"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("task");
        var todo = await act.Db.Todos.Include(t => t.Deal).Include(t => t.Customer).VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        if (todo is null || !act.MayChange(todo))
        {
            return Act.Say(new Word("NotFound.task", act.Slots.Text("task") ?? ""), "Suggest.my_tasks");
        }

        if (todo.DoneAt is { } done)
        {
            return Act.Say(new Word("Tasks.done_already", todo.Called(), done));
        }

        if (todo.Kind is TodoKind.WakeUp or TodoKind.Invoice or TodoKind.Review or TodoKind.Complete)
        {
            return await new CompleteTask().RunAsync(act with { Frame = act.Frame with { Intent = "complete_task" } }, cancellationToken);
        }

        NextStepTodo.Take(todo.Deal, todo);
        Recurrence.Plan(act, todo);
        act.Db.Remove(todo);
        return act.Receipt(new Word("Receipt.task_called_off", todo.Called()), todo.Deal?.Name ?? todo.Customer?.Name) with
        {
            Notices = todo.OwnerId == act.Me.Id || act.Org.Find(todo.OwnerId) is not { } owner ? [] : [new Notice(owner, new View(null, null, new Word("Notice.task_called_off", act.Me, todo.Called())))],
        };
    }
}
