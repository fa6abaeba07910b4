using Microsoft.EntityFrameworkCore;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tasks;

namespace SalesBot.Nudges;

/// <summary>What stands on somebody's list with its day and time, and is not done yet; a visit or meeting (FU-13) or something else.</summary>
/// <param name="At">In the owner's zone it is the time that was said.</param>
internal sealed record BookedMeeting(Todo Todo, Person Owner, DateTimeOffset At)
{
    /// <summary>When its owner is told: as long before as they asked, else as is usual.</summary>
    public DateTimeOffset Told(TimeSpan usual) => At - Ahead(usual);

    public TimeSpan Ahead(TimeSpan usual) => Todo.RemindMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : usual;

    /// <summary>Visits and meetings of yesterday, today and tomorrow.</summary>
    public static async Task<IReadOnlyList<BookedMeeting>> AroundAsync(Scan scan, CancellationToken cancellationToken) =>
        [.. (await TimedAsync(scan, todos => todos.Where(t => (t.Kind == TodoKind.NextStep || t.Kind == TodoKind.Own) && (t.DealId != null || t.CustomerId != null)), cancellationToken)).Where(m => Is(m.Todo))];

    /// <summary>It is a visit or meeting at a customer's.</summary>
    public static bool Is(Todo todo) => todo.Kind is TodoKind.NextStep or TodoKind.Own && (todo.DealId ?? todo.CustomerId) is not null && Meeting.IsOne(todo.Title);

    /// <summary>Of findings about to-dos with a time those whose to-do is done, or was put off by days.</summary>
    public static IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Todos.Any(t => t.Id == f.SubjectId && t.DoneAt == null && t.DueOn >= scan.Today.AddDays(-1)));

    /// <summary>Whatever has a time yesterday, today or tomorrow, or is to be told longer before.</summary>
    public static async Task<IReadOnlyList<BookedMeeting>> TimedAsync(Scan scan, Func<IQueryable<Todo>, IQueryable<Todo>> which, CancellationToken cancellationToken)
    {
        var (first, last, asked) = (scan.Today.AddDays(-1), scan.Today.AddDays(1), scan.Today.AddDays(1 + (AddTask.MostMinutes / (24 * 60))));
        var todos = await which(scan.Db.Todos.AsNoTracking().Where(t => t.DoneAt == null && t.DueAt != null && t.DueOn >= first && (t.DueOn <= last || (t.RemindMinutes > 24 * 60 && t.DueOn <= asked)))).ToListAsync(cancellationToken);
        return [.. todos.Select(t => (Todo: t, Owner: scan.Org.Find(t.OwnerId))).Where(m => m.Owner is not null)
            .Select(m => new BookedMeeting(m.Todo, m.Owner!, Zones.Instant(m.Todo.DueOn!.Value, m.Todo.DueAt!.Value, m.Owner!.TimeZone)))];
    }
}
