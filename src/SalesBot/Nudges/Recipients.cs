using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>Whom a rule tells, by what they are to the record or in the company; a person's key is that person.</summary>
internal static class Recipients
{
    public const string Owner = "owner", Superior = "superior", Director = "director", Finance = "finance", CustomerSuccess = "customer_success", Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Owner, Superior, Director, Finance, CustomerSuccess, Admin];

    /// <summary>The active people of these names, each once. Where a superior or director would be the owner, or there is none, the next above.</summary>
    public static IReadOnlyList<Person> Of(IEnumerable<string> names, Person? owner, OrgChart org) =>
        [.. names.SelectMany(name => Of(name, owner, org)).Where(p => p.Active).DistinctBy(p => p.Id)];

    /// <summary>The name as people read it.</summary>
    public static object Said(string name, OrgChart org) => All.Contains(name, StringComparer.Ordinal) ? new Word("Recipient." + name) : (object?)org.Find(name) ?? name;

    /// <summary>The same of several records, each of which has its own.</summary>
    public static object Each(string name, OrgChart org) => name is Owner or Superior ? new Word("Recipients." + name) : Said(name, org);

    private static IEnumerable<Person> Of(string name, Person? owner, OrgChart org) => name switch
    {
        Owner => owner is { Active: true } ? [owner] : owner is null ? [] : Above(owner, org).Take(1),
        Superior => owner is null ? [] : Above(owner, org).Take(1),
        Director => owner is null ? org.With(Role.Director) : Above(owner, org).Where(p => p.Role == Role.Director).Take(1).DefaultIfEmpty(org.With(Role.Director).FirstOrDefault()).OfType<Person>(),
        Finance => org.Finance,
        CustomerSuccess => org.CustomerSuccess,
        Admin => org.Administrators,
        _ => org.Find(name) is { } person ? [person] : [],
    };

    private static IEnumerable<Person> Above(Person person, OrgChart org)
    {
        for (var above = org.Superior(person); above is not null; above = org.Superior(above))
        {
            yield return above;
        }
    }
}
