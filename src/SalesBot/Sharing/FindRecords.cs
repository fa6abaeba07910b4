using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Sharing;

/// <summary>A deal or customer that was looked for in order to be pasted into a chat.</summary>
/// <param name="Detail">For the one who looks: stage and amount, or how many deals.</param>
/// <param name="Card">What is pasted: names alone, with a button (and a refresh) by which each reader opens what that reader may see.</param>
internal sealed record FoundRecord(string Title, string Detail, JsonElement Card);

/// <summary>Looks for deals and customers by a part of the name, among those that the asker may see. It leaves no trace in the conversation.</summary>
internal sealed class FindRecords(Func<SalesDb> open, CompanyCaches company, ReplyRenderer renderer)
{
    private const int MostText = 100;

    /// <summary>Deals first, open ones before closed ones, the latest first. An empty text finds the latest deals of one's own. Null: nobody known, or one who may not look.</summary>
    public async Task<IReadOnlyList<FoundRecord>?> RunAsync(Address from, string? personKey, string text, (int Skip, int Count) page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var org = await company.Org.GetAsync(db, now, cancellationToken);
        var person = personKey is not null ? org.Find(personKey) : org.Find(await Seat.LinkedAsync(db, from, cancellationToken));
        if (!person.May(Permission.ReadSales) || person is null)
        {
            return null;
        }

        var (viewer, part, reader) = (org.Viewer(person), text.Trim().ToLowerInvariant(), renderer.For(person, from.Locale, now));
        part = part.Length > MostText ? part[..MostText] : part;
        var deals = await Deals(db, viewer, person, part).Skip(page.Skip).Take(page.Count).ToListAsync(cancellationToken);
        var found = deals.ConvertAll(d => new FoundRecord(d.Name, reader.Say(new Word("Share.deal", d.Customer!.Name, StageName.Of(d.Stage), new Money(d.Amount, d.Currency))), Pasted(reader, d.Name, d.Customer.Name, new Button("Share.open_deal", "show_deal", new Slots { ["deal"] = d.Key }))));
        var room = page.Count - found.Count;
        if (room == 0 || part.Length == 0)
        {
            return found;
        }

        var before = Math.Max(0, page.Skip - await Deals(db, viewer, person, part).CountAsync(cancellationToken));
#pragma warning disable MA0011 // becomes the database's lower(), which takes no culture
        var customers = await db.Customers.AsNoTracking().VisibleTo(viewer).Where(c => c.Name.ToLower().Contains(part) || c.EnglishName!.ToLower().Contains(part))
#pragma warning restore MA0011
            .OrderBy(c => c.Name).ThenBy(c => c.Id).Skip(before).Take(room).ToListAsync(cancellationToken);
        return [.. found, .. customers.Select(c => new FoundRecord(c.Name, reader.Say("Share.customer"), Pasted(reader, c.Name, reader.Say("Share.customer"), new Button("Share.open_customer", "show_customer", new Slots { ["customer"] = c.Key }))))];
    }

    private static IOrderedQueryable<Deal> Deals(SalesDb db, Viewer viewer, Person person, string part)
    {
        var deals = db.Deals.AsNoTracking().Include(d => d.Customer).VisibleTo(viewer);
        deals = part.Length == 0
            ? deals.Where(d => d.OwnerId == person.Id && d.Status == DealStatus.Open)
#pragma warning disable MA0011 // becomes the database's lower(), which takes no culture
            : deals.Where(d => d.Name.ToLower().Contains(part) || d.Customer!.Name.ToLower().Contains(part) || d.Customer.EnglishName!.ToLower().Contains(part));
#pragma warning restore MA0011
        return deals.OrderBy(d => d.Status == DealStatus.Open ? 0 : 1).ThenByDescending(d => d.Id);
    }

    private JsonElement Pasted(Localizer reader, string title, string about, Button openIt) =>
        renderer.Render(new View("shared", new { Title = title, About = about, Open = openIt }, new Word("Share.pasted", title)), reader).Card!.Value;
}
