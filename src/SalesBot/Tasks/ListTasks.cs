using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Tasks;

/// <summary>What is to do, by day and urgency: overdue, today, later; each line can be ticked.</summary>
internal sealed class ListTasks : Command
{
    public override CommandSpec Spec { get; } = new("list_tasks", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (query, bad) = TaskQuery.Of(act);
        return query is null ? Act.Say(bad!) : await TaskList.ShowAsync(act, query, null, cancellationToken);
    }
}
