using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Customers.Segments;

/// <summary>The customers of one or several tags (CU-03): the list of customers, asked for in other words.</summary>
internal sealed class ListByTag : Command
{
    private static readonly ListCustomers List = new();

    public override CommandSpec Spec { get; } = new("list_by_tag", Permission.ReadSales) { Requires = ["tag"], Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => List.RunAsync(act with { Frame = act.Frame with { Intent = List.Spec.Id } }, cancellationToken);
}
