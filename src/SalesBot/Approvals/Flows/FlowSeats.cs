using System.Globalization;
using System.Text.Json;
using SalesBot.People;

namespace SalesBot.Approvals.Flows;

/// <summary>
/// Who is meant by a step: <c>person:P7</c>; <c>role:legal</c> all of a role; <c>head:legal</c> its head; <c>superior</c> the submitter's, <c>superior:2</c>
/// the one above that; <c>above:regional_manager</c> the nearest superior of that role, else the direct one; <c>department_head</c> the last one below the top; <c>chain:3</c>
/// and <c>chain:director</c> one superior after the other, each a step of its own.
/// </summary>
internal static class FlowSeats
{
    private const string Chain = "chain";

    /// <summary>
    /// Nobody decides on what they submitted, nor who has left: it goes one level up; where nobody is found it goes to an admin, and where there is
    /// none to finance. Empty when the company has nobody else.
    /// </summary>
    public static IReadOnlyList<Person> Find(OrgChart org, FlowStep step, Person submitter)
    {
        var found = step.Who.SelectMany(who => Wanted(org, who, submitter)).Select(p => Standing(org, p, submitter)).OfType<Person>().Where(p => p.May(Permission.Decide)).DistinctBy(p => p.Id).ToList();
        return found.Count > 0 ? found : [.. org.With(Role.Admin).Concat(org.Finance).Where(a => a.Id != submitter.Id).Take(1)];
    }

    /// <summary>The steps as this submitter's way goes: a chain becomes a step for each superior on it.</summary>
    public static IReadOnlyList<FlowStep> Spread(OrgChart org, Flow flow, Person submitter) =>
        [.. flow.Steps.SelectMany(step => step.Who.FirstOrDefault(who => Parts(who).Kind == Chain) is { } chain ? Links(org, chain, submitter).Select(who => step with { Who = [who] }) : [step])];

    /// <summary>Why nobody can be meant by it; null when somebody can.</summary>
    public static bool IsSound(string who) => Parts(who) switch
    {
        ("superior" or "department_head", null) => true,
        ("superior", { } levels) => IsNumber(levels),
        (Chain, { } upTo) => IsNumber(upTo) || RoleOf(upTo) is not null,
        ("role" or "head" or "above", { } role) => RoleOf(role) is not null,
        ("person", { Length: > 0 }) => true,
        _ => false,
    };

    public static (string Kind, string? Of) Parts(string who) => who.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (who[..at], who[(at + 1)..]) : (who, null);

    public static string NameOf(Role role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());

    public static Role? RoleOf(string name) => Enum.GetValues<Role>().Where(role => NameOf(role) == name).Select(role => (Role?)role).FirstOrDefault();

    /// <summary>Of a department's people the first who does not report to another of them.</summary>
    public static Person? Head(OrgChart org, Role role)
    {
        var people = org.With(role);
        return people.FirstOrDefault(p => org.Superior(p)?.Role != role) ?? (people.Count > 0 ? people[0] : null);
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 20;

    private static Person?[] Wanted(OrgChart org, string who, Person submitter) => Parts(who) switch
    {
        ("person", { } key) => [org.Find(key)],
        ("role", { } name) when RoleOf(name) is { } role => [.. org.With(role)],
        ("head", { } name) when RoleOf(name) is { } role => [Head(org, role)],
        ("superior", var levels) => [Superiors(org, submitter).ElementAtOrDefault((levels is null ? 1 : int.Parse(levels, CultureInfo.InvariantCulture)) - 1)],
        ("above", { } name) when RoleOf(name) is { } role => [Superiors(org, submitter).FirstOrDefault(p => p.Role == role) ?? org.Superior(submitter) ?? Head(org, Role.Director)],
        ("department_head", _) => [DepartmentHead(org, submitter)],
        _ => [],
    };

    private static Person? Standing(OrgChart org, Person? wanted, Person submitter)
    {
        var person = wanted is { Active: false } ? org.Superior(wanted) : wanted;
        return person?.Id == submitter.Id ? org.Superior(person) : person;
    }

    /// <summary>The direct one first.</summary>
    private static IEnumerable<Person> Superiors(OrgChart org, Person submitter)
    {
        var seen = new HashSet<long> { submitter.Id };
        for (var above = org.Superior(submitter); above is not null && seen.Add(above.Id); above = org.Superior(above))
        {
            yield return above;
        }
    }

    private static Person? DepartmentHead(OrgChart org, Person submitter)
    {
        var above = Superiors(org, submitter).ToList();
        return above.Count > 1 ? above[^2] : above.FirstOrDefault();
    }

    /// <summary>A chain that finds nobody is one step for whoever is found then.</summary>
    private static IEnumerable<string> Links(OrgChart org, string chain, Person submitter)
    {
        var (above, upTo) = (Superiors(org, submitter).ToList(), Parts(chain).Of!);
        var last = RoleOf(upTo) is { } role ? above.FindIndex(p => p.Role == role) + 1 : int.Parse(upTo, CultureInfo.InvariantCulture);
        var count = Math.Clamp(last == 0 ? above.Count : last, 1, Math.Max(1, above.Count));
        return Enumerable.Range(1, count).Select(level => string.Create(CultureInfo.InvariantCulture, $"superior:{level}"));
    }
}
