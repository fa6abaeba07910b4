using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Customers;

/// <summary>
/// Customers that a new one may be a second copy of (FU-11). Looks at everybody's customers, not only at the visible ones: that two
/// people work on one customer is what it has to find.
/// </summary>
/// <param name="Same">Has this very name, written with other spaces, signs, case or width perhaps.</param>
/// <param name="Near">One name contains the other, or a contact has the same phone, or the tax id is the same.</param>
/// <param name="Alike">Of those, the ones that are most likely the same company.</param>
internal sealed record Namesakes(Customer? Same, IReadOnlyList<Customer> Near, IReadOnlyList<Customer> Alike)
{
    private const int Most = 20;
    private const string China = "86";

    /// <summary>Phone and tax id are given as they are kept, or null.</summary>
    public static async Task<Namesakes> FindAsync(SalesDb db, string name, string? phone, string? taxId, CancellationToken cancellationToken)
    {
        var (tight, core) = (CompanyName.Letters(name), CompanyName.Core(name));
        var customers = db.Customers.Include(c => c.Owner).Include(c => c.Contacts);
#pragma warning disable MA0011 // becomes the database's lower(), which takes no culture
        var found = await customers.Where(c => c.MergedIntoId == null).Where(c => c.Name.Replace(" ", "").ToLower().Contains(core) || c.LegalName!.Replace(" ", "").ToLower().Contains(core)
            || c.EnglishName!.Replace(" ", "").ToLower().Contains(core) || tight.Contains(c.Name.Replace(" ", "").ToLower())
            || db.Customers.Any(gone => gone.MergedIntoId == c.Id && gone.Name.Replace(" ", "").ToLower().Contains(core))
            || (phone != null && c.Contacts.Any(k => k.Phone == phone)) || (taxId != null && c.TaxId == taxId)).OrderBy(c => c.Id).Take(Most).ToListAsync(cancellationToken);
#pragma warning restore MA0011
        var same = found.Find(c => Names(c).Any(n => CompanyName.Letters(n) == tight));
        var near = found.Where(c => c != same && c.Name.Length > 1).ToList();
        return new Namesakes(same, near, [.. near.Where(c => IsAlike(c, name, phone, taxId))]);
    }

    public static bool IsAlike(Customer customer, string name, string? phone, string? taxId) =>
        Names(customer).Any(n => CompanyName.AreAlike(n, name)) || (taxId is not null && customer.TaxId == taxId) || (phone is not null && customer.Contacts.Exists(c => c.Phone == phone));

    /// <summary>A phone as it is kept: digits and a leading plus, a Chinese mobile without its country; null for what is no phone number (FU-12).</summary>
    public static string? Phone(string? text)
    {
        var digits = new string([.. (text ?? "").Normalize(NormalizationForm.FormKC).Where(c => char.IsAsciiDigit(c) || c == '+')]);
        var bare = digits.TrimStart('+').TrimStart('0');
        return bare.Length == 13 && bare.StartsWith(China, StringComparison.Ordinal) && bare[2] == '1' ? bare[2..] : digits.Length is >= 5 and <= 20 ? digits : null;
    }

    private static IEnumerable<string> Names(Customer customer) => new[] { customer.Name, customer.LegalName, customer.EnglishName }.OfType<string>().Concat(customer.Aliases);
}
