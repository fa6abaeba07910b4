using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Boards;

/// <summary>One day's post on a team's board: who meets whom when, and what became of it. Amounts stand nowhere in it, as everybody in the channel reads it.</summary>
internal static class BoardView
{
    /// <summary>More stand on the list of to-dos.</summary>
    private const int Most = 20;

    public static async Task<View> OfAsync(Act act, Team team, DateOnly day, string post, CancellationToken cancellationToken)
    {
        var bookings = await Booking.OnAsync(act.Db, post, cancellationToken);
        var keys = bookings.Select(b => b.Todo).ToList();
        var gone = act.Db.Tracked<Todo>().Where(e => e.State == EntityState.Deleted).Select(e => e.Entity.Key).ToList();
        var todos = (await act.Db.Todos.Include(t => t.Deal).Where(t => keys.Contains(t.Key)).ToListAsync(cancellationToken)).Concat(act.Db.Todos.Local)
            .Where(t => !gone.Contains(t.Key, StringComparer.Ordinal)).DistinctBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, StringComparer.Ordinal);
        var rows = bookings.OrderBy(b => b.On).ThenBy(b => b.At).Take(Most).Select(b => Row(act, b, todos.GetValueOrDefault(b.Todo))).ToList();
        Word title = new("TeamBoard.post", bookings.Count, team, day);
        return new View("list", new { Title = title, Subtitle = bookings.Count > Most ? new Word("TeamBoard.more", bookings.Count - Most) : null, Rows = rows }, title, "board:" + post);
    }

    /// <summary>It has a day, and its words tell of a visit or meeting.</summary>
    public static bool IsBooked(Todo todo) => todo is { DueOn: not null, DoneAt: null } && Meeting.IsOne(todo.Title);

    private static object Row(Act act, Booking booked, Todo? now)
    {
        var (on, at) = (new When(booked.On, booked.At), now?.DueOn is { } day ? new When(day, now.DueAt) : null);
        object when = now switch
        {
            null => new Word("TeamBoard.called_off", on),
            { DoneAt: not null } => new Word("TeamBoard.held", on),
            _ when now.Deal?.Status == DealStatus.Lost || !IsBooked(now) => new Word("TeamBoard.called_off", on),
            _ when (now.DueOn, now.DueAt) != (booked.On, booked.At) => new Word("TeamBoard.moved", at, on),
            _ => on,
        };
        return new { Main = new Word("Format.Dot", booked.About, now is { Title.Length: > 0 } ? now.Title : booked.Title), Second = new Word("Format.Dot", act.Org.Find(now?.OwnerId ?? booked.Owner), when) };
    }
}
