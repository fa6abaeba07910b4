using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>The answer to a conflict that leaves everything as somebody else made it.</summary>
internal sealed class LeaveIt : Command
{
    public override CommandSpec Spec { get; } = new("leave_it", Permission.Member) { Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => Task.FromResult(Act.Say("Undo.left") with { InPlace = act.PressedCard is not null });
}
