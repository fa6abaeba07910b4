using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Language.Names;

namespace SalesBot.Splits;

/// <summary>
/// How alike two deals are by what they are called, simple enough to be explained: without their customer's name, digits and signs, the share of letter pairs
/// (or of whole words) that both have. Deals of one product are alike, and so are two that are called by nothing but their customer.
/// </summary>
internal static class Likeness
{
    private const int LeastPrefix = 4;

    /// <summary>0 nothing in common, 1 the same. Customers and their products must be loaded.</summary>
    public static double Of(Deal one, Deal other)
    {
        if (one.ProductId is { } product && product == other.ProductId)
        {
            return 1;
        }

        var (first, second) = (Own(one), Own(other));
        return first.Length == 0 || second.Length == 0 ? first == second ? 1 : 0 : Math.Max(Share(Pairs(first), Pairs(second)), Share(Words(first), Words(second)));
    }

    /// <summary>One firm: the same record, one tax id, a telephone of both, or one's name the beginning of the other's (a branch of it).</summary>
    public static bool AreOneFirm(Customer? one, Customer? other) =>
        one is not null && other is not null && (one.Id == other.Id || one == other
        || (one.TaxId is not null && one.TaxId == other.TaxId)
        || Phones(one).Intersect(Phones(other), StringComparer.Ordinal).Any()
        || Parent(one, other) || Parent(other, one));

    /// <summary>What <see cref="AreOneFirm"/> compares, each with a letter for what it is; names that are too short to tell are left out.</summary>
    public static IEnumerable<string> Marks(Customer customer) =>
        Names(customer).Where(name => name.Length >= LeastPrefix).Select(name => "n" + name).Concat(Phones(customer).Select(phone => "p" + phone)).Concat(customer.TaxId is { } tax ? ["t" + tax] : []);

    private static IEnumerable<string> Phones(Customer customer) => customer.Contacts.Select(c => Namesakes.Phone(c.Phone)).OfType<string>();

    private static bool Parent(Customer one, Customer other) =>
        Names(one).Any(name => name.Length >= LeastPrefix && Names(other).Any(longer => longer.StartsWith(name, StringComparison.Ordinal)));

    private static IEnumerable<string> Names(Customer customer) =>
        new[] { customer.Name, customer.LegalName, customer.EnglishName }.OfType<string>().Select(name => CompanyForms.Core(name.ToLowerInvariant())).Distinct(StringComparer.Ordinal);

    /// <summary>Its own part of the name, in lower case: letters, with a blank for whatever else stands between them.</summary>
    private static string Own(Deal deal)
    {
        var name = deal.Name.ToLowerInvariant();
        var customer = new[] { deal.Customer?.LegalName, deal.Customer?.Name, deal.Customer?.EnglishName }.Concat(deal.Customer?.Aliases ?? []);
        name = customer.OfType<string>().Where(called => called.Length > 1).OrderByDescending(called => called.Length).Aggregate(name, (text, called) => text.Replace(called.ToLowerInvariant(), " ", StringComparison.Ordinal));
        return string.Join(' ', new string([.. name.Select(c => char.IsLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static HashSet<string> Pairs(string text) => text.Length == 1 ? [text] : [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2)).Where(pair => !pair.Contains(' ', StringComparison.Ordinal))];

    private static HashSet<string> Words(string text) => [.. text.Split(' ')];

    /// <summary>Dice: twice what both have, of what they have together.</summary>
    private static double Share(HashSet<string> one, HashSet<string> other) => one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
