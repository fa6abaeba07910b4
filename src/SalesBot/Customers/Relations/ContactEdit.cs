using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Relations;

/// <summary>One fact of a contact on record (CU-07): whose contact it is follows from who is named; of several that fit one is chosen.</summary>
/// <param name="id">Of the command.</param>
/// <param name="slot">That holds the fact.</param>
internal abstract class ContactEdit(string id, string slot) : Command
{
    public override CommandSpec Spec { get; } = new(id, Permission.FollowUp) { Requires = ["customer", slot], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (!act.MayChange(customer) && !act.Me.May(Permission.Serve))
        {
            return CustomerRights.Refuse(act, customer)!;
        }

        var key = act.Frame.Ref("contact") ?? act.Frame.Ref("person");
        var alive = customer.Contacts.FindAll(c => c.ErasedAt is null);
        if ((alive.Find(c => c.Key == key) ?? (key is null && alive.Count == 1 ? alive[0] : null)) is not { } contact)
        {
            return alive.Count == 0 ? Act.Say(new Word("Relation.no_contact", customer.Name)) : Which(act, alive);
        }

        if (Put(act, contact) is { } ask)
        {
            return ask;
        }

        return act.Receipt("Receipt.contact", customer.Name, new Word("Format.Plain", contact.Name), new Button("Button.relationship_map", "relationship_map", new Slots { ["customer"] = customer.Key })) with
        {
            Focus = act.About(customer),
        };
    }

    /// <summary>Writes the fact down, or asks for another.</summary>
    protected abstract Reply? Put(Act act, Contact contact);

    private Reply Which(Act act, IReadOnlyList<Contact> contacts)
    {
        var known = Orders.ToData(act.Frame);
        known.Remove("person");
        known.Remove("person_text");
        var buttons = contacts.Take(7).Select(c => new Button(new Word("Format.Plain", c.Name), Spec.Id, new Slots(known) { ["contact"] = c.Key })).ToList();
        Word text = "Relation.which_contact";
        return new Reply(new View("text", new { Title = new Word("Command." + Spec.Id), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus.Settled() };
    }
}

/// <summary>What somebody has to say in a purchase.</summary>
internal sealed class SetRole() : ContactEdit("set_role", "role")
{
    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken) =>
        slot == "role" ? Task.FromResult<Reply?>(Roles(act, new Word("Ask.set_role.role"))) : base.OfferAsync(act, slot, cancellationToken);

    protected override Reply? Put(Act act, Contact contact)
    {
        var said = act.Slots.Text("role")!;
        if (Enum.TryParse<BuyingRole>(SegmentWords.Find("role", said) ?? said, ignoreCase: true, out var role) && Enum.IsDefined(role))
        {
            contact.Role = role;
            return null;
        }

        return Roles(act, new Word("Relation.no_role", Excerpt.Of(said)));
    }

    private static Reply Roles(Act act, Word text)
    {
        var known = Orders.ToData(act.Frame);
        known.Remove("role");
        var buttons = Enum.GetValues<BuyingRole>().Select(role => new Button(new Word("BuyingRole." + role), "set_role", new Slots(known) { ["role"] = role.ToString() })).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.set_role"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("role", known) };
    }
}

/// <summary>What somebody does there.</summary>
internal sealed class SetTitle() : ContactEdit("set_title", "title")
{
    protected override Reply? Put(Act act, Contact contact)
    {
        contact.Title = act.Slots.Text("title", 100);
        return null;
    }
}

/// <summary>Why somebody would buy.</summary>
internal sealed class SetMotive() : ContactEdit("set_motive", "motive")
{
    protected override Reply? Put(Act act, Contact contact)
    {
        contact.Motive = act.Slots.Text("motive", 400);
        return null;
    }
}
