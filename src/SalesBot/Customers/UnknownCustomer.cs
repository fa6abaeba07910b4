using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>
/// An order about a customer that is not there, or not to be seen, which sounds the same: it is said so, the nearest names are offered for the same
/// order, and a new customer of that name, after which the order goes on.
/// </summary>
internal static class UnknownCustomer
{
    /// <summary>The slot that names the order which waits for the new customer; its own slots stand behind this and a dot.</summary>
    private const string Then = "then";

    public static async Task<Reply> AskAsync(Act act, CommandSpec spec, string name, CancellationToken cancellationToken)
    {
        var filled = Orders.ToData(act.Frame);
        filled.Remove("customer");
        filled.Remove("customer_text");
        var near = await Choice.DescribeAsync(act.Db, act.Org, act.Viewer, act.Frame.Near, cancellationToken);
        Word text = near.Count > 0 ? new("Customer.unknown_near", Excerpt.Of(name)) : new("NotFound.customer", Excerpt.Of(name));
        var rows = near.Select((c, i) => new Row(i + 1, new Word("Format.Plain", c.Name), c.Detail, new Button(new Word("Format.Plain", c.Name), act.Frame.Intent, new Slots(filled) { ["customer"] = c.Key }))).ToList();
        if (act.Me.May(Permission.WriteSales))
        {
            rows.Add(NewOne(rows.Count + 1, name, spec.Changes ? act.Frame.Intent : null, filled));
        }

        var focus = act.Focus with { Pending = act.Frame.Intent, Asked = "customer", Filled = filled, Choices = [.. near.Select(c => c.Key)] };
        return rows.Count == 0 ? Act.Say(text, "Suggest.my_deals") with { Focus = focus }
            : new Reply(new View("choose", new { Question = text, Rows = rows, Cancel = new Button("Button.cancel", "cancel") }, text)) { Focus = focus };
    }

    /// <summary>Once the customer is there: a button that goes on with the order that named it; null when none waits.</summary>
    public static Button? GoOn(Act act, Customer customer)
    {
        if (act.Slots.Text(Then) is not { } intent)
        {
            return null;
        }

        var data = new Slots { ["customer"] = customer.Key };
        foreach (var (slot, value) in act.Slots.Where(s => s.Key.StartsWith(Then + ".", StringComparison.Ordinal)))
        {
            data[slot[(Then.Length + 1)..]] = value;
        }

        return new Button(new Word("Button.go_on", new Word("Command." + intent)), intent, data, "positive");
    }

    private static Row NewOne(int number, string name, string? then, Slots filled)
    {
        var data = new Slots { ["customer_text"] = name };
        if (then is not null)
        {
            data[Then] = then;
            foreach (var (slot, value) in filled)
            {
                data[$"{Then}.{slot}"] = value;
            }
        }

        Word title = new("Customer.near_new", Excerpt.Of(name));
        return new Row(number, title, number == 1 ? "Customer.near_new_only" : new Word("Customer.near_new_detail"), new Button(title, "create_customer", data));
    }

    private sealed record Row(int Number, Word Name, Word Detail, Button Button);
}
