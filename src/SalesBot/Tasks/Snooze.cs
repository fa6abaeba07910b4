using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Nudges;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Tasks;

/// <summary>
/// Not now: a to-do moves to a later day. Where a deal or customer was named that has none, a reminder is made for that day; an alert about it
/// stays open, because only what its rule asks for clears it (AL-01). With nothing named it is the nudge that was told last. Who wants to be left alone is not woken; no to-do moves for that.
/// </summary>
internal sealed class Snooze : Command
{
    public override CommandSpec Spec { get; } = new("snooze", Permission.Member) { Requires = ["date"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("task") is null && (RuleWords.Lists.In("leave_alone", act.Said) is not null || (IsOfOne(act) && RuleWords.Lists.In("of_alerts", act.Said) is not null)))
        {
            return await new RestNudges().RunAsync(act with { Frame = act.Frame with { Intent = "rest_nudges" } }, cancellationToken);
        }

        if (act.Slots.Date("date") is not { } day || day < act.Today)
        {
            return Act.Say(new Word("Bad.past_day", act.Slots.Date("date")));
        }

        var deal = await act.DealAsync(cancellationToken);
        var customer = deal?.Customer ?? await act.CustomerAsync(cancellationToken);
        var task = act.Frame.Ref("task");
        var mine = act.Db.Todos.VisibleTo(act.Viewer).Where(t => t.DoneAt == null);
        var meant = await (task is not null ? mine.Where(t => t.Key == task)
            : mine.Where(t => t.OwnerId == act.Me.Id && t.Kind != TodoKind.Complete && (deal != null ? t.Deal == deal : customer != null && t.Customer == customer))).OrderBy(t => t.DueOn).Take(8).ToListAsync(cancellationToken);
        if (meant.Count > 1)
        {
            return await Question.WhichAsync(act, [.. meant.Select(t => t.Key)], cancellationToken);
        }

        if (meant.Count == 1 && act.MayChange(meant[0]))
        {
            var hour = act.Slots.Time("time") ?? meant[0].DueAt;
            if ((day, hour) == (meant[0].DueOn, meant[0].DueAt))
            {
                return Act.Say(new Word("Snooze.same", meant[0].Called(), new When(day, hour))) with { SaysSame = true };
            }

            var sooner = day < meant[0].DueOn || (day == meant[0].DueOn && hour < meant[0].DueAt);
            await NextStepTodo.MoveAsync(act, meant[0], day, hour, cancellationToken);
            return act.Receipt(new Word(sooner ? "Receipt.brought_forward" : "Receipt.snoozed", meant[0].Called()));
        }

        return task is null && customer is not null ? Remind(act, day, customer, deal)
            : task is null && await SnoozeNudge.LatestAsync(act, cancellationToken) is { } rests ? rests
            : Act.Say("Snooze.nothing", "Suggest.my_tasks");
    }

    /// <summary>"Snooze Sapporo alerts until Monday": a customer or deal is named; “这条提醒周五再说” is of the nudge that was shown.</summary>
    private static bool IsOfOne(Act act) => act.Frame.Ref("customer") is not null && act.Focus.Alert is null;

    private static Reply Remind(Act act, DateOnly day, Customers.Customer customer, Deals.Deal? deal)
    {
        act.Db.Add(new Todo { Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = act.Me.Id, Kind = TodoKind.Own, DueOn = day, DueAt = act.Slots.Time("time"), Customer = customer, Deal = deal });
        return act.Receipt("Receipt.reminder", deal?.Name ?? customer.Name, act.Focus.Alert is null ? null : new Word("Snooze.alert_stays"));
    }
}
