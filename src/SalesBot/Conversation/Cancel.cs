using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>Drops the open question, or says that there is none. Changes nothing either way.</summary>
internal sealed class Cancel : Command
{
    public override CommandSpec Spec { get; } = new("cancel", Permission.Member) { Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        Task.FromResult(Question.Dropped() with { Focus = act.Focus with { Pending = null, Asked = null, Filled = null, Choices = [] } });
}
