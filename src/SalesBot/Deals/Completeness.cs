using System.Linq.Expressions;
using SalesBot.Customers;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>How much of what a record should say is there (FU-12): fields that are filled ÷ fields that count, and which are missing, by the names of <see cref="Gaps"/>.</summary>
/// <param name="Fields">All that count, in the order in which they are asked for.</param>
internal sealed record Completeness(IReadOnlyList<string> Fields, IReadOnlyList<string> Missing)
{
    private static readonly string[] OfDeals = ["customer", "amount", "close_date", "contact", "next_step"];
    private static readonly string[] OfCustomers = ["contact", "title", "phone", "motive", "industry", "region", "tax_id"];

    /// <summary>True for a deal that lacks something; in the database.</summary>
    public static Expression<Func<Deal, bool>> Lacks { get; } = d => d.CustomerId == null || d.Amount == null || d.CloseDate == null || d.NextStep == null || !d.Customer!.Contacts.Any();

    /// <summary>The same for a customer.</summary>
    public static Expression<Func<Customer, bool>> CustomerLacks { get; } = c =>
        c.Industry == null || c.Region == null || c.TaxId == null || !c.Contacts.Any(k => k.Title != null) || !c.Contacts.Any(k => k.Phone != null) || !c.Contacts.Any(k => k.Motive != null);

    public int Filled => Fields.Count - Missing.Count;

    public double Share => (double)Filled / Fields.Count;

    /// <summary>Share, count and what is missing, in one line.</summary>
    public Word Said => Missing.Count == 0 ? new Word("Complete.all", Share, Filled, Fields.Count) : new Word("Complete.some", Share, Filled, Fields.Count, Gaps.Said(Missing));

    /// <summary>Needs the customer's contacts loaded.</summary>
    public static Completeness Of(Deal deal) => Of(OfDeals, field => field switch
    {
        "customer" => deal.Customer is not null,
        "amount" => deal.Amount is not null,
        "close_date" => deal.CloseDate is not null,
        "contact" => deal.Customer?.Contacts.Count > 0,
        _ => deal.NextStep is not null,
    });

    /// <summary>Needs the contacts loaded.</summary>
    public static Completeness Of(Customer customer) => Of(OfCustomers, field => field switch
    {
        "contact" => customer.Contacts.Count > 0,
        "title" => customer.Contacts.Exists(c => c.Title is not null),
        "phone" => customer.Contacts.Exists(c => c.Phone is not null),
        "motive" => customer.Contacts.Exists(c => c.Motive is not null),
        "industry" => customer.Industry is not null,
        "region" => customer.Region is not null,
        _ => customer.TaxId is not null,
    });

    private static Completeness Of(string[] fields, Func<string, bool> filled) => new(fields, [.. fields.Where(field => !filled(field))]);
}
