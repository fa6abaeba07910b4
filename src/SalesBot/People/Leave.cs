using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges.Centre;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>Somebody is on leave on these days (complaint 31): no nudge reaches them; what is found waits, and what climbs its ladder goes on.</summary>
internal sealed partial class TakeLeave : Command
{
    private const int LongestDays = 366;

    public override CommandSpec Spec { get; } = new("take_leave", Permission.Member) { MayAsk = ["date", "half"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (Counted(act, Days(act)) is not { } days)
        {
            return Question.For(act, "date");
        }

        if (act.Slots.Flag("apart") is true)
        {
            return Act.Say("Leave.apart");
        }

        if (days.To < act.Today || days.To > act.Today.AddDays(LongestDays))
        {
            return Question.Again(act, "date", new Word("Leave.bad_days", new Word("Count.days", LongestDays)));
        }

        var half = Enum.TryParse<HalfDay>(RuleWords.Lists.In("half", act.Slots.Text("half") ?? (act.Pressed ? null : act.Said)), out var part) ? part : act.Pressed ? null : Letters(act.Said);
        if (half is null && (act.Slots.ContainsKey("half") || (!act.Pressed && RuleWords.Lists.In("some_half", act.Said) is not null)))
        {
            return MeantRules.Ask(act, new Word("Ask.take_leave.half"), "half", [("HalfDay.Morning", nameof(HalfDay.Morning)), ("HalfDay.Afternoon", nameof(HalfDay.Afternoon))]);
        }

        if (half is not null && days.From != days.To)
        {
            return Act.Say(new Word("Leave.half_of_several", Said(days.From, days.To)));
        }

        if (await AddAsync(act, days, half, cancellationToken) is not { } leave)
        {
            return Act.Say(new Word("Leave.already", Said(days.From, days.To, half)));
        }

        Word note = new("Leave.note", Said(leave));
        if (!act.Pressed && (act.Frame.Ref("person") is not null || act.Slots.Text("person") is not null))
        {
            return await StandIn.WithAsync(act, new Period(leave.From, leave.To), note, cancellationToken);
        }

        return act.Receipt("Receipt.leave", act.Me, act.Me.May(Permission.Decide) ? new Word("Format.Dot", note, new Word("Leave.delegate")) : note);
    }

    /// <summary>Leave that was said with something else, as with a delegation.</summary>
    public static Task NoteAsync(Act act, Period days, CancellationToken cancellationToken) => RuleWords.Lists.In("leave", act.Said) is null ? Task.CompletedTask : AddAsync(act, days, null, cancellationToken);

    /// <summary>One day or half of it, or the first and the last.</summary>
    public static Word Said(DateOnly from, DateOnly to, HalfDay? half = null) => half is { } part ? new("Leave.half", from, part) : from == to ? new("Leave.day", from) : new("Delegation.days", from, to);

    public static Word Said(Absence leave) => Said(leave.From, leave.To, leave.Half);

    /// <summary>"Out Wed pm": am and pm after a day, not those of a time on the clock or of "I am".</summary>
    private static HalfDay? Letters(string? said) => PartOfDay().Match((said ?? "").ToLowerInvariant()) is { Success: true } found ? (found.Groups["part"].Value == "a" ? HalfDay.Morning : HalfDay.Afternoon) : null;

    [GeneratedRegex(@"(?:day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|tomorrow|tmrw|tmr|[0-9](?:st|nd|rd|th)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (?<part>[ap])\.?m\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartOfDay();

    /// <summary>A single day said is that day; else as it is with a delegation.</summary>
    private static Period? Days(Act act) => act.Slots.Text("period") is null && act.Slots.Date("date") is { } day && act.Slots.Text("until") is null && RuleWords.Lists.In("until", act.Said) is null ? new Period(day, day) : SpokenPeriod.Of(act);

    /// <summary>“下周一请三天假”: so many from the day that was said.</summary>
    private static Period? Counted(Act act, Period? days) => days is { } said && said.From == said.To && act.Slots.Number("days") is { } count ? new Period(said.From, said.From.AddDays((int)count - 1)) : days;

    /// <summary>Days that touch others already said become one leave with them, two halves of a day the whole; null where they are leave already.</summary>
    private static async Task<Absence?> AddAsync(Act act, Period days, HalfDay? half, CancellationToken cancellationToken)
    {
        var (from, to) = (days.From, days.To);
        if (half is not null && await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.From <= from && a.To >= from).ToListAsync(cancellationToken) is { Count: > 0 } there)
        {
            if (there.Exists(a => a.Half is null || a.Half == half)) return null;
            half = null;
        }

        foreach (var other in await act.Db.Absences.Where(a => a.PersonId == act.Me.Id && a.From <= days.To && a.To >= days.From).ToListAsync(cancellationToken))
        {
            (from, to) = (other.From < from ? other.From : from, other.To > to ? other.To : to);
            act.Db.Remove(other);
        }

        var leave = new Absence { Key = Keys.New('W'), CreatedAt = act.Now, PersonId = act.Me.Id, From = from, To = to, Half = half };
        act.Db.Add(leave);
        return leave;
    }
}
