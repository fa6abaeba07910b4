using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Language.Reading;
using SalesBot.Nudges.Centre;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>“年假改到8号”, "make my leave till Friday": leave that is noted moves to other days, or ends on another; who stands in meanwhile moves along.</summary>
internal sealed class ChangeLeave : Command
{
    private const int LongestDays = 366;

    public override CommandSpec Spec { get; } = new("change_leave", Permission.Member) { MayAsk = ["leave", "date", "ends"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Pressed && !act.Slots.ContainsKey("ends") && act.Focus.Pending != act.Frame.Intent && RuleWords.Lists.In("ends_leave", act.Said) is not null)
        {
            act = act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { ["ends"] = "true" } } };
        }

        act = await InItsMonthAsync(act, cancellationToken);
        var (leave, ask) = await MeantAsync(act, cancellationToken);
        if (leave is null)
        {
            return ask!;
        }

        if (act.Slots.Date("event_date") == leave.To && leave.From != leave.To && act.Slots.Date("date") is not null && !act.Slots.ContainsKey("ends"))
        {
            act = act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { ["ends"] = "true" } } };
        }

        if (Days(act, leave) is not { } days)
        {
            return act.Slots.Date("date") is { } day ? AskEnds(act, leave, day) : Question.For(act, "date");
        }

        if (days.To < days.From)
        {
            return Act.Say(new Word("Leave.ends_before", TakeLeave.Said(leave), days.To));
        }

        return days.To < act.Today || days.To > act.Today.AddDays(LongestDays) ? Question.Again(act, "date", new Word("Leave.bad_days", new Word("Count.days", LongestDays))) : await MoveAsync(act, leave, days, cancellationToken);
    }

    /// <summary>“5号改成7号” of leave in May: a day without a month is one of the month of the leave that has such a day, where none has it in the month that comes next.</summary>
    private static async Task<Act> InItsMonthAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Pressed || act.Slots.Date("event_date") is not { } old || LeaveAgain.Words["dated"].IsMatch(act.Said ?? "")) return act;
        var noted = await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).ToListAsync(cancellationToken);
        if (noted.Exists(a => a.From <= old && a.To >= old)) return act;
        var days = noted.SelectMany(a => Enumerable.Range(0, a.To.DayNumber - a.From.DayNumber + 1).Select(a.From.AddDays)).Where(day => day.Day == old.Day).Take(1).ToList();
        if (days is not [var meant]) return act;
        var slots = new Slots(act.Slots);
        var months = ((meant.Year - old.Year) * 12) + meant.Month - old.Month;
        slots.Set("event_date", meant);
        if (act.Slots.Date("date") is { } day) slots.Set("date", day.AddMonths(months));
        return act with { Frame = act.Frame with { Slots = slots } };
    }

    /// <summary>The leave that is meant: by its button, by a day of it that was said, or the only one.</summary>
    private static async Task<(Absence? Leave, Reply? Ask)> MeantAsync(Act act, CancellationToken cancellationToken)
    {
        var noted = await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).ToListAsync(cancellationToken);
        if (noted.Count == 0)
        {
            return (null, Act.Say("Leave.none", "Command.take_leave"));
        }

        if (act.Slots.Text("leave") is { } key)
        {
            return noted.Find(a => a.Key == key) is { } pressed ? (pressed, null) : (null, Act.Say("NotFound.gone"));
        }

        if (act.Slots.Date("event_date") is { } old)
        {
            return noted.Find(a => a.From <= old && a.To >= old) is { } held ? (held, null) : (null, Act.Say(new Word("Leave.others", TakeLeave.Said(old, old), noted.ConvertAll(TakeLeave.Said))));
        }

        return noted is [var only] ? (only, null) : (null, MeantRules.Ask(act, "Ask.change_leave.leave", "leave", noted.Select(a => (TakeLeave.Said(a), a.Key))));
    }

    /// <summary>The days that it is to have; null where one day was said of several that may begin or end on it, or none.</summary>
    private static Period? Days(Act act, Absence leave)
    {
        if (Period.Read(act.Slots.Text("period"), act.Today) is { } said) return said;
        return (act.Slots.Date("date"), act.Slots.Flag("ends") ?? (leave.From == leave.To ? false : null)) switch
        {
            ({ } day, true) => new Period(leave.From, day),
            ({ } day, false) => new Period(day, day.AddDays(leave.To.DayNumber - leave.From.DayNumber)),
            _ => null,
        };
    }

    private static Reply AskEnds(Act act, Absence leave, DateOnly day) => MeantRules.Ask(act, new Word("Ask.change_leave.ends", TakeLeave.Said(leave)), "ends",
        [(new Word("Leave.from_then", day, day.AddDays(leave.To.DayNumber - leave.From.DayNumber)), "false"), (new Word("Leave.until_then", leave.From, day), "true")]);

    private static async Task<Reply> MoveAsync(Act act, Absence leave, Period days, CancellationToken cancellationToken)
    {
        var before = new Period(leave.From, leave.To);
        var half = days.From != days.To ? null : Enum.TryParse<HalfDay>(RuleWords.Lists.In("half", act.Pressed ? null : act.Said), out var part) ? part : leave.Half;
        if (before == days && half == leave.Half)
        {
            return Act.Say(new Word("Leave.already", TakeLeave.Said(leave))) with { Focus = act.Focus.Settled() };
        }

        foreach (var other in await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.Id != leave.Id && a.From <= days.To && a.To >= days.From).ToListAsync(cancellationToken))
        {
            days = new Period(other.From < days.From ? other.From : days.From, other.To > days.To ? other.To : days.To);
            act.Db.Remove(other);
        }

        (leave.From, leave.To, leave.Half) = (days.From, days.To, days.From == days.To ? half : null);
        Word note = new("Leave.note", TakeLeave.Said(leave));
        var standIns = before == days ? [] : await StandIn.MoveAsync(act, before, days, cancellationToken);
        if (standIns.Count == 0)
        {
            return act.Receipt("Receipt.leave_changed", act.Me, note);
        }

        var until = new Word("Delegation.days", days.From, days.To);
        var reply = act.Receipt("Receipt.leave_changed", act.Me, new Word("Format.Paragraphs", note, new Word("Delegation.note", standIns, until)));
        return await Reseating.OfAsync(act, act.Me.Id, reply with { Notices = [.. standIns.Select(p => new Notice(p, new View(null, null, new Word("Delegation.told", act.Me, until))))] }, cancellationToken);
    }
}
