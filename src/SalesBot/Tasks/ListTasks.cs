using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>What is to do, by day and urgency: overdue, today, later; each line can be ticked.</summary>
internal sealed class ListTasks : Command
{
    public override CommandSpec Spec { get; } = new("list_tasks", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        TaskQuery.Of(act) is { } query
            ? await TaskList.ShowAsync(act, query, null, cancellationToken)
            : Act.Say(new Word("Refused.whose", act.Slots.Text("person") ?? ""));
}
