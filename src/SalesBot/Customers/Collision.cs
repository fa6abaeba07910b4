using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Two people on one customer (FU-11): the other one and the superiors of both get a card; whoever acts reads it in the answer.</summary>
internal static class Collision
{
    /// <summary>The owners of these records are told, with whoever leads them and the one who acts.</summary>
    /// <param name="told">What happened, to be read by each of them.</param>
    /// <param name="copy">The second copy that was made all the same: whoever leads and sees both may merge them from the card.</param>
    public static IReadOnlyList<Notice> Tell(Act act, Customer customer, IEnumerable<Person?> owners, Word told, Customer? copy = null)
    {
        var others = owners.OfType<Person>().Where(p => p.Id != act.Me.Id).ToList();
        var people = others.Concat(others.Append(act.Me).Select(p => act.Org.Superior(p)).OfType<Person>()).Where(p => p.Active && p.Id != act.Me.Id).DistinctBy(p => p.Id);
        return [.. people.Select(p => new Notice(p, Card(act.Org.Viewer(p), customer, told, copy)))];
    }

    /// <summary>Somebody else has this customer: nothing is made.</summary>
    public static Reply Refuse(Act act, Customer taken)
    {
        var owner = act.Org.Find(taken.OwnerId)!;
        return Act.Say(new Word("Customer.collision", taken.Name, owner)) with { Focus = act.Focus.Settled(), Notices = Tell(act, taken, [owner], new Word("Customer.collision_told", act.Me, taken.Name, owner)) };
    }

    private static View Card(Viewer reader, Customer customer, Word told, Customer? copy)
    {
        Button[] open = reader.Sees(customer.OwnerId) ? [new Button("Button.open", "show_customer", new Slots { ["customer"] = customer.Key })] : [];
        Button[] merge = copy is not null && reader.Person.May(Permission.ManageTeam) && reader.Sees(customer.OwnerId) && reader.Sees(copy.OwnerId)
            ? [new Button("Button.merge", "merge_customers", new Slots { ["customer"] = copy.Key, ["into"] = customer.Key })] : [];
        return new View("text", new { Title = new Word("Customer.collision_title", customer.Name), Paragraphs = new[] { told }, Buttons = open.Concat(merge).ToList() }, told);
    }
}
