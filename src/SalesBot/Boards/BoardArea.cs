using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Boards;

/// <summary>
/// A visit or meeting that is booked in a stage which asks for one is announced on the board of its owner's team (ST-05 (c)), whatever command booked it: once, in one
/// post for all of a day, which changes when a meeting is moved, held or called off.
/// </summary>
internal sealed class BoardArea : Area
{
    private const string Meets = "meeting";

    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var boards = TeamBoards.In(act.Definitions);
        var todos = act.Db.Tracked<Todo>().Where(e => e.State != EntityState.Unchanged && (e.Entity.DealId is not null || e.Entity.Deal is not null)).ToList();
        var closed = act.Db.Tracked<Deal>().Where(e => e.State == EntityState.Modified && e.Property(d => d.Status).IsModified).Select(e => e.Entity.Key).ToList();
        if (boards.ByTeam.Count == 0 || todos.Count + closed.Count == 0)
        {
            return reply;
        }

        var known = await Booking.PostsOfAsync(act.Db, [.. todos.Select(e => e.Entity.Key), .. closed], cancellationToken);
        var posts = known.Select(k => k.Post).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<Team>();
        foreach (var todo in todos.Where(e => e.State != EntityState.Deleted && known.All(k => k.Todo != e.Entity.Key)).Select(e => e.Entity))
        {
            if (await AnnounceAsync(act, boards, todo, cancellationToken) is { } announced)
            {
                posts.Add(announced.Post);
                told.Add(announced.Team);
            }
        }

        foreach (var post in posts)
        {
            reply = await PutAsync(act, boards, post, reply, cancellationToken);
        }

        return told.Count > 0 && reply.Receipt is { } receipt ? reply with { Receipt = receipt.Noting(new Word("TeamBoard.told", told.ToList())) } : reply;
    }

    private static async Task<(string Post, Team Team)?> AnnounceAsync(Act act, TeamBoards boards, Todo todo, CancellationToken cancellationToken)
    {
        var deal = todo.Deal ?? await act.Db.Deals.FirstOrDefaultAsync(d => d.Id == todo.DealId, cancellationToken);
        if (deal is not { Status: DealStatus.Open } || !BoardView.IsBooked(todo) || act.Process.Find(deal.Stage)?.Needs.Contains(Meets, StringComparer.Ordinal) != true
            || act.Org.Find(todo.OwnerId)?.Team is not { } team || !boards.ByTeam.TryGetValue(team.Key, out var board))
        {
            return null;
        }

        var post = Booking.Post(team.Key, DateOnly.FromDateTime(Zones.Local(act.Now, board.Zone)));
        Booking.Of(todo, deal).Keep(act.Db, post);
        return (post, team);
    }

    private static async Task<Reply> PutAsync(Act act, TeamBoards boards, string post, Reply reply, CancellationToken cancellationToken)
    {
        var (key, day) = Booking.Read(post);
        if (!boards.ByTeam.TryGetValue(key, out var board) || act.Org.Everybody.FirstOrDefault(p => p.Team?.Key == key)?.Team is not { } team
            || await act.Db.References.FirstOrDefaultAsync(r => r.Channel == board.Channel && r.ConversationId == board.Conversation && r.UserId == board.User, cancellationToken) is not { } place)
        {
            return reply;
        }

        await Booking.TakeTurnAsync(act.Db, post, cancellationToken);
        var view = await BoardView.OfAsync(act, team, day, post, cancellationToken);
        return reply with { Announcements = [.. reply.Announcements, new Announcement(place, board.Language, board.Zone, view)] };
    }
}
