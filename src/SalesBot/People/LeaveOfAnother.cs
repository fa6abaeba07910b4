using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>“赵磊明天请假 帮登记一下”: everybody notes their own leave, and that is said.</summary>
internal sealed class LeaveOfAnother : Command
{
    public override CommandSpec Spec { get; } = new("leave_of_another", Permission.Member) { Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        Task.FromResult(act.Org.Find(act.Frame.Ref("person")) is { } whom ? Act.Say(new Word("Leave.of_another", whom), "Command.my_leave") : Act.Say(new Word("NotFound.gone")));
}
