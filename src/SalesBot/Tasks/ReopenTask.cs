using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>Takes a tick back, on the list where it was made.</summary>
internal sealed class ReopenTask : Command
{
    public override CommandSpec Spec { get; } = new("reopen_task", Permission.Member) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("task");
        var todo = await act.Db.Todos.VisibleTo(act.Viewer).FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        if (todo is null || !act.MayChange(todo))
        {
            return Act.Say(new Word("NotFound.task", ""), "Suggest.my_tasks");
        }

        if (todo is { Repeats: { } rhythm, DoneAt: { } done })
        {
            // The next one, which the tick made: ticked again, it would be made again.
            var next = await act.Db.Todos.FirstOrDefaultAsync(
                t => t.OwnerId == todo.OwnerId && t.Repeats == rhythm && t.Title == todo.Title && t.CreatedAt == done && t.DoneAt == null, cancellationToken);
            act.Db.RemoveRange(next is null ? [] : [next]);
        }

        (todo.DoneAt, todo.Outcome) = (null, null);
        return TaskQuery.Of(act).Query is { } list ? await TaskList.ShowAsync(act, list with { Reopened = todo.Id }, null, cancellationToken) : Act.Say("Suggest.my_tasks");
    }
}
