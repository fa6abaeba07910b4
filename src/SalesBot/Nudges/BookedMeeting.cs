using Microsoft.EntityFrameworkCore;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tasks;

namespace SalesBot.Nudges;

/// <summary>A visit or meeting that stands on somebody's list with its day and time, and is not done yet (FU-13).</summary>
/// <param name="At">In the owner's zone it is the time that was said.</param>
internal sealed record BookedMeeting(Todo Todo, Person Owner, DateTimeOffset At)
{
    /// <summary>Those of yesterday, today and tomorrow.</summary>
    public static async Task<IReadOnlyList<BookedMeeting>> AroundAsync(Scan scan, CancellationToken cancellationToken)
    {
        var (first, last) = (scan.Today.AddDays(-1), scan.Today.AddDays(1));
        var todos = await scan.Db.Todos.AsNoTracking()
            .Where(t => t.DoneAt == null && t.DueAt != null && t.DueOn >= first && t.DueOn <= last && (t.Kind == TodoKind.NextStep || t.Kind == TodoKind.Own) && (t.DealId != null || t.CustomerId != null)).ToListAsync(cancellationToken);
        return [.. todos.Where(t => Meeting.IsOne(t.Title)).Select(t => (Todo: t, Owner: scan.Org.Find(t.OwnerId))).Where(m => m.Owner is not null)
            .Select(m => new BookedMeeting(m.Todo, m.Owner!, Zones.Instant(m.Todo.DueOn!.Value, m.Todo.DueAt!.Value, m.Owner!.TimeZone)))];
    }

    /// <summary>Those that were not found before; a meeting that was moved is another one.</summary>
    public static async Task<IReadOnlyList<Finding>> NewAsync(Scan scan, string rule, IReadOnlyList<Finding> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(f => f.SubjectId).ToList();
        var known = (await scan.Db.Findings.Where(f => f.Rule == rule && ids.Contains(f.SubjectId)).Select(f => new { f.SubjectId, f.Since }).ToListAsync(cancellationToken)).Select(f => (f.SubjectId, f.Since)).ToHashSet();
        return [.. found.Where(f => !known.Contains((f.SubjectId, f.Since)))];
    }
}
