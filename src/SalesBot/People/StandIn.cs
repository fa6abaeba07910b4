using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Nudges.Centre;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>
/// Somebody else in one's place while one is away: for who decides on approvals that is a delegation, of the days that are said or else of the leave that is noted; of others nothing is handed over, and they read
/// what happens instead.
/// </summary>
internal sealed class StandIn : Command
{
    public override CommandSpec Spec { get; } = new("stand_in", Permission.Member) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Me.May(Permission.Decide))
        {
            var noted = await act.Db.Absences.AnyAsync(a => a.PersonId == act.Me.Id && a.To >= act.Today, cancellationToken);
            var text = Instead(act);
            Word[] lines = noted ? [text] : [text, "StandIn.note_first"];
            Button[] buttons = noted ? [new("Command.my_leave", "my_leave")] : [new("Command.take_leave", "take_leave"), new("Command.my_leave", "my_leave")];
            return new Reply(new View("text", new { Title = new Word("Command.stand_in"), Paragraphs = lines, Buttons = buttons }, text));
        }

        if (act.Slots.Text("person") is null && act.Frame.Ref("person") is null)
        {
            return await new ShowLeave().RunAsync(act, cancellationToken);
        }

        if ((SpokenPeriod.Of(act) is null || RuleWords.Lists.In("those_days", act.Said) is not null) && await act.Db.Absences.AsNoTracking().Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).FirstOrDefaultAsync(cancellationToken) is { } leave)
        {
            return await WithAsync(act, new Period(leave.From < act.Today ? act.Today : leave.From, leave.To), null, cancellationToken);
        }

        return await new DelegateApproval().RunAsync(act with { Frame = act.Frame with { Intent = "delegate_approval" } }, cancellationToken);
    }

    /// <summary>The receipt of leave that was said together with who stands in; without the leave, of the delegation alone.</summary>
    /// <param name="note">What becomes of the leave; null where it is noted already.</param>
    public static async Task<Reply> WithAsync(Act act, Period days, Word? note, CancellationToken cancellationToken)
    {
        if (!act.Me.May(Permission.Decide))
        {
            return act.Receipt("Receipt.leave", act.Me, new Word("Format.Paragraphs", note!, new Word("Leave.no_stand_in", act.Org.Find(act.Frame.Ref("person")) is { } named ? named : act.Slots.Text("person") ?? "")));
        }

        if (DelegateApproval.Fault(act, out var person) is { } fault)
        {
            return note is null ? Act.Say(fault) : act.Receipt("Receipt.leave", act.Me, new Word("Format.Paragraphs", note, fault));
        }

        var (given, hello) = await DelegateApproval.BeginAsync(act, person!, days, cancellationToken);
        var receipt = note is null ? act.Receipt("Receipt.delegated", person, given) : act.Receipt("Receipt.leave", act.Me, new Word("Format.Paragraphs", note, given));
        return await Reseating.OfAsync(act, act.Me.Id, receipt with { Notices = [hello] }, cancellationToken);
    }

    /// <summary>Delegations that were made for the leave that ends on that day.</summary>
    public static Task<List<Delegation>> UntilAsync(Act act, DateOnly last, CancellationToken cancellationToken)
    {
        var end = Zones.Instant(last.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone);
        return act.Db.Delegations.Include(d => d.To).Where(d => d.FromId == act.Me.Id && d.EndsAt == end).ToListAsync(cancellationToken);
    }

    /// <summary>Who stands in does so on the leave's other days; returns them.</summary>
    public static async Task<List<Person>> MoveAsync(Act act, Period before, Period after, CancellationToken cancellationToken)
    {
        var (from, end) = (Zones.Instant(after.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(after.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
        var moved = await UntilAsync(act, before.To, cancellationToken);
        foreach (var delegation in moved)
        {
            if (delegation.StartsAt > act.Now || from > act.Now) delegation.StartsAt = from < act.Now ? act.Now : from;
            delegation.EndsAt = end;
        }

        return [.. moved.Select(d => act.Org.Find(d.ToId)).OfType<Person>().Distinct()];
    }

    private static Word Instead(Act act) => new(act.Me.ManagerId is null ? "StandIn.nobody" : "StandIn.superior", act.Org.Find(act.Me.ManagerId)!);
}
