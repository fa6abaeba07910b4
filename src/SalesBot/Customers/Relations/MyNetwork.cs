using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Customers.Relations;

/// <summary>The network of a rep, asked for without a customer: whatever was spoken of before is not meant.</summary>
internal sealed class MyNetwork : Command
{
    public override CommandSpec Spec { get; } = new("my_network", Permission.ReadSales) { Changes = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => Network.ReplyAsync(act, cancellationToken);
}
