using SalesBot.Customers;

namespace SalesBot.Splits;

/// <summary>
/// Which of many customers may be one firm, by what <see cref="Likeness.AreOneFirm"/> looks at, without comparing each with each: after an import of thousands of deals that took seconds for every look.
/// </summary>
internal sealed class Firms
{
    private readonly Dictionary<long, HashSet<long>> near;

    public Firms(IEnumerable<Customer> customers)
    {
        var all = customers.DistinctBy(c => c.Id).ToList();
        near = all.ToDictionary(c => c.Id, c => new HashSet<long> { c.Id });
        var called = all.SelectMany(c => Likeness.Marks(c).Select(mark => (mark, c.Id))).ToLookup(m => m.mark, m => m.Id, StringComparer.Ordinal);
        foreach (var (customer, other) in all.SelectMany(c => Likeness.Marks(c).SelectMany(Beginnings).Distinct(StringComparer.Ordinal).SelectMany(mark => called[mark]).Select(other => (c.Id, other))))
        {
            near[customer].Add(other);
            near[other].Add(customer);
        }
    }

    /// <summary>The customer's own number is among them.</summary>
    public IEnumerable<long> Of(long customer) => near[customer];

    /// <summary>A mark itself and, as a branch is called after its firm, what it begins with.</summary>
    private static IEnumerable<string> Beginnings(string mark) => Enumerable.Range(1, mark.Length).Select(length => mark[..length]);
}
