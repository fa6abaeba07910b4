using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Privacy;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>People at customers and nothing besides: one with all that is known of them, or several in a list.</summary>
internal static class ContactCard
{
    /// <summary>Who it is, how they are reached, and when they were spoken with last.</summary>
    public static async Task<Reply> OfAsync(Act act, Contact contact, CancellationToken cancellationToken)
    {
        Looks.Note(act, contact.Customer);
        var last = await Talked(act, [contact.Id]).Include(f => f.Author).OrderByDescending(f => f.HappenedAt).FirstOrDefaultAsync(cancellationToken);
        Word title = new("Contact.title", contact.Name, contact.Title ?? (object)new Word("Contact.no_title"), contact.Customer.Name);
        List<Word> lines = [new("Customer.answer", new Word("Customer.field.phone"), contact.Phone ?? (object)new Word("Contact.none"))];
        lines.Add(new("Customer.answer", new Word("Customer.field.email"), contact.Email ?? (object)new Word("Contact.none")));
        if (contact.Role is { } role) lines.Add(new("Customer.answer", new Word("Contact.part"), role));
        var talk = last is null ? null : FollowUpLine.Of(last, act.Me);
        lines.Add(new("Customer.answer", new Word("Customer.field.history"), talk is null ? new Word("Relation.never") : new Word("Format.Dot", talk.Head, talk.Content)));
        var open = new Button("Contact.open_customer", "show_customer", new Slots { ["customer"] = contact.Customer.Key });
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = new[] { open } }, new Word("Approval.text", title, lines[0]))) { Focus = act.About(contact.Customer) with { Person = contact.Key } };
    }

    /// <summary>Whom we know at a customer, or who of several customers is called alike.</summary>
    /// <param name="missed">Who was asked for and is none of them.</param>
    public static async Task<Reply> AllAsync(Act act, Customer? customer, IReadOnlyList<Contact> people, string? missed, CancellationToken cancellationToken)
    {
        if (customer is not null) Looks.Note(act, customer);
        var ids = people.Select(c => c.Id).ToList();
        var last = await Talked(act, ids).GroupBy(f => f.ContactId!.Value).Select(g => new { g.Key, At = g.Max(f => f.HappenedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken);
        var paging = Paging.Of(act, people.Count);
        Word count = customer is null ? new("Contact.alike", people.Count) : new("Contact.at", customer.Name, people.Count);
        Word title = missed is null ? count : new("Contact.missed", customer!.Name, Excerpt.Of(missed));
        var data = new
        {
            Title = title,
            Subtitle = missed is null || people.Count == 0 ? paging.Say("") : paging.Say(count),
            Rows = people.Skip(paging.Skip).Take(paging.Size).Select(c => Row(customer, c, last.TryGetValue(c.Id, out var at) ? at : null)).ToList(),
            Empty = customer is null || missed is not null ? null : new Word("Relation.no_contact", customer.Name),
            paging.Prev,
            paging.Next,
            Buttons = customer is null ? [] : Buttons(act, customer, missed),
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = customer is null ? act.Focus.Settled() : act.About(customer) };
    }

    private static object Row(Customer? customer, Contact contact, DateTimeOffset? last) => new
    {
        Main = CustomerFacts.Contact(contact),
        Second = new Word("Format.Dot", customer is null ? contact.Customer.Name : contact.Role is { } role ? role : new Word("Relation.role_unknown"), last is null ? new Word("Prep.never") : new Word("List.last", last)),
        Open = new Button("Button.open", "show_contact", new Slots { ["customer"] = contact.Customer.Key, ["contact"] = contact.Key }),
    };

    private static List<Button> Buttons(Act act, Customer customer, string? missed)
    {
        Slots about = new() { ["customer"] = customer.Key };
        Slots added = missed is null ? about : new(about) { ["contact_name"] = missed };
        Button[] add = act.Me.May(Permission.FollowUp) && act.MayChange(customer) ? [new Button("Button.add_contact", "add_contact", added)] : [];
        return [.. add, new Button("Contact.open_customer", "show_customer", about)];
    }

    private static IQueryable<FollowUp> Talked(Act act, IReadOnlyList<long> contacts) =>
        act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Where(f => f.ContactId != null && contacts.Contains(f.ContactId.Value));
}
