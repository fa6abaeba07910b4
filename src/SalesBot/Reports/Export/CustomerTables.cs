using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>Customers with whom one speaks there, and what was spoken.</summary>
internal static class CustomerTables
{
    public static (ExportTable? Table, Word? Bad) Customers(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var customers = act.Db.Customers.AsNoTracking().VisibleTo(act.Viewer);
        if (scope.Whose.Owners is { } owners)
        {
            customers = customers.Where(c => c.OwnerId != null && owners.Contains(c.OwnerId.Value));
        }

        if (act.Slots.Text("industry") is { } industry)
        {
            customers = customers.Where(c => c.Industry == industry);
        }

        if (act.Slots.Text("region") is { } region)
        {
            customers = customers.Where(c => c.Region == region);
        }

        return (ExportTable.Of(
            customers.Include(c => c.Contacts).OrderBy(c => c.Id), [scope.Whose.Label, .. new[] { act.Slots.Text("industry"), act.Slots.Text("region") }.OfType<string>()],
            ("Column.id", c => c.Key),
            ("Column.customer", c => c.Name),
            ("Column.legal_name", c => c.LegalName),
            ("Column.tax_id", c => c.TaxId),
            ("Column.english_name", c => c.EnglishName),
            ("Column.industry", c => c.Industry),
            ("Column.region", c => c.Region),
            ("Column.grade", c => c.Grade),
            ("Column.owner", c => act.Org.Find(c.OwnerId)),
            ("Column.contacts", c => c.Contacts.Count == 0 ? null : string.Join("; ", c.Contacts.Select(p => string.Join(' ', new[] { p.Name, p.Title, p.Phone, p.Email }.Where(t => !string.IsNullOrEmpty(t)))))),
            ("Column.last_activity", c => c.LastInteractionAt),
            ("Column.created_at", c => c.CreatedAt)), null);
    }

    public static (ExportTable? Table, Word? Bad) FollowUps(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var followUps = act.Db.FollowUps.AsNoTracking().VisibleTo(act.Viewer);
        if (scope.Whose is { Named: true, Owners: { } owners })
        {
            followUps = followUps.Where(f => owners.Contains(f.AuthorId));
        }

        if (scope.Period is { } period)
        {
            var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
            followUps = followUps.Where(f => f.HappenedAt >= from && f.HappenedAt < to);
        }

        if (act.Frame.Ref("deal") is { } deal)
        {
            followUps = followUps.Where(f => f.Deal!.Key == deal);
        }
        else if (act.Frame.Ref("customer") is { } customer)
        {
            followUps = followUps.Where(f => f.Customer!.Key == customer || f.Deal!.Customer!.Key == customer);
        }

        return (ExportTable.Of(
            followUps.Include(f => f.Customer).Include(f => f.Deal).OrderBy(f => f.HappenedAt).ThenBy(f => f.Id), scope.Said,
            ("Column.id", f => f.Key),
            ("Column.at", f => f.HappenedAt),
            ("Column.customer", f => f.Customer?.Name),
            ("Column.deal", f => f.Deal?.Name),
            ("Column.author", f => act.Org.Find(f.AuthorId)),
            ("Column.method", f => f.Method is null ? null : new Word("Method." + f.Method)),
            ("Column.with", f => f.With),
            ("Column.content", f => f.Content),
            ("Column.next_step", f => f.NextStep),
            ("Column.next_step_on", f => f.NextStepOn),
            ("Column.created_at", f => f.CreatedAt)), null);
    }
}
