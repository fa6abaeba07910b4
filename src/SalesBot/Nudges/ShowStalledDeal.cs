using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Nudges;

/// <summary>Opens one deal of a list of stalled ones, with the form that clears it.</summary>
internal sealed class ShowStalledDeal : Command
{
    public override CommandSpec Spec { get; } = new("stalled_deal", Permission.ReadSales) { Requires = ["deal"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.DealAsync(cancellationToken) is { } deal
            ? new Reply(StalledCard.One(deal, act.Me, act.Now, act.Process)) { Focus = act.About(deal) with { Alert = "stalled" } }
            : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
}
