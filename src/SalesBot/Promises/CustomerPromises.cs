using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Promises;

/// <summary>The same of a customer that is named: one that is not there is asked about, and none that was spoken of before is meant.</summary>
internal sealed class CustomerPromises : Command
{
    private static readonly PromiseList List = new();

    public override CommandSpec Spec { get; } = new("customer_promises", Permission.ReadSales) { Requires = ["customer"], Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => List.RunAsync(act with { Frame = act.Frame with { Intent = List.Spec.Id } }, cancellationToken);
}
