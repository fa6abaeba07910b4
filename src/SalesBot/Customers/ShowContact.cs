using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Who somebody at a customer is and how they are reached, or whom we know there; whoever is not on record is said not to be, and nobody else is shown for them.</summary>
internal sealed class ShowContact : Command
{
    public override CommandSpec Spec { get; } = new("show_contact", Permission.ReadSales) { MayAsk = ["customer"], MayName = ["customer"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Org.Find(act.Frame.Ref("person")) is { } colleague)
        {
            return ShowTeam.Of(act, colleague);
        }

        var contacts = act.Db.Contacts.Include(c => c.Customer).Where(c => c.ErasedAt == null && act.Db.Customers.VisibleTo(act.Viewer).Any(known => known.Id == c.CustomerId));
        if ((act.Frame.Ref("contact") ?? act.Frame.Ref("person")) is { } key && await contacts.FirstOrDefaultAsync(c => c.Key == key, cancellationToken) is { } named)
        {
            return await ContactCard.OfAsync(act, named, cancellationToken);
        }

        var customer = await act.CustomerAsync(cancellationToken);
        if (act.Slots.Text("contact_name", 100)?.Trim() is { Length: > 0 } said)
        {
            return await CalledAsync(act, contacts, customer, said, cancellationToken);
        }

        return customer is not null ? await ContactCard.AllAsync(act, customer, [.. Alive(customer)], null, cancellationToken)
            : act.Slots.Text("customer") is { } unknown ? Question.NotFound(act, "customer", unknown) : Question.For(act, "customer");
    }

    private static IEnumerable<Contact> Alive(Customer customer) => customer.Contacts.Where(c => c.ErasedAt is null).OrderBy(c => c.Id);

    /// <summary>Those of that name, title or part: at the customer that is spoken of, else anywhere by name.</summary>
    private static async Task<Reply> CalledAsync(Act act, IQueryable<Contact> contacts, Customer? customer, string said, CancellationToken cancellationToken)
    {
        var there = customer is null ? [] : Alive(customer).Where(c => IsCalled(c, said) || IsPost(c, said)).ToList();
        if (there.Count == 0)
        {
            var all = await contacts.ToListAsync(cancellationToken);
            there = all.FindAll(c => IsCalled(c, said));
        }

        if (there is [var one])
        {
            return await ContactCard.OfAsync(act, one, cancellationToken);
        }

        if (there.Count > 1)
        {
            return await ContactCard.AllAsync(act, customer, there, null, cancellationToken);
        }

        if (act.Org.Everybody.FirstOrDefault(p => p.Active && p.Aliases.Append(p.Name).Append(p.EnglishName).Contains(said, StringComparer.OrdinalIgnoreCase)) is { } colleague)
        {
            return ShowTeam.Of(act, colleague);
        }

        return customer is null ? Act.Say(new Word("Contact.unknown", Excerpt.Of(said)), "Suggest.my_deals")
            : await ContactCard.AllAsync(act, customer, [.. Alive(customer)], said, cancellationToken);
    }

    private static bool IsCalled(Contact contact, string said) =>
        contact.Aliases.Append(contact.Name).Any(name => name.Contains(said, StringComparison.OrdinalIgnoreCase) || said.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsPost(Contact contact, string said) =>
        contact.Title?.Contains(said, StringComparison.OrdinalIgnoreCase) == true || (contact.Role is { } role && SegmentWords.Find("role", said) == role.ToString());
}
