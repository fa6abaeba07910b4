using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>Back sooner, or the leave that was planned is off.</summary>
internal sealed class EndLeave : Command
{
    public override CommandSpec Spec { get; } = new("end_leave", Permission.Member) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await OffAsync(act, cancellationToken) is { } some)
        {
            return some;
        }

        var key = act.Slots.Text("leave");
        var leave = await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.To >= act.Today && (key == null || a.Key == key)).OrderBy(a => a.From).FirstOrDefaultAsync(cancellationToken);
        if (leave is null)
        {
            return Act.Say(RuleWords.Lists.In("called_off", act.Said) is null ? "Leave.back_none" : "Leave.none");
        }

        if (leave.From < act.Today)
        {
            var back = await AloneAsync(act, leave, "Leave.back", cancellationToken);
            leave.To = act.Today.AddDays(-1);
            return back;
        }

        if (leave.From > act.Today && key is null && RuleWords.Lists.In("called_off", act.Said) is null)
        {
            // “I'm back” of leave that has not begun may be of a trip.
            Word ahead = new("Leave.ahead", TakeLeave.Said(leave));
            return new Reply(new View("text", new { Title = new Word("Command.end_leave"), Paragraphs = new[] { ahead }, Buttons = new[] { new Button("Leave.call_off", "end_leave", new Slots { ["leave"] = leave.Key }) } }, ahead));
        }

        var reply = await AloneAsync(act, leave, leave.From > act.Today ? new Word("Leave.called_off", TakeLeave.Said(leave)) : new Word("Leave.back"), cancellationToken);
        act.Db.Remove(leave);
        return reply;
    }

    /// <summary>“4月7号不休了”: these days are no leave any more, and the rest of it stays; null where no days were called off.</summary>
    private static async Task<Reply?> OffAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Pressed || (RuleWords.Lists.In("called_off", act.Said) ?? RuleWords.Lists.In("works_day", act.Said)) is null
            || (Period.Read(act.Slots.Text("period"), act.Today) ?? (act.Slots.Date("date") is { } day ? new Period(day, day) : null)) is not { } days)
        {
            return null;
        }

        var noted = await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).ToListAsync(cancellationToken);
        if (noted.Find(a => a.From <= days.To && a.To >= days.From) is not { } leave)
        {
            return Act.Say(noted.Count == 0 ? new Word("Leave.none_then", TakeLeave.Said(days.From, days.To)) : new Word("Leave.others", TakeLeave.Said(days.From, days.To), noted.ConvertAll(TakeLeave.Said)));
        }

        var half = Enum.TryParse<HalfDay>(RuleWords.Lists.In("half", act.Said), out var part) ? part : (HalfDay?)null;
        if (half is not null && leave.From == leave.To && leave.Half is null)
        {
            leave.Half = half == HalfDay.Morning ? HalfDay.Afternoon : HalfDay.Morning;
            return act.Receipt("Receipt.leave_changed", act.Me, new Word("Leave.note", TakeLeave.Said(leave)));
        }

        Word off = new("Leave.called_off", TakeLeave.Said(days.From > leave.From ? days.From : leave.From, days.To < leave.To ? days.To : leave.To, leave.Half));
        if (days.From <= leave.From && days.To >= leave.To)
        {
            act.Db.Remove(leave);
            return await AloneAsync(act, leave, off, cancellationToken);
        }

        return act.Receipt("Receipt.leave_changed", act.Me, new Word("Format.Paragraphs", off, new Word("Leave.stays", await CutAsync(act, leave, days, cancellationToken))));
    }

    /// <summary>The parts of the leave that stay; who stands in until its last day does so until the new one.</summary>
    private static async Task<List<Word>> CutAsync(Act act, Absence leave, Period days, CancellationToken cancellationToken)
    {
        var (from, to) = (leave.From, leave.To);
        var stays = new List<Word>();
        if (from < days.From)
        {
            stays.Add(TakeLeave.Said(from, days.From.AddDays(-1)));
            leave.To = days.From.AddDays(-1);
            if (to <= days.To) await StandIn.MoveAsync(act, new Period(from, to), new Period(from, leave.To), cancellationToken);
        }

        if (to > days.To)
        {
            stays.Add(TakeLeave.Said(days.To.AddDays(1), to));
            if (from < days.From) act.Db.Add(new Absence { Key = Keys.New('W'), CreatedAt = act.Now, PersonId = act.Me.Id, From = days.To.AddDays(1), To = to });
            else
            {
                leave.From = days.To.AddDays(1);
                await StandIn.MoveAsync(act, new Period(from, to), new Period(leave.From, to), cancellationToken);
            }
        }

        return stays;
    }

    /// <summary>Who was to decide in one's place until the leave's last day no longer does; a delegation of other days stays.</summary>
    private static async Task<Reply> AloneAsync(Act act, Absence leave, Word note, CancellationToken cancellationToken)
    {
        var standIns = await StandIn.UntilAsync(act, leave.To, cancellationToken);
        if (standIns.Count == 0)
        {
            return act.Receipt("Receipt.leave_ended", act.Me, note);
        }

        foreach (var standIn in standIns)
        {
            standIn.EndsAt = standIn.StartsAt > act.Now ? standIn.StartsAt : act.Now;
        }

        List<Person> told = [.. standIns.Select(d => act.Org.Find(d.ToId)).OfType<Person>().Distinct()];
        var reply = act.Receipt("Receipt.leave_ended", act.Me, new Word("Format.Paragraphs", note, new Word("Leave.alone", told)));
        return await Reseating.OfAsync(act, act.Me.Id, reply with { Notices = [.. told.Select(p => new Notice(p, new View(null, null, new Word("Leave.alone_told", act.Me))))] }, cancellationToken);
    }
}
