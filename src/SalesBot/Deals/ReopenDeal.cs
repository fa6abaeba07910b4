using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>
/// It was not lost after all: whoever closed it within a day takes that back, whatever they did since; whoever leads others puts it back to where it stood. Anybody else is told whom to ask.
/// </summary>
internal sealed class ReopenDeal : Command
{
    private static readonly string[] Closing = ["lose_deal", "win_deal", "move_stage"];

    public override CommandSpec Spec { get; } = new("reopen_deal", Permission.WriteSales) { Requires = ["deal"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (deal.Status == DealStatus.Open)
        {
            return Act.Say(new Word("Deal.open_already", deal.Name)) with { Focus = act.About(deal) };
        }

        if (await ClosedByMeAsync(act, deal, cancellationToken) is { } entry)
        {
            var back = new Frame("undo") { Slots = new Slots { ["entry"] = entry.Key } };
            return await new Undo().RunAsync(act with { Frame = back }, cancellationToken);
        }

        if (!act.Me.May(Permission.ManageTeam))
        {
            return (await act.ClosedAsync(deal, cancellationToken))!;
        }

        act.Slots["stage"] = await ClosedDeal.LastOpenAsync(act, deal, cancellationToken);
        return await MoveStage.RunAsync(act, overriding: false, cancellationToken);
    }

    private static async Task<AuditEntry?> ClosedByMeAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-1);
        var recent = await act.Db.Audit.Where(a => a.PersonId == act.Me.Id && !a.Refused && a.UndoneAt == null && a.At > since && Closing.Contains(a.Command) && a.Changes.Contains(deal.Key)).OrderByDescending(a => a.Id).ToListAsync(cancellationToken);
        return recent.Find(a => ChangeLog.FromJson(a.Changes).Any(change => change.Key == deal.Key && change.Fields.Any(field => field.Field == nameof(Deal.Status))));
    }
}
