using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Who is asked besides those of the flow (<see cref="Flows.FlowSeats"/>).</summary>
internal static class ApprovalRoute
{
    /// <summary>Who is asked next when the ones asked so far stayed silent: the superior of the last of them, else an admin; null when nobody is left.</summary>
    public static Person? Above(OrgChart org, Approval approval)
    {
        bool Free(Person person) => person.Id != approval.SubmitterId && person.May(Permission.Decide) && !approval.Approvers.Exists(a => a.PersonId == person.Id);
        var asked = approval.Approvers.Where(a => a.Step == approval.Step && a.Principal == a.PersonId && !a.HandedOn);
        var above = org.Find(asked.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).LastOrDefault()?.PersonId);
        do
        {
            above = above is null ? null : org.Superior(above);
        }
        while (above is not null && !Free(above));
        return above ?? org.With(Role.Director).FirstOrDefault(Free) ?? org.With(Role.Admin).FirstOrDefault(Free);
    }
}
