using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Sharing;

/// <summary>The address of a deal, to be put wherever it is spoken of (see <see cref="RecordLink"/>).</summary>
internal sealed class ShareDeal : Command
{
    public override CommandSpec Spec { get; } = new("share_deal", Permission.ReadSales) { Requires = ["deal"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => await act.DealAsync(cancellationToken) is { } deal
        ? Act.Say(new Word("Share.link", deal.Name, new Link(RecordLink.ToDeal(deal.Key)))) with { Focus = act.About(deal) }
        : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
}
