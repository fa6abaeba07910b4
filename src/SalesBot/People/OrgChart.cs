using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.People;

/// <summary>
/// The company's people and lines of report, in memory; small, read by each turn, rebuilt when somebody is changed.
/// Entities in it are detached: attach none of them to a unit of work.
/// </summary>
internal sealed class OrgChart
{
    private static readonly Role[] SeeAll = [Role.Director, Role.Legal, Role.Finance, Role.CustomerSuccess, Role.Admin];
    private readonly Dictionary<long, Person> byId;
    private readonly Dictionary<string, Person> byKey;
    private readonly ILookup<long, Person> reports;
    private readonly Dictionary<long, Viewer> viewers = [];

    private OrgChart(List<Person> people)
    {
        byId = people.ToDictionary(p => p.Id);
        byKey = people.ToDictionary(p => p.Key, StringComparer.Ordinal);
        reports = people.Where(p => p.ManagerId is not null).ToLookup(p => p.ManagerId!.Value);
        foreach (var person in people)
        {
            viewers[person.Id] = new Viewer(person, SeeAll.Contains(person.Role) ? null : Below(person));
        }
    }

    public IEnumerable<Person> Everybody => byId.Values;

    public static async Task<OrgChart> LoadAsync(SalesDb db, CancellationToken cancellationToken) =>
        new(await db.People.AsNoTracking().Include(p => p.Team).ToListAsync(cancellationToken));

    public Person? Find(string? key) => key is not null && byKey.TryGetValue(key, out var person) ? person : null;

    public Person? Find(long? id) => id is not null && byId.TryGetValue(id.Value, out var person) ? person : null;

    public Viewer Viewer(Person person) => viewers[person.Id];

    /// <summary>The direct superior, skipping people who left; null at the top.</summary>
    public Person? Superior(Person person)
    {
        var seen = new HashSet<long> { person.Id };
        for (var above = Find(person.ManagerId); above is not null && seen.Add(above.Id); above = Find(above.ManagerId))
        {
            if (above.Active)
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>The active people of a role, in a stable order.</summary>
    public IReadOnlyList<Person> With(Role role) =>
        [.. byId.Values.Where(p => p.Active && p.Role == role).OrderBy(p => p.Id)];

    public IReadOnlyList<Person> Finance => With(Role.Finance);

    public IReadOnlyList<Person> CustomerSuccess => With(Role.CustomerSuccess);

    public IReadOnlyList<Person> Administrators => With(Role.Admin);

    private HashSet<long> Below(Person person)
    {
        var ids = new HashSet<long> { person.Id };
        var open = new Stack<long>(ids);
        while (open.TryPop(out var id))
        {
            foreach (var report in reports[id].Where(r => ids.Add(r.Id)))
            {
                open.Push(report.Id);
            }
        }

        return ids;
    }
}
