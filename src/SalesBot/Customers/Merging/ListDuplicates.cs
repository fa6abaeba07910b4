using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Merging;

/// <summary>Customers that are most likely the same: one name without its legal form, one tax id, or one phone of a contact; each pair with the button to merge it.</summary>
internal sealed class ListDuplicates : Command
{
    public override CommandSpec Spec { get; } = new("list_duplicates", Permission.ManageTeam) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var all = await act.Db.Customers.VisibleTo(act.Viewer).Select(c => new Known(c.Id, c.Key, c.Name, c.TaxId, c.OwnerId)).ToListAsync(cancellationToken);
        var phones = await act.Db.Contacts.Where(c => c.Phone != null && act.Db.Customers.VisibleTo(act.Viewer).Any(one => one.Id == c.CustomerId)).Select(c => new { c.CustomerId, c.Phone }).ToListAsync(cancellationToken);
        var byId = all.ToDictionary(c => c.Id);
        var marks = all.Select(c => (Mark: "n" + CompanyName.Core(c.Name), c.Id)).Concat(all.Where(c => c.TaxId is not null).Select(c => (Mark: "t" + c.TaxId, c.Id)))
            .Concat(phones.Select(p => (Mark: "p" + Namesakes.Phone(p.Phone), Id: p.CustomerId))).Where(m => m.Mark.Length > 2);
        var pairs = marks.GroupBy(m => m.Mark, StringComparer.Ordinal).Select(g => (g.Key, Ids: g.Select(m => m.Id).Distinct().Order().ToList())).Where(g => g.Ids.Count > 1)
            .SelectMany(g => g.Ids.Skip(1).Select(later => (First: g.Ids[0], Later: later, Why: g.Key[0]))).DistinctBy(p => (p.First, p.Later)).OrderBy(p => p.First).ThenBy(p => p.Later).ToList();
        var paging = Paging.Of(act, pairs.Count);
        Word title = new("Duplicates.title", pairs.Count);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(new Word("Duplicates.subtitle")),
            Rows = pairs.Skip(paging.Skip).Take(paging.Size).Select(p => Row(act, byId[p.Later], byId[p.First], p.Why)).ToList(),
            Empty = new Word("Duplicates.none"),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = pairs is [var only] ? act.Listing([byId[only.Later].Key, byId[only.First].Key]) : act.Focus.Settled() };
    }

    private static object Row(Act act, Known goes, Known stays, char why) => new
    {
        Main = new Word("Duplicates.pair", goes.Name, stays.Name),
        Second = new Word("Duplicates.why." + why, Owner(act, goes), Owner(act, stays)),
        Open = new Button("Button.merge", "merge_customers", new Slots { ["customer"] = goes.Key, ["into"] = stays.Key }),
    };

    private static object Owner(Act act, Known customer) => act.Org.Find(customer.OwnerId) is { } owner ? owner : new Word("Customer.pool");

    private sealed record Known(long Id, string Key, string Name, string? TaxId, long? OwnerId);
}
