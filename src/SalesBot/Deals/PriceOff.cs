using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Deals;

/// <summary>“打95折是多少钱，先别改”, "if we gave 5% off, what would that be": the deal's card, which reckons it and changes nothing.</summary>
internal sealed class PriceOff : Command
{
    public override CommandSpec Spec { get; } = new("price_off", Permission.ReadSales) { Requires = ["deal"], Changes = false, InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => new ShowDeal().RunAsync(act, cancellationToken);
}
