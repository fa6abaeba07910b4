using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Contracts;

/// <summary>The card of one contract: how far its order has come, its invoice, its payment plan and what came in.</summary>
internal sealed class ShowContract : Command
{
    public override CommandSpec Spec { get; } = new("show_contract", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (contract, ask) = await MeantContract.FindAsync(act, c => c.Status == ContractStatus.Signed, cancellationToken);
        return contract is null ? ask! : ContractCard.Reply(act, contract);
    }
}
