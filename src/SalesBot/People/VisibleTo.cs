using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.FollowUps;
using SalesBot.Promises;
using SalesBot.Risks;
using SalesBot.Tasks;
using SalesBot.Tickets;

namespace SalesBot.People;

/// <summary>Row permissions, one per kind of record: every query passes through here. A customer of the pool is everybody's to see; one that was merged into another is nobody's.</summary>
internal static class VisibleToExtensions
{
    public static IQueryable<Deal> VisibleTo(this IQueryable<Deal> deals, Viewer viewer) =>
        viewer.Only is { } only ? deals.Where(d => d.OwnerId == only)
        : viewer.Owners is { } owners ? deals.Where(d => owners.Contains(d.OwnerId))
        : deals;

    public static IQueryable<Customer> VisibleTo(this IQueryable<Customer> customers, Viewer viewer) =>
        viewer.Owners is { } owners ? customers.Where(c => c.MergedIntoId == null && (c.OwnerId == null || owners.Contains(c.OwnerId.Value))) : customers.Where(c => c.MergedIntoId == null);

    /// <summary>What is over goes along with the customer to whoever has it now (CU-11, complaint 14): closed deals, whosever they were, beside those that the viewer sees anyway.</summary>
    public static IQueryable<Deal> HistoryFor(this IQueryable<Deal> deals, Viewer viewer) =>
        viewer.Owners is { } owners ? deals.Where(d => owners.Contains(d.OwnerId) || (d.Status != DealStatus.Open && d.Customer!.OwnerId != null && owners.Contains(d.Customer.OwnerId.Value))) : deals;

    /// <summary>The same of contracts.</summary>
    public static IQueryable<Contract> HistoryFor(this IQueryable<Contract> contracts, Viewer viewer) =>
        viewer.Owners is { } owners
            ? contracts.Where(c => c.Deal != null && (owners.Contains(c.Deal.OwnerId) || (c.Deal.Status != DealStatus.Open && c.Deal.Customer!.OwnerId != null && owners.Contains(c.Deal.Customer.OwnerId.Value))))
            : contracts;

    /// <summary>What happened in a deal or at a customer is seen by its author and by whoever has the deal, or the customer, now: a handover hands it over, and so does the pool what is over.</summary>
    public static IQueryable<FollowUp> VisibleTo(this IQueryable<FollowUp> followUps, Viewer viewer) =>
        viewer.Owners is { } owners
            ? followUps.Where(f => owners.Contains(f.AuthorId) || (f.Deal != null
                ? owners.Contains(f.Deal.OwnerId) || (f.Deal.Status != DealStatus.Open && f.Deal.Customer!.OwnerId != null && owners.Contains(f.Deal.Customer.OwnerId.Value))
                : f.Customer != null && f.Customer.OwnerId != null && owners.Contains(f.Customer.OwnerId.Value)))
            : followUps;

    public static IQueryable<Todo> VisibleTo(this IQueryable<Todo> todos, Viewer viewer) =>
        viewer.Only is { } only ? todos.Where(t => t.OwnerId == only)
        : viewer.Owners is { } owners ? todos.Where(t => owners.Contains(t.OwnerId))
        : todos;

    public static IQueryable<Contract> VisibleTo(this IQueryable<Contract> contracts, Viewer viewer) =>
        viewer.Owners is { } owners ? contracts.Where(c => c.Deal != null && owners.Contains(c.Deal.OwnerId)) : contracts;

    /// <summary>A document is seen with its deal; one of a customer with the customer; a template by everybody.</summary>
    public static IQueryable<Document> VisibleTo(this IQueryable<Document> documents, Viewer viewer) =>
        viewer.Owners is { } owners
            ? documents.Where(d => d.Kind == DocumentKinds.Template || (d.Deal != null ? owners.Contains(d.Deal.OwnerId)
                : d.Customer != null ? d.Customer.OwnerId == null || owners.Contains(d.Customer.OwnerId.Value)
                : owners.Contains(d.UploadedById)))
            : documents;

    /// <summary>A promise is seen by who has to see to it and by whoever has the customer.</summary>
    public static IQueryable<Promise> VisibleTo(this IQueryable<Promise> promises, Viewer viewer) =>
        viewer.Owners is { } owners ? promises.Where(p => owners.Contains(p.PersonId) || (p.Customer.OwnerId != null && owners.Contains(p.Customer.OwnerId.Value))) : promises;

    /// <summary>A risk is seen by who follows it, who logged it, and whoever leads them.</summary>
    public static IQueryable<Risk> VisibleTo(this IQueryable<Risk> risks, Viewer viewer) =>
        viewer.Owners is { } owners ? risks.Where(r => owners.Contains(r.OwnerId) || owners.Contains(r.ReporterId)) : risks;

    /// <summary>A ticket is seen with its customer, and by who reported it or takes care of it.</summary>
    public static IQueryable<ServiceTicket> VisibleTo(this IQueryable<ServiceTicket> tickets, Viewer viewer) =>
        viewer.Owners is { } owners
            ? tickets.Where(t => t.Customer.OwnerId == null || owners.Contains(t.Customer.OwnerId.Value) || owners.Contains(t.ReporterId) || (t.AssigneeId != null && owners.Contains(t.AssigneeId.Value)))
            : tickets;

    /// <summary>A complaint is seen by who made it and whoever sees their work.</summary>
    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, Viewer viewer) =>
        viewer.Owners is { } owners ? complaints.Where(c => owners.Contains(c.ById)) : complaints;

    /// <summary>An approval is seen by who submitted it, who may decide it, and whoever sees the submitter's work.</summary>
    public static IQueryable<Approval> VisibleTo(this IQueryable<Approval> approvals, Viewer viewer) =>
        viewer.Owners is { } owners
            ? approvals.Where(a => owners.Contains(a.SubmitterId) || a.Approvers.Any(p => p.PersonId == viewer.Person.Id))
            : approvals;
}
