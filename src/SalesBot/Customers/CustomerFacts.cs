using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Facts of a customer as cards and answers say them.</summary>
internal static class CustomerFacts
{
    /// <summary>Name, title and the ways to reach, those that are known.</summary>
    public static Word Contact(Contact contact) =>
        new("Customer.contact", contact.Name, string.Join(" · ", new[] { contact.Title, contact.Phone, contact.Email }.OfType<string>()));

    public static object Owner(Customer customer) => (object?)customer.Owner ?? new Word("Customer.pool");

    /// <summary>The answer to a question for one field; null for a field that is asked for in no other way than by the card.</summary>
    public static Word? Answer(Customer customer, string? field) => field switch
    {
        "contact" => Say("contact", [.. customer.Contacts.Select(Contact)]),
        "phone" => Say("phone", [.. customer.Contacts.Where(c => c.Phone is not null).Select(c => new Word("Customer.reach", c.Name, c.Phone))]),
        "email" => Say("email", [.. customer.Contacts.Where(c => c.Email is not null).Select(c => new Word("Customer.reach", c.Name, c.Email))]),
        "owner" => Say("owner", [Owner(customer)]),
        "address" => Say("address", customer.Region is { } region ? [region] : []),
        "tax_id" => Say("tax_id", customer.TaxId is { } tax ? [tax] : []),
        "history" => Say("history", customer.LastInteractionAt is { } last ? [last] : []),
        _ => null,
    };

    private static Word Say(string field, IReadOnlyList<object> values) =>
        new("Customer.answer", new Word("Customer.field." + field), values.Count > 0 ? values : new Word("Format.Unknown"));
}
