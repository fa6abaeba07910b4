using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges.Centre;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>Somebody is on leave on these days (complaint 31): no nudge reaches them; what is found waits, and what climbs its ladder goes on.</summary>
internal sealed class TakeLeave : Command
{
    private const int LongestDays = 366;

    public override CommandSpec Spec { get; } = new("take_leave", Permission.Member) { MayAsk = ["date"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (Days(act) is not { } days)
        {
            return Question.For(act, "date");
        }

        if (days.To < act.Today || days.To > act.Today.AddDays(LongestDays))
        {
            return Question.Again(act, "date", new Word("Leave.bad_days", new Word("Count.days", LongestDays)));
        }

        await AddAsync(act, days, cancellationToken);
        Word note = new("Leave.note", days.From, days.To);
        return act.Receipt("Receipt.leave", act.Me, act.Me.May(Permission.Decide) ? new Word("Format.Dot", note, new Word("Leave.delegate")) : note);
    }

    /// <summary>Leave that was said with something else, as with a delegation.</summary>
    public static Task NoteAsync(Act act, Period days, CancellationToken cancellationToken) => RuleWords.Lists.In("leave", act.Said) is null ? Task.CompletedTask : AddAsync(act, days, cancellationToken);

    /// <summary>A single day said is that day; else as it is with a delegation.</summary>
    private static Period? Days(Act act) => act.Slots.Text("period") is null && act.Slots.Date("date") is { } day && act.Slots.Text("until") is null && RuleWords.Lists.In("until", act.Said) is null ? new Period(day, day) : SpokenPeriod.Of(act);

    /// <summary>Days that touch others already said become one leave with them.</summary>
    private static async Task AddAsync(Act act, Period days, CancellationToken cancellationToken)
    {
        var (from, to) = (days.From, days.To);
        foreach (var other in await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.From <= days.To && a.To >= days.From).ToListAsync(cancellationToken))
        {
            (from, to) = (other.From < from ? other.From : from, other.To > to ? other.To : to);
            act.Db.Remove(other);
        }

        act.Db.Add(new Absence { Key = Keys.New('W'), CreatedAt = act.Now, PersonId = act.Me.Id, From = from, To = to });
    }
}

/// <summary>Back sooner, or the leave that was planned is off.</summary>
internal sealed class EndLeave : Command
{
    public override CommandSpec Spec { get; } = new("end_leave", Permission.Member) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var absences = await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).ToListAsync(cancellationToken);
        if (absences.Count == 0)
        {
            return Act.Say("Leave.none");
        }

        if (absences[0].From < act.Today)
        {
            absences[0].To = act.Today.AddDays(-1);
        }
        else
        {
            act.Db.Remove(absences[0]);
        }

        return act.Receipt("Receipt.leave_ended", act.Me, "Leave.back");
    }
}
