using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>
/// The customer that an order names: one that is there, or one that is made along with it. When it is in doubt which, there is a question
/// instead; yes to it comes back as <c>confirm</c>.
/// </summary>
internal sealed record NamedCustomer(Customer? Customer, bool IsNew, Reply? Ask)
{
    private const int MostOffered = 5;

    /// <summary>With <paramref name="confirmNew"/> also a name that resembles no other is asked about before a customer is made of it.</summary>
    public static async Task<NamedCustomer> ForAsync(Act act, bool confirmNew, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is { } known)
        {
            return new NamedCustomer(known, IsNew: false, null);
        }

        if (act.Frame.Ref("customer") is { } key && await act.Db.Customers.AnyAsync(c => c.Key == key, cancellationToken))
        {
            // A button of a card that is older than the customer's move to somebody else: its key is no name for a new one.
            return new NamedCustomer(null, IsNew: false, Act.Say("NotFound.gone", "Suggest.my_deals"));
        }

        var name = act.Slots.Text("customer")!.Trim();
        if (name.Length is < 2 or > 200)
        {
            return new NamedCustomer(null, false, Act.Say(new Word("Bad.customer_name", name[..Math.Min(name.Length, 40)])));
        }

        var sure = act.Slots.Flag("confirm") == true;
        var namesakes = await Namesakes.FindAsync(act.Db, name, Namesakes.Phone(act.Slots.Text("phone")), cancellationToken);
        var near = namesakes.Near.Where(c => act.Viewer.Sees(c.OwnerId)).Take(MostOffered).ToList();
        return namesakes.Same switch
        {
            { } same when act.Viewer.Sees(same.OwnerId) => new NamedCustomer(same, false, null),
            { } taken => new NamedCustomer(null, false, Collision(act, taken)),
            null when near.Count > 0 && !sure => new NamedCustomer(null, false, Offer(act, name, near)),
            null when confirmNew && !sure => new NamedCustomer(null, false, NewOne(act, name)),
            _ => new NamedCustomer(Add(act, name), true, null),
        };
    }

    private static Customer Add(Act act, string name)
    {
        var customer = new Customer
        {
            Key = Keys.New('C'), CreatedAt = act.Now, Name = name, OwnerId = act.Me.Id, Industry = act.Slots.Text("industry", 100), Region = act.Slots.Text("region", 100),
        };
        act.Db.Add(customer);
        return customer;
    }

    /// <summary>Somebody else has this customer: nothing is made, and both of them and the superior know (FU-11).</summary>
    private static Reply Collision(Act act, Customer taken)
    {
        var owner = act.Org.Find(taken.OwnerId)!;
        Word text = new("Customer.collision", taken.Name, owner);
        Word told = new("Customer.collision_told", act.Me, taken.Name, owner);
        var people = new[] { owner, act.Org.Superior(act.Me) }.OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id).DistinctBy(p => p.Id);
        return Act.Say(text) with { Notices = [.. people.Select(p => new Notice(p, new View("text", new { Title = (Word?)null, Paragraphs = new[] { told }, Buttons = Array.Empty<Button>() }, told)))] };
    }

    /// <summary>One question with a button: the three facts are kept, yes goes on with them.</summary>
    private static Reply NewOne(Act act, string name)
    {
        var filled = Orders.ToData(act.Frame);
        Word text = new("Customer.confirm_new", name);
        var data = new { Question = text, Facts = Array.Empty<object>(), Yes = new Button("Button.create_customer_too", act.Frame.Intent, Sure(filled), "positive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, text)) { Focus = act.Asking("confirm", filled) };
    }

    private static Reply Offer(Act act, string name, List<Customer> near)
    {
        var filled = Orders.ToData(act.Frame);
        Word text = new("Customer.near", name);
        var rows = near.Select((c, i) => Row(i + 1, new Word("Format.Plain", c.Name), new Word("Choice.Customer", c.LegalName ?? c.Industry ?? "", CustomerFacts.Owner(c)), new Slots(filled) { ["customer"] = c.Key }, act)).ToList();
        rows.Add(Row(rows.Count + 1, new Word("Customer.near_new", name), new Word("Customer.near_new_detail"), Sure(filled), act));
        return new Reply(new View("choose", new { Question = text, Rows = rows, Cancel = new Button("Button.cancel", "cancel") }, text))
        {
            Focus = act.Asking("customer", filled, [.. near.Select(c => c.Key)]),
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
