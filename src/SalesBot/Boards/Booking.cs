using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Tasks;

namespace SalesBot.Boards;

/// <summary>A visit or meeting as it was announced; a row of <see cref="Setting"/> under <c>board/{team}/{day}/{to-do}</c>.</summary>
/// <param name="Todo">Its key.</param>
/// <param name="Deal">The deal's key.</param>
/// <param name="About">What the deal was called.</param>
/// <param name="Title">In the words of whoever booked it.</param>
internal sealed record Booking(string Todo, string Deal, string About, string Title, long Owner, DateOnly On, TimeOnly? At)
{
    private const string Root = "board/";

    /// <summary>One row for each post, under a name of its own each time that it is written.</summary>
    private const string Turns = "board-turn/";

    public static Booking Of(Todo todo, Deals.Deal deal) => new(todo.Key, deal.Key, deal.Name, todo.Title, todo.OwnerId, todo.DueOn!.Value, todo.DueAt);

    /// <summary>All that is announced on one day's post of a team.</summary>
    public static async Task<IReadOnlyList<Booking>> OnAsync(SalesDb db, string post, CancellationToken cancellationToken)
    {
        var saved = await db.Settings.Where(s => s.Name.StartsWith(Root + post + "/")).OrderBy(s => s.Name).Select(s => s.Value).ToListAsync(cancellationToken);
        var added = db.Settings.Local.Where(s => s.Name.StartsWith(Root + post + "/", StringComparison.Ordinal) && db.Entry(s).State == EntityState.Added).Select(s => s.Value);
        return [.. saved.Concat(added).Select(json => JsonSerializer.Deserialize<Booking>(json, JsonSerializerOptions.Web)!)];
    }

    /// <summary>
    /// Takes the next turn at a post. Of two who write it at once, each of whom would lack what the other books or moves, one is run again on what the other has saved.
    /// </summary>
    public static async Task TakeTurnAsync(SalesDb db, string post, CancellationToken cancellationToken)
    {
        var before = await db.Settings.AsTracking().FirstOrDefaultAsync(s => s.Name.StartsWith(Turns + post + "/"), cancellationToken);
        var number = before is null ? 0 : int.Parse(before.Name[(before.Name.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        if (before is not null)
        {
            db.Settings.Remove(before);
        }

        db.Settings.Add(new Setting { Name = string.Create(CultureInfo.InvariantCulture, $"{Turns}{post}/{number + 1}"), Value = "" });
    }

    /// <summary>The posts on which any of these to-dos or deals stand.</summary>
    public static async Task<IReadOnlyList<(string Post, string Todo)>> PostsOfAsync(SalesDb db, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var found = new List<(string, string)>();
        foreach (var key in keys)
        {
            var quoted = '"' + key + '"';
            var names = await db.Settings.Where(s => s.Name.StartsWith(Root) && s.Value.Contains(quoted)).Select(s => s.Name).ToListAsync(cancellationToken);
            found.AddRange(names.Select(name => (name[Root.Length..name.LastIndexOf('/')], name[(name.LastIndexOf('/') + 1)..])));
        }

        return found;
    }

    /// <summary>The post of a team and a day.</summary>
    public static string Post(string team, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{team}/{day:yyyy-MM-dd}");

    public static (string Team, DateOnly Day) Read(string post) => (post[..post.LastIndexOf('/')], DateOnly.ParseExact(post[(post.LastIndexOf('/') + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Keep(SalesDb db, string post) => db.Settings.Add(new Setting { Name = Root + post + "/" + Todo, Value = JsonSerializer.Serialize(this, JsonSerializerOptions.Web) });
}
