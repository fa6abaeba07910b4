using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Nothing that the bot can do was read, or it was no order (negated, supposed, asked): says so and changes nothing.</summary>
internal sealed class Unknown : Command
{
    public override CommandSpec Spec { get; } = new("unknown", Permission.Member) { Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        Task.FromResult(Act.Say(new Word("Unknown.text"), "Suggest.my_deals", "Suggest.my_tasks", "Suggest.help"));
}
