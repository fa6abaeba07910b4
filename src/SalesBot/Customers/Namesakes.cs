using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Customers;

/// <summary>
/// Customers that a new one may be a second copy of (FU-11). Looks at everybody's customers, not only at the visible ones: that two
/// people work on one customer is what it has to find.
/// </summary>
/// <param name="Same">Has this very name, written with other spaces, signs or case perhaps.</param>
/// <param name="Near">One name contains the other, or a contact has the same phone.</param>
internal sealed record Namesakes(Customer? Same, IReadOnlyList<Customer> Near)
{
    private const int Most = 20;

    public static async Task<Namesakes> FindAsync(SalesDb db, string name, string? phone, CancellationToken cancellationToken)
    {
        var tight = Letters(name);
        var customers = db.Customers.Include(c => c.Owner).Include(c => c.Contacts);
#pragma warning disable MA0011 // becomes the database's lower(), which takes no culture
        var found = await customers.Where(c => c.Name.Replace(" ", "").ToLower().Contains(tight) || c.LegalName!.Replace(" ", "").ToLower().Contains(tight)
            || c.EnglishName!.Replace(" ", "").ToLower().Contains(tight) || tight.Contains(c.Name.Replace(" ", "").ToLower())
            || (phone != null && c.Contacts.Any(k => k.Phone == phone))).OrderBy(c => c.Id).Take(Most).ToListAsync(cancellationToken);
#pragma warning restore MA0011
        var same = found.Find(c => Names(c).Any(n => Letters(n) == tight));
        return new Namesakes(same, [.. found.Where(c => c != same && c.Name.Length > 1)]);
    }

    /// <summary>A phone as it is kept: digits and a leading plus; null for what is no phone number.</summary>
    public static string? Phone(string? text)
    {
        var digits = new string([.. (text ?? "").Where(c => char.IsAsciiDigit(c) || c == '+')]);
        return digits.Length is >= 5 and <= 20 ? digits : null;
    }

    private static IEnumerable<string> Names(Customer customer) => new[] { customer.Name, customer.LegalName, customer.EnglishName }.OfType<string>().Concat(customer.Aliases);

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
