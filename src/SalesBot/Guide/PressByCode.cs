using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// Where a messenger names buttons by codes: a code that means nothing (any more), or one with other words beside it. Nothing is done on a guess; it says how the button is pressed.
/// </summary>
internal sealed class PressByCode : Command
{
    public const string Id = "press_by_code";

    public override CommandSpec Spec { get; } = new(Id, Permission.Member) { Changes = false, InHelp = false, Accompanies = true };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        Task.FromResult(Act.Say(act.Slots.Text("code") is { } code ? new Word("Channel.code_alone", act.Slots.Text("title"), code) : "Channel.code_gone"));
}
