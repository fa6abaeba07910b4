using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Privacy;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Relations;

/// <summary>
/// Whom we know at a customer: their part in a purchase, their motive, when they were spoken with last, who of us did, and which parts nobody plays yet; without a customer the network of a rep (CU-06).
/// </summary>
internal sealed class RelationshipMap : Command
{
    /// <summary>Days after which a relation counts as cold.</summary>
    private const int Cold = 60;

    private const int MostPeople = 12;

    private const int MostColleagues = 8;

    /// <summary>Parts that somebody must play before a deal is safe.</summary>
    private static readonly BuyingRole[] Wanted = [BuyingRole.Decider, BuyingRole.User, BuyingRole.Buyer, BuyingRole.Insider];

    public override CommandSpec Spec { get; } = new("relationship_map", Permission.ReadSales) { MayAsk = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is { } customer)
        {
            return await OfAsync(act, customer, cancellationToken);
        }

        return (act.Slots.Text("customer") ?? act.Slots.Text("customer_text")) is { } said ? Question.NotFound(act, "customer", said) : await Network.ReplyAsync(act, cancellationToken);
    }

    /// <summary>The parts that nobody plays at a customer.</summary>
    public static IReadOnlyList<BuyingRole> Missing(IEnumerable<Contact> contacts) => [.. Wanted.Except(contacts.Select(c => c.Role).OfType<BuyingRole>())];

    /// <summary>Who of us spoke with whom there, how often and when last, of what the asker sees; whoever was there last comes first.</summary>
    private static async Task<IReadOnlyList<Word>> ColleaguesAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var talks = await act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Where(f => f.CustomerId == customer.Id || f.Deal!.CustomerId == customer.Id || f.Contact!.CustomerId == customer.Id)
            .GroupBy(f => new { f.AuthorId, f.ContactId }).Select(g => new { g.Key.AuthorId, g.Key.ContactId, At = g.Max(f => f.HappenedAt), Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. talks.GroupBy(t => t.AuthorId).OrderByDescending(g => g.Max(t => t.At)).ThenBy(g => g.Key).Take(MostColleagues).Select(g =>
        {
            var met = g.OrderByDescending(t => t.At).Select(t => customer.Contacts.Find(c => c.Id == t.ContactId && c.ErasedAt is null)?.Name).OfType<string>().ToList();
            Word talked = new("Relation.warm", g.Max(t => t.At), g.Sum(t => t.Count));
            return new Word("Relation.colleague", act.Org.Find(g.Key)!, met.Count == 0 ? new Word("Relation.nobody_named") : met, talked);
        })];
    }

    private static async Task<Reply> OfAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        Looks.Note(act, customer);
        var last = await act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Where(f => f.ContactId != null && f.Contact!.CustomerId == customer.Id)
            .GroupBy(f => f.ContactId!.Value).Select(g => new { g.Key, At = g.Max(f => f.HappenedAt), Count = g.Count() }).ToDictionaryAsync(g => g.Key, cancellationToken);
        var people = customer.Contacts.Where(c => c.ErasedAt is null).OrderBy(c => c.Role ?? (BuyingRole)int.MaxValue).ThenBy(c => c.Id).ToList();
        var rows = people.Take(MostPeople).Select(c => new
        {
            Name = new Word("Customer.contact", c.Name, c.Title ?? ""),
            c.Motive,
            Role = c.Role is { } role ? new Word("BuyingRole." + role) : new Word("Relation.role_unknown"),
            Last = last.GetValueOrDefault(c.Id) is { } talk ? new Word(talk.At < act.Now.AddDays(-Cold) ? "Relation.cold" : "Relation.warm", talk.At, talk.Count) : new Word("Relation.never"),
        }).ToList();
        var colleagues = await ColleaguesAsync(act, customer, cancellationToken);
        var missing = Missing(people);
        Slots about = new() { ["customer"] = customer.Key };
        List<Button> buttons = [];
        if (act.MayChange(customer))
        {
            buttons.AddRange(people.Where(c => c.Role is null).Take(3).Select(c => new Button(new Word("Relation.set_role", c.Name), "set_role", new Slots(about) { ["contact"] = c.Key })));
            buttons.Add(new Button("Button.add_contact", "add_contact", about));
        }

        Word title = new("Relation.title", customer.Name);
        Word gaps = missing.Count == 0 ? new("Relation.complete") : new("Relation.missing", missing);
        var data = new
        {
            Title = title,
            Subtitle = new Word("Relation.owner", CustomerFacts.Owner(customer)),
            Rows = rows,
            Empty = rows.Count == 0 ? new Word("Relation.no_contact", customer.Name) : null,
            Colleagues = colleagues,
            Gaps = gaps,
            Complete = missing.Count == 0,
            Buttons = buttons,
        };
        return new Reply(new View("relations", data, new Word("Approval.text", title, gaps))) { Focus = act.About(customer) };
    }
}
