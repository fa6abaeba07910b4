using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Tells people that a customer left them or came to them; nobody is told of what they did themselves.</summary>
internal static class Handover
{
    public static IReadOnlyList<Notice> Tell(Act act, Customer customer, long? from, long? to = null) =>
        [.. One(act, customer, from, "Customer.went"), .. One(act, customer, to, "Customer.came")];

    private static IEnumerable<Notice> One(Act act, Customer customer, long? person, string word)
    {
        if (person != act.Me.Id && act.Org.Find(person) is { Active: true } told)
        {
            Word text = new(word, customer.Name, act.Me);
            Button[] buttons = word == "Customer.came" ? [new Button("Button.open", "show_customer", new Slots { ["customer"] = customer.Key })] : [];
            yield return new Notice(told, new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text));
        }
    }
}
