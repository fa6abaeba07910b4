using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>
/// Who decides what: a contract the head of legal, a quote the direct superior, an amount review director and finance (AP-01, AL-02). Nobody
/// decides on what they submitted: it goes one level up; where nobody is found it goes to an admin, and where there is none to finance.
/// </summary>
internal static class ApprovalRoute
{
    public static IReadOnlyList<Person> Find(OrgChart org, ApprovalKind kind, Person submitter)
    {
        List<Person?> wanted = kind switch
        {
            ApprovalKind.Contract => [Head(org, Role.Legal)],
            ApprovalKind.Quote => [org.Superior(submitter)],
            ApprovalKind.StageReview or ApprovalKind.SpotCheck => [Regional(org, submitter) ?? org.Superior(submitter) ?? Head(org, Role.Director)],
            _ => [Head(org, Role.Director), Head(org, Role.Finance)],
        };
        var found = wanted.OfType<Person>().Select(p => p.Id == submitter.Id ? org.Superior(p) : p).OfType<Person>().Where(p => p.May(Permission.Decide)).DistinctBy(p => p.Id).ToList();
        return found.Count > 0 ? found : [.. org.With(Role.Admin).Concat(org.Finance).Where(a => a.Id != submitter.Id).Take(1)];
    }

    /// <summary>Who is asked next when the ones asked so far stayed silent: the superior of the last of them, else an admin; null when nobody is left.</summary>
    public static Person? Above(OrgChart org, Approval approval)
    {
        bool Free(Person person) => person.Id != approval.SubmitterId && person.May(Permission.Decide) && !approval.Approvers.Exists(a => a.PersonId == person.Id);
        var above = org.Find(approval.Approvers.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).LastOrDefault(a => a.ForId is null)?.PersonId);
        do
        {
            above = above is null ? null : org.Superior(above);
        }
        while (above is not null && !Free(above));
        return above ?? org.With(Role.Director).FirstOrDefault(Free) ?? org.With(Role.Admin).FirstOrDefault(Free);
    }

    /// <summary>The regional manager above the submitter (ST-03).</summary>
    private static Person? Regional(OrgChart org, Person submitter)
    {
        var seen = new HashSet<long>();
        var above = org.Superior(submitter);
        while (above is { Role: not Role.RegionalManager } && seen.Add(above.Id))
        {
            above = org.Superior(above);
        }

        return above is { Role: Role.RegionalManager } ? above : null;
    }

    /// <summary>Of a department's people the first who does not report to another of them.</summary>
    private static Person? Head(OrgChart org, Role role)
    {
        var people = org.With(role);
        return people.FirstOrDefault(p => org.Superior(p)?.Role != role) ?? (people.Count > 0 ? people[0] : null);
    }
}
