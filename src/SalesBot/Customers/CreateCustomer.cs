using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Makes a customer, with its first contact when one was named. One that is there already is shown instead, one that looks alike is offered.</summary>
internal sealed class CreateCustomer : Command
{
    public override CommandSpec Spec { get; } = new("create_customer", Permission.WriteSales) { Requires = ["customer"], MayName = ["customer"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var named = await NamedCustomer.ForAsync(act, confirmNew: false, cancellationToken);
        if (named.Ask is { } ask)
        {
            return ask;
        }

        var customer = named.Customer!;
        if (!named.IsNew && act.Slots.Text("field") == "contact" && NewContact.Add(act, customer) is not null)
        {
            return act.Receipt("Receipt.contact", customer.Name) with { As = "add_contact", Focus = act.About(customer) };
        }

        if (!named.IsNew)
        {
            return await CustomerCard.ReplyAsync(act, customer, new Word("Customer.exists", customer.Name), cancellationToken);
        }

        Note(act, customer);
        var contact = NewContact.Add(act, customer);
        Word? note = act.Slots.Text("phone") is { } phone && Namesakes.Phone(phone) is null ? new Word("Bad.phone", phone) : contact is null ? new Word("Customer.complete_later") : null;
        Slots about = new() { ["customer"] = customer.Key };
        Button[] next = [new("Button.new_deal", "create_deal", about), new("Button.add_contact", "add_contact", about)];
        var receipt = act.Receipt("Receipt.customer", customer.Name, note, UnknownCustomer.GoOn(act, customer) is { } goOn ? [goOn, .. next] : next) with
        {
            Focus = act.Focus.Settled() with { Customer = customer.Key, Deal = null },
        };
        return named.WithCollision(act, receipt);
    }

    /// <summary>What they want is the first thing that is known of them.</summary>
    private static void Note(Act act, Customer customer)
    {
        if (act.Slots.Text("content", 4000) is { } content)
        {
            var source = act.Slots.Text("source", 100) is { } from && !content.Contains(from, StringComparison.OrdinalIgnoreCase) ? from + ": " : "";
            act.Db.Add(new FollowUp { Key = Keys.New('F'), CreatedAt = act.Now, Customer = customer, AuthorId = act.Me.Id, Content = source + content, HappenedAt = act.Now });
        }
    }
}
