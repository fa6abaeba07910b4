using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Server.Import;

/// <summary>Who and what is known already, found by name without minding case, spaces and punctuation (<c>GTXPro</c> is <c>GTX Pro</c>).</summary>
internal sealed class KnownRecords
{
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Team> teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Product> products = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Natural), ImportedRow> rows = [];

    public static async Task<KnownRecords> LoadAsync(SalesDb db, CancellationToken stop)
    {
        var known = new KnownRecords();
        await foreach (var person in db.People.AsAsyncEnumerable().WithCancellation(stop))
        {
            known.Add(person);
        }

        await foreach (var team in db.Teams.AsAsyncEnumerable().WithCancellation(stop))
        {
            known.teams.TryAdd(Layouts.Plain(team.Name), team);
        }

        await foreach (var customer in db.Customers.Include(c => c.MergedInto).OrderBy(c => c.MergedIntoId != null).AsAsyncEnumerable().WithCancellation(stop))
        {
            known.Add(customer);
        }

        await foreach (var product in db.Products.AsAsyncEnumerable().WithCancellation(stop))
        {
            known.Add(product);
        }

        await foreach (var row in db.ImportedRows.AsAsyncEnumerable().WithCancellation(stop))
        {
            known.rows[(row.Source, row.Natural)] = row;
        }

        return known;
    }

    public Person? Person(string? name) => name is null ? null : people.GetValueOrDefault(Layouts.Plain(name));

    public Team? Team(string? name) => name is null ? null : teams.GetValueOrDefault(Layouts.Plain(name));

    public Customer? Customer(string? name) => name is null ? null : customers.GetValueOrDefault(Layouts.Plain(name));

    public Product? Product(string? name) => name is null ? null : products.GetValueOrDefault(Layouts.Plain(name));

    public ImportedRow? Row(string source, string natural) => rows.GetValueOrDefault((source, natural));

    public void Add(Person person)
    {
        people.TryAdd(Layouts.Plain(person.Name), person);
        if (person.EnglishName is { } english)
        {
            people.TryAdd(Layouts.Plain(english), person);
        }
    }

    public void Add(Team team) => teams.TryAdd(Layouts.Plain(team.Name), team);

    public void Add(Customer customer)
    {
        foreach (var name in new[] { customer.Name, customer.LegalName, customer.EnglishName }.OfType<string>().Concat(customer.Aliases))
        {
            // What was merged is called so, but it is the other one.
            customers.TryAdd(Layouts.Plain(name), customer.MergedInto ?? customer);
        }
    }

    public void Add(Product product)
    {
        foreach (var name in product.Aliases.Prepend(product.Name))
        {
            products.TryAdd(Layouts.Plain(name), product);
        }
    }

    public void Add(ImportedRow row) => rows[(row.Source, row.Natural)] = row;

    /// <summary>The same row gives the same key on every machine: a letter for the kind and 12 hexadecimal digits of a hash.</summary>
    public static string Key(char kind, string source, string natural) => kind + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source + "/" + natural)))[..12];
}
