using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Tickets;

/// <summary>The same of a customer that is named: one that is not there is asked about, and none that was spoken of before is meant.</summary>
internal sealed class CustomerSatisfaction : Command
{
    private static readonly ShowSatisfaction List = new();

    public override CommandSpec Spec { get; } = new("customer_satisfaction", Permission.ReadSales) { Requires = ["customer"], Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => List.RunAsync(act with { Frame = act.Frame with { Intent = List.Spec.Id } }, cancellationToken);
}
