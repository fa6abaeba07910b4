using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Tags;

/// <summary>All tags in use, with how many of the asker's visible customers have each; most first (CU-03).</summary>
internal sealed class TagList : Command
{
    public override CommandSpec Spec { get; } = new("list_tags", Permission.ReadSales) { Changes = false };

    /// <summary>The customers of a tag.</summary>
    public static Button Show(string tag) => new(new Word("Tag.show", tag), "list_customers", new Slots { ["tag"] = tag });

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var customers = act.Db.Customers.VisibleTo(act.Viewer);
        var tags = act.Db.CustomerTags.Where(t => customers.Any(c => c.Id == t.CustomerId)).GroupBy(t => t.Name).Select(g => new { Name = g.Key, Count = g.Count() }).OrderByDescending(t => t.Count).ThenBy(t => t.Name);
        var paging = Paging.Of(act, await tags.CountAsync(cancellationToken));
        var rows = (await paging.Of(tags).ToListAsync(cancellationToken)).ConvertAll(t => new { Main = t.Name, Value = new Word("Count.customers", t.Count), Open = Show(t.Name) });
        Word title = "Command.list_tags";
        return new Reply(new View("list", new { Title = title, Subtitle = paging.Last > 1 ? paging.Say(title) : null, Rows = rows, Empty = new Word("Tag.none"), paging.Prev, paging.Next }, title)) { InPlace = paging.InPlace };
    }
}
