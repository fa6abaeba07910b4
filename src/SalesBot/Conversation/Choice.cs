using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>One of several records that a name could mean, with what tells it from the others.</summary>
/// <param name="Slot">The slot that it fills when chosen.</param>
internal sealed record Choice(string Slot, string Key, string Name, Word Detail)
{
    /// <summary>Describes the records behind the keys, in their order; those that the viewer may not see are left out.</summary>
    public static async Task<IReadOnlyList<Choice>> DescribeAsync(SalesDb db, OrgChart org, Viewer viewer, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var found = new List<Choice>();
        found.AddRange(await Deals(db, viewer, keys).ToListAsync(cancellationToken));
        found.AddRange(await Customers(db, viewer, keys).ToListAsync(cancellationToken));
        found.AddRange(await Contracts(db, viewer, keys).ToListAsync(cancellationToken));
        found.AddRange(await Todos(db, viewer, keys).ToListAsync(cancellationToken));
        found.AddRange(await Approvals(db, viewer, keys).ToListAsync(cancellationToken));
        found.AddRange(keys.Select(org.Find).OfType<Person>().Select(p => new Choice("person", p.Key, p.Name, new Word("Choice.Person", p.Role, p.Team?.Name ?? ""))));
        var order = keys.Select((key, index) => (key, index)).GroupBy(k => k.key, StringComparer.Ordinal).ToDictionary(k => k.Key, k => k.First().index, StringComparer.Ordinal);
        return [.. found.OrderBy(c => order[c.Key])];
    }

    private static IQueryable<Choice> Deals(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Deals.VisibleTo(viewer).Where(d => keys.Contains(d.Key))
            .Select(d => new Choice("deal", d.Key, d.Name, new Word("Choice.Deal", new Money(d.Amount, d.Currency), new Word("Stage." + d.Stage), d.Owner)));

    private static IQueryable<Choice> Customers(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Customers.VisibleTo(viewer).Where(c => keys.Contains(c.Key))
            .Select(c => new Choice("customer", c.Key, c.Name, new Word("Choice.Customer", c.LegalName ?? c.Industry ?? "", c.Owner)));

    private static IQueryable<Choice> Contracts(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Contracts.VisibleTo(viewer).Where(c => keys.Contains(c.Key))
            .Select(c => new Choice("contract", c.Key, c.Title, new Word("Choice.Contract", new Money(c.Amount, c.Currency), c.Status)));

    private static IQueryable<Choice> Todos(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Todos.VisibleTo(viewer).Where(t => keys.Contains(t.Key))
            .Select(t => new Choice("task", t.Key, t.Title, new Word("Choice.Task", new When(t.DueOn, t.DueAt))));

    private static IQueryable<Choice> Approvals(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Approvals.VisibleTo(viewer).Where(a => keys.Contains(a.Key))
            .Select(a => new Choice("approval_id", a.Key, a.Contract == null ? a.Deal!.Name : a.Contract.Title, new Word("Choice.Approval", a.Submitter, a.SubmittedAt)));
}
