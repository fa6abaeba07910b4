using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>
/// What happens to approvals by the clock alone: those of a deal that was closed outside the bot are taken back; stand-ins take their seat when a
/// delegation begins and leave it when it ends; who has left the company is replaced; past the time the department head is asked too, a period later the next above (AP-03), of which
/// <see cref="Nudges.Escalations"/> tells. Each approval is its own transaction: one that is decided meanwhile is left alone.
/// </summary>
internal sealed class ApprovalClock(Func<SalesDb> open, OrgCache org, Ledger ledger, NameFeed names)
{
    /// <summary>Time to decide of an approval that came without a flow; wall clock (AP-02).</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(FlowStep.UsualHours);

    /// <summary>The department head, and once more above (AP-03).</summary>
    private const int Levels = 2;

    /// <summary>Returns how many approvals were moved on.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var chart = await org.GetAsync(db, now, cancellationToken);
        return await CloseMootAsync(db, chart, now, cancellationToken) + await ReplaceLeaversAsync(db, chart, now, cancellationToken) + await SeatStandInsAsync(db, chart, now, cancellationToken) + await EscalateDueAsync(db, chart, now, cancellationToken);
    }

    /// <summary>An import, or another program, may close a deal too: nobody has to decide about it any more.</summary>
    public async Task<int> CloseMootAsync(SalesDb db, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moot = await Withdrawal.Moot(db).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        return await EachAsync(db, moot, approval => CloseAsync(db, chart, approval, now, cancellationToken), cancellationToken);
    }

    private async Task<bool> CloseAsync(SalesDb db, OrgChart chart, Approval approval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(db, chart, approval, now, cancellationToken);
        var deal = approval.Deal ?? await db.Deals.FirstAsync(d => d.Id == approval.Contract!.DealId, cancellationToken);
        var notices = Withdrawal.Close(facts, null, deal.Status).Select(n => n with { NotBefore = AtWork(n.To, now) }).ToList();
        await ledger.RecordAsync(db, chart, "close_approval", notices, [facts.Refresh], now, cancellationToken);
        return true;
    }

    /// <summary>Who will be asked too when its time is up; null after the last step, or where nobody is left.</summary>
    public static Person? Next(OrgChart chart, Approval approval) => approval.Level < Levels ? ApprovalRoute.Above(chart, approval) : null;

    /// <summary>Asks the next one up where the time is up.</summary>
    public async Task<int> EscalateDueAsync(SalesDb db, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await db.Approvals.Where(a => a.Status == ApprovalStatus.Pending && a.Level < Levels && a.DueAt <= now)
            .OrderBy(a => a.DueAt).Select(a => a.Id).ToListAsync(cancellationToken);
        return await EachAsync(db, due, approval => EscalateAsync(db, chart, approval, now, cancellationToken), cancellationToken);
    }

    private async Task<bool> EscalateAsync(SalesDb db, OrgChart chart, Approval approval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(db, chart, approval, now, cancellationToken);
        if (ApprovalRoute.Above(chart, approval) is not { } head)
        {
            return false;
        }

        approval.Level++;
        approval.EscalatedAt = now;
        // The head hears of it when they are at work; their period is a whole one from then on.
        approval.DueAt = Way.Due(Way.Present(approval), head, AtWork(head, now));
        facts.Seating.Ask(db, approval, [head], byEscalation: true);
        await ledger.RecordAsync(db, chart, "escalate_approval", [], [facts.Refresh], now, cancellationToken);
        return true;
    }

    /// <summary>Whoever stands in from now on gets a seat in what waits, and the card; where it is over, it is with the one who was asked again.</summary>
    public async Task<int> SeatStandInsAsync(SalesDb db, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unsettled = await Seating.Unsettled(db, now).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        return await EachAsync(db, unsettled, approval => SettleAsync(db, chart, approval, now, cancellationToken), cancellationToken);
    }

    private async Task<bool> SettleAsync(SalesDb db, OrgChart chart, Approval approval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(db, chart, approval, now, cancellationToken);
        if (facts.Seating.Settle(db, approval) is not { } newly)
        {
            return false;
        }

        await ledger.RecordAsync(db, chart, "seat_stand_in", [.. newly.Select(p => facts.Tell(p, null, AtWork(p, now)))], [facts.Refresh], now, cancellationToken);
        return true;
    }

    /// <summary>Whoever has left decides no more: the one above them is asked.</summary>
    public async Task<int> ReplaceLeaversAsync(SalesDb db, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await Leavers.Waiting(db).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        return await EachAsync(db, waiting, approval => ReplaceAsync(db, chart, approval, now, cancellationToken), cancellationToken);
    }

    private async Task<bool> ReplaceAsync(SalesDb db, OrgChart chart, Approval approval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await ApprovalFacts.LoadAsync(db, chart, approval, now, cancellationToken);
        var notices = Leavers.Replace(db, facts);
        await ledger.RecordAsync(db, chart, "replace_approver", notices, notices.Count == 0 ? [] : [facts.Refresh], now, cancellationToken);
        return notices.Count > 0;
    }

    private async Task<int> EachAsync(SalesDb db, List<long> ids, Func<Approval, Task<bool>> act, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            var approval = await db.Approvals.FirstAsync(a => a.Id == id, cancellationToken);
            if (approval.Status != ApprovalStatus.Pending || !await act(approval))
            {
                continue;
            }

            var changes = ChangeLog.Capture(db);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await names.ApplyAsync(changes, cancellationToken);
                done++;
            }
            catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
            {
                // Decided, or moved on by another node, a moment before: the next round looks at it anew.
            }
        }

        return done;
    }

    /// <summary>
    /// The moment at which they are told of something whose moment is <paramref name="at"/> and that has to be known before <paramref name="end"/>: then, or when they are at work next, or, where that is
    /// too late, while they still are at work before it.
    /// </summary>
    public static DateTimeOffset AtWork(Person person, DateTimeOffset at, DateTimeOffset end)
    {
        if (AtWork(person, at) is var next && next < end)
        {
            return next;
        }

        var local = Zones.Local(at, person.TimeZone);
        var day = DateOnly.FromDateTime(local);
        var last = WorkCalendar.China.IsWorkday(day) && TimeOnly.FromDateTime(local) >= person.WorkTo ? day : WorkCalendar.China.AddWorkdays(day, -1);
        return Zones.Instant(last, person.WorkTo.AddHours(-1), person.TimeZone);
    }

    /// <summary>Now, or the next moment of their working hours.</summary>
    public static DateTimeOffset AtWork(Person person, DateTimeOffset now) =>
        WorkCalendar.China.NextWorkingMoment(now, Zones.Find(person.TimeZone), person.WorkFrom, person.WorkTo);
}
