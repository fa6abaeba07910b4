using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Customers;

internal static class NewContact
{
    /// <summary>Adds the contact that an order names at this customer; one of that name gets what was not known of it. Null when none was named.</summary>
    public static Contact? Add(Act act, Customer customer)
    {
        var name = act.Slots.Text("contact_name", 100) ?? act.Slots.Text("person", 100) ?? act.Slots.Text("contact", 100);
        if (name is null || act.Org.Find(act.Frame.Ref("person")) is not null)
        {
            return null;
        }

        var contact = customer.Contacts.Find(c => c.Name == name);
        if (contact is null)
        {
            contact = new Contact { Key = Keys.New('K'), CreatedAt = act.Now, Name = name, Customer = customer };
            act.Db.Add(contact);
        }

        contact.Phone = Namesakes.Phone(act.Slots.Text("phone")) ?? contact.Phone;
        contact.Email = act.Slots.Text("email", 200) ?? contact.Email;
        contact.Title = act.Slots.Text("title", 100) ?? contact.Title;
        contact.Motive = act.Slots.Text("motive", 400) ?? contact.Motive;
        return contact;
    }
}
