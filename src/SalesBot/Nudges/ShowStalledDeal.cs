using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Nudges;

/// <summary>Opens one deal of a list of stalled ones, with the form that clears it.</summary>
internal sealed class ShowStalledDeal : Command
{
    public override CommandSpec Spec { get; } = new("stalled_deal", Permission.ReadSales) { Requires = ["deal"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        var mine = await act.Db.Findings.Where(f => f.Rule == "stalled" && f.SubjectId == deal.Id && f.PersonId == act.Me.Id && f.State == FindingState.Told).OrderByDescending(f => f.Id).Take(1).ToListAsync(cancellationToken);
        var alert = new StalledCard.Alert(mine, await StallHistory.OfAsync(act.Db, [deal], cancellationToken));
        return new Reply(StalledCard.One(deal, act.Me, act.Now, act.Process, alert)) { Focus = act.About(deal) with { Alert = "stalled" } };
    }
}
