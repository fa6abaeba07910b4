using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>
/// The customer that an order names: one that is there, or one that is made along with it. When it is in doubt which, there is a question
/// instead; yes to it comes back as <c>confirm</c>.
/// </summary>
internal sealed record NamedCustomer(Customer? Customer, bool IsNew, Reply? Ask)
{
    /// <summary>The slot that keeps the name as it was given, beside the customer that was chosen for it.</summary>
    private const string Given = "given";

    private const int MostOffered = 5;

    /// <summary>With <paramref name="confirmNew"/> also a name that resembles no other is asked about before a customer is made of it.</summary>
    public static async Task<NamedCustomer> ForAsync(Act act, bool confirmNew, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is { } known)
        {
            return new NamedCustomer(known, IsNew: false, null);
        }

        if (act.Frame.Ref("customer") is { } key && await act.Db.Customers.Include(c => c.Contacts).FirstOrDefaultAsync(c => c.Key == key, cancellationToken) is { } hidden)
        {
            if (act.Slots.Text(Given) is { } given && Namesakes.IsAlike(hidden, given, Phone(act), Tax(act)))
            {
                return new NamedCustomer(null, IsNew: false, Collision.Refuse(act, hidden));
            }

            // A button of a card that is older than the customer's move to somebody else: its key is no name for a new one.
            return new NamedCustomer(null, IsNew: false, Act.Say("NotFound.gone", "Suggest.my_deals"));
        }

        var name = CompanyName.Tidy(act.Slots.Text("customer")!);
        if (name.Length is < 2 or > 200)
        {
            return new NamedCustomer(null, false, Act.Say(new Word("Bad.customer_name", name[..Math.Min(name.Length, 40)])));
        }

        var sure = act.Slots.Flag("confirm") == true;
        var found = await Namesakes.FindAsync(act.Db, name, Phone(act), Tax(act), cancellationToken);
        var near = found.Near.Where(c => act.Viewer.Sees(c.OwnerId)).Take(MostOffered).ToList();
        var others = found.Alike.Where(c => !act.Viewer.Sees(c.OwnerId)).Take(MostOffered - near.Count).ToList();
        return found.Same switch
        {
            { } same when act.Viewer.Sees(same.OwnerId) => new NamedCustomer(same, false, null),
            { } taken => new NamedCustomer(null, false, Collision.Refuse(act, taken)),
            null when near.Count + others.Count > 0 && !sure => new NamedCustomer(null, false, Offer(act, name, near, others)),
            null when confirmNew && !sure => new NamedCustomer(null, false, NewOne(act, name)),
            _ => new NamedCustomer(Add(act, name), true, null) { Twins = [.. found.Alike.Where(c => c.OwnerId is not null && c.OwnerId != act.Me.Id)] },
        };
    }

    /// <summary>Somebody else's customers that are most likely the same company as the one that was made all the same.</summary>
    public IReadOnlyList<Customer> Twins { get; init; } = [];

    /// <summary>The reply to the order, with what both sides and those who lead them are told of a second copy (FU-11).</summary>
    public Reply WithCollision(Act act, Reply reply)
    {
        if (Twins.Count == 0 || Customer is not { } made || reply.Receipt is not { } receipt)
        {
            return reply;
        }

        Word note = new("Customer.twin_note", Twins[0].Name, act.Org.Find(Twins[0].OwnerId));
        var told = Twins.SelectMany(twin => Collision.Tell(act, twin, [act.Org.Find(twin.OwnerId)], new Word("Customer.twin_told", act.Me, made.Name, twin.Name, act.Org.Find(twin.OwnerId)), made)).DistinctBy(n => n.To.Id);
        return reply with { Receipt = receipt.Noting(note), Notices = [.. reply.Notices, .. told] };
    }

    private static string? Phone(Act act) => Namesakes.Phone(act.Slots.Text("phone"));

    private static string? Tax(Act act) => act.Slots.Text("tax_id") is { } said ? TaxId.Of(said) : null;

    private static Customer Add(Act act, string name)
    {
        var customer = new Customer
        {
            Key = Keys.New('C'), CreatedAt = act.Now, Name = name, OwnerId = act.Me.Id, Industry = act.Slots.Text("industry", 100), Region = act.Slots.Text("region", 100), TaxId = Tax(act),
        };
        act.Db.Add(customer);
        return customer;
    }

    /// <summary>One question with a button: the three facts are kept, yes goes on with them.</summary>
    private static Reply NewOne(Act act, string name)
    {
        var filled = Orders.ToData(act.Frame);
        Word text = new("Customer.confirm_new", name);
        var data = new { Question = text, Facts = Array.Empty<object>(), Yes = new Button("Button.create_customer_too", act.Frame.Intent, Sure(filled), "positive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, text)) { Focus = act.Asking("confirm", filled) };
    }

    /// <summary>Of somebody else's customer no more is shown than its name and whose it is.</summary>
    private static Reply Offer(Act act, string name, List<Customer> near, List<Customer> hidden)
    {
        var filled = Orders.ToData(act.Frame);
        filled[Given] = name;
        Word text = new("Customer.near", name);
        var rows = near.Select((c, i) => Row(i + 1, new Word("Format.Plain", c.Name), new Word("Choice.Customer", c.LegalName ?? c.Industry ?? "", CustomerFacts.Owner(c)), new Slots(filled) { ["customer"] = c.Key }, act)).ToList();
        rows.AddRange(hidden.Select((c, i) => Row(near.Count + i + 1, new Word("Customer.near_same", c.Name), new Word("Customer.near_taken", CustomerFacts.Owner(c)), new Slots(filled) { ["customer"] = c.Key }, act)));
        rows.Add(Row(rows.Count + 1, new Word("Customer.near_new", name), new Word("Customer.near_new_detail"), Sure(filled), act));
        return new Reply(new View("choose", new { Question = text, Rows = rows, Cancel = new Button("Button.cancel", "cancel") }, text))
        {
            Focus = act.Asking("customer", filled, [.. near.Concat(hidden).Select(c => c.Key)]),
        };
    }

    private static object Row(int number, Word name, Word detail, Slots data, Act act)
    {
        if (data.ContainsKey("customer"))
        {
            data.Remove("customer_text");
        }

        return new { Number = number, Name = name, Detail = detail, Button = new Button(name, act.Frame.Intent, data) };
    }

    private static Slots Sure(Slots filled)
    {
        var data = new Slots(filled);
        data.Set("confirm", value: true);
        return data;
    }
}
