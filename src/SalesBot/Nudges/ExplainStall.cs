using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Answers a stall alert (AL-01): the reason, the next step and its date, all three. Parks the deal until that date. Not undone but given anew:
/// the alert it answered would be neither open nor told again.
/// </summary>
internal sealed class ExplainStall : Command
{
    /// <summary>Further ahead than this is not a next step but a way to silence the alert.</summary>
    private const int MostDays = 90;

    public override CommandSpec Spec { get; } = new("explain_stall", Permission.WriteSales) { Requires = ["deal", "reason", "next_step", "date"], InHelp = false, Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        if (act.Slots.Date("date") is not { } date || date < act.Today || date > act.Today.AddDays(MostDays))
        {
            return Act.Say(new Word("Nudge.stalled.bad_date", act.Slots.Text("date"), MostDays));
        }

        var before = (await StallHistory.OfAsync(act.Db, [deal], cancellationToken))[deal.Id].ToList();
        deal.StallReason = act.Slots.Text("reason", 400);
        deal.NextStep = act.Slots.Text("next_step", 400);
        (deal.NextStepOn, deal.NextStepAt) = (date, act.Slots.Time("time"));
        deal.ParkedUntil = Zones.Instant(date.AddDays(1), TimeOnly.MinValue, deal.Owner.TimeZone);
        await NextStepTodo.PlanAsync(act, deal, cancellationToken);
        await Clearing.OfAsync(act, "stalled", deal, cancellationToken);
        var me = act.Me;
        Word parked = new("Nudge.stalled.parked", date);
        return act.Receipt("Receipt.stall", deal.Name, before.Count == 0 ? parked : new Word("Nudge.stalled.again", parked, before.Count + 1, before[^1])) with
        {
            Focus = act.About(deal), InPlace = act.PressedCard is not null, Refreshes = [new Refresh(StalledCard.Subject(deal), _ => StalledCard.Answered(deal, me))],
        };
    }
}
