using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
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
internal sealed class FindRecords(Func<SalesDb> open, CompanyCaches company, ReplyRenderer renderer, PublicAddress site)
{
    private const int MostText = 100;

    /// <summary>Deals first, open ones before closed ones, the latest first. An empty text finds the latest deals of one's own. Null: nobody known, or one who may not look.</summary>
    public async Task<IReadOnlyList<FoundRecord>?> RunAsync(Address from, string? personKey, string text, (int Skip, int Count) page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        if (await AskerAsync(db, from, personKey, now, cancellationToken) is not var (person, viewer, reader))
        {
            return null;
        }

        var part = text.Trim().ToLowerInvariant();
        part = part.Length > MostText ? part[..MostText] : part;
        var deals = await Deals(db, viewer, person, part).Skip(page.Skip).Take(page.Count).ToListAsync(cancellationToken);
        var found = deals.ConvertAll(d => Found(reader, d));
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
        return [.. found, .. customers.Select(c => Found(reader, c))];
    }

    /// <summary>The deal or customer that a link of ours names, where the asker may see it.</summary>
    public async Task<FoundRecord?> OfLinkAsync(Address from, string? personKey, string? link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (RecordLink.Read(link, site.Root) is not { } named)
        {
            return null;
        }

        await using var db = open();
        if (await AskerAsync(db, from, personKey, now, cancellationToken) is not var (_, viewer, reader))
        {
            return null;
        }

        if (named.Ref("deal") is { } dealKey)
        {
            return await db.Deals.AsNoTracking().Include(d => d.Customer).VisibleTo(viewer).FirstOrDefaultAsync(d => d.Key == dealKey, cancellationToken) is { } deal ? Found(reader, deal) : null;
        }

        var customerKey = named.Ref("customer");
        return await db.Customers.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(c => c.Key == customerKey, cancellationToken) is { } customer ? Found(reader, customer) : null;
    }

    private async Task<(Person Person, Viewer Viewer, Localizer Reader)?> AskerAsync(SalesDb db, Address from, string? personKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var org = await company.Org.GetAsync(db, now, cancellationToken);
        var person = personKey is not null ? org.Find(personKey) : org.Find(await Seat.LinkedAsync(db, from, cancellationToken));
        return person.May(Permission.ReadSales) && person is not null ? (person, org.Viewer(person), renderer.For(person, from.Locale, now)) : null;
    }

    private FoundRecord Found(Localizer reader, Deal deal) => new(
        deal.Name, reader.Say(new Word("Share.deal", deal.Customer!.Name, StageName.Of(deal.Stage), new Money(deal.Amount, deal.Currency))),
        Pasted(reader, deal.Name, deal.Customer.Name, new Button("Share.open_deal", "show_deal", new Slots { ["deal"] = deal.Key })));

    private FoundRecord Found(Localizer reader, Customer customer) => new(
        customer.Name, reader.Say("Share.customer"), Pasted(reader, customer.Name, reader.Say("Share.customer"), new Button("Share.open_customer", "show_customer", new Slots { ["customer"] = customer.Key })));

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
