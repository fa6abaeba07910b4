using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Privacy;

/// <summary>
/// Erases who a contact is on request (CU-16): name, title, ways to reach, motive go, and their name out of what was written with the customer; deals, sums and days stay as they are.
/// Read back first, and not undone: nothing of it is written into the trail.
/// </summary>
internal sealed class EraseContact : Command
{
    /// <summary>What stands where the name stood.</summary>
    public const string Gone = "***";

    public override CommandSpec Spec { get; } = new("erase_contact", Permission.Administer) { AsksItself = true, Requires = ["customer"], Undoable = false, Straight = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var key = act.Frame.Ref("contact") ?? act.Frame.Ref("person");
        var alive = customer.Contacts.FindAll(c => c.ErasedAt is null);
        if (alive.Find(c => c.Key == key) is not { } contact)
        {
            return Which(act, customer, alive);
        }

        if (act.Slots.Flag("confirm") != true)
        {
            return ReadBack(act, customer, contact);
        }

        var texts = await ErasedText.RunAsync(act.Db, customer.Id, [contact.Name, .. contact.Aliases], cancellationToken);
        await act.Db.Contacts.Where(c => c.Id == contact.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Name, Gone).SetProperty(c => c.Title, (string?)null).SetProperty(c => c.Motive, (string?)null)
            .SetProperty(c => c.Phone, (string?)null).SetProperty(c => c.Email, (string?)null).SetProperty(c => c.Aliases, new List<string>()), cancellationToken);
        await act.Db.Entry(contact).ReloadAsync(cancellationToken);
        contact.ErasedAt = act.Now;
        Word text = new("Erase.done", customer.Name, texts);
        return new Reply(new View("text", new { Title = new Word("Command.erase_contact"), Paragraphs = new[] { text } }, text)) { Focus = act.About(customer), InPlace = act.PressedCard is not null };
    }

    private static Reply ReadBack(Act act, Customer customer, Contact contact)
    {
        var filled = new Slots { ["customer"] = customer.Key, ["contact"] = contact.Key };
        Word question = new("Erase.question", contact.Name, customer.Name);
        LaidFact[] facts = [new("Erase.goes", new Word("Erase.what")), new("Erase.stays", new Word("Erase.what_stays"))];
        var data = new { Question = question, Facts = facts, Yes = new Button("Button.erase", "erase_contact", new Slots(filled) { ["confirm"] = "true" }, "destructive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, question)) { Focus = act.Asking("confirm", filled) };
    }

    private static Reply Which(Act act, Customer customer, IReadOnlyList<Contact> contacts)
    {
        Word text = contacts.Count == 0 ? new("Relation.no_contact", customer.Name) : new("Relation.which_contact");
        var buttons = contacts.Take(10).Select(c => new Button(new Word("Format.Plain", c.Name), "erase_contact", new Slots { ["customer"] = customer.Key, ["contact"] = c.Key })).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.erase_contact"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus.Settled() };
    }
}
