using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Somebody else decides in one's place for a while: what waits already and what comes. Never on what they submitted themselves; clocks run on;
/// a new delegation of the same person ends the one before where it begins itself.
/// </summary>
internal sealed class DelegateApproval : Command
{
    private const int LongestDays = 92;

    public override CommandSpec Spec { get; } = new("delegate_approval", Permission.Decide) { MayAsk = ["date"], Requires = ["person"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (Fault(act, out var person) is { } fault)
        {
            return Act.Say(fault);
        }

        if (SpokenPeriod.Of(act) is not { } days)
        {
            return Question.For(act, "date");
        }

        if (days.To < act.Today || days.To > act.Today.AddDays(LongestDays))
        {
            return Act.Say(new Word("Delegation.bad_days", LongestDays));
        }

        var (note, hello) = await BeginAsync(act, person!, days, cancellationToken);
        await TakeLeave.NoteAsync(act, days, cancellationToken);
        return await Reseating.OfAsync(act, act.Me.Id, act.Receipt("Receipt.delegated", person, note) with { Notices = [hello] }, cancellationToken);
    }

    /// <summary>Why nobody, or not that person, can decide in the speaker's place; null where they can.</summary>
    public static Word? Fault(Act act, out Person? person)
    {
        person = act.Org.Find(act.Frame.Ref("person"));
        return person is not { Active: true } ? new Word("Delegation.who", act.Slots.Text("person") ?? "") : person.Id == act.Me.Id || !person.May(Permission.Decide) ? new Word("Delegation.may_not", person) : null;
    }

    /// <summary>The delegation, with what the speaker reads of it and what the other one does.</summary>
    public static async Task<(Word Note, Notice Hello)> BeginAsync(Act act, Person person, Period days, CancellationToken cancellationToken)
    {
        var delegation = await AddAsync(act, person, days, cancellationToken);
        var kept = delegation.StartsAt <= act.Now ? await KeptAsync(act, person, cancellationToken) : 0;
        var until = new Word("Delegation.days", days.From, days.To);
        return (kept == 0 ? new Word("Delegation.note", person, until) : new Word("Delegation.note_kept", person, until, kept), new Notice(person, new View(null, null, new Word("Delegation.told", act.Me, until))));
    }

    private static async Task<Delegation> AddAsync(Act act, Person person, Period days, CancellationToken cancellationToken)
    {
        var (first, end) = (Zones.Instant(days.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(days.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
        var start = first < act.Now ? act.Now : first;
        foreach (var earlier in await act.Db.Delegations.Where(d => d.FromId == act.Me.Id && d.EndsAt > start && d.StartsAt < end).ToListAsync(cancellationToken))
        {
            earlier.EndsAt = earlier.StartsAt > start ? earlier.StartsAt : start;
        }

        var delegation = new Delegation { Key = Keys.New('V'), FromId = act.Me.Id, ToId = person.Id, StartsAt = start, EndsAt = end, CreatedAt = act.Now };
        act.Db.Delegations.Add(delegation);
        return delegation;
    }

    /// <summary>How many of those that wait stay with me, as they are their own.</summary>
    private static Task<int> KeptAsync(Act act, Person person, CancellationToken cancellationToken) =>
        act.Db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending && a.SubmitterId == person.Id && a.Approvers.Any(p => p.PersonId == act.Me.Id && p.ForId == null), cancellationToken);
}
