using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Documents;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>What was handed in (ST-03): which file, of which deal, by whom, when, and its hash. The bytes lie in the data folder.</summary>
internal static class DocumentTables
{
    /// <summary>Days are those of handing in.</summary>
    public static (ExportTable? Table, Word? Bad) Documents(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var documents = act.Db.Documents.AsNoTracking().VisibleTo(act.Viewer).Where(d => d.Kind != DocumentKinds.Unsorted);
        if (scope.Whose is { Named: true, Owners: { } owners })
        {
            documents = documents.Where(d => owners.Contains(d.UploadedById));
        }

        if (scope.Period is { } period)
        {
            var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
            documents = documents.Where(d => d.CreatedAt >= from && d.CreatedAt < to);
        }

        return (ExportTable.Of(
            documents.Include(d => d.Deal).Include(d => d.Customer).OrderBy(d => d.Id), scope.Said,
            ("Column.id", d => d.Key),
            ("Column.file", d => d.Name),
            ("Column.kind", d => DocumentKinds.Say(d.Kind)),
            ("Column.deal", d => d.Deal?.Name),
            ("Column.customer", d => d.Customer?.Name),
            ("Column.handed_in_by", d => act.Org.Find(d.UploadedById)),
            ("Column.created_at", d => d.CreatedAt),
            ("Column.bytes", d => d.Size),
            ("Column.sha256", d => d.Sha256)), null);
    }
}
