using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Documents;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>To-dos, decisions, and the trail of who did what.</summary>
internal static class WorkTables
{
    /// <summary>As the list of to-dos shows them: one's own and open ones, unless it was said otherwise.</summary>
    public static (ExportTable? Table, Word? Bad) Tasks(Act act)
    {
        var (query, bad) = TaskQuery.Of(act);
        return query is null ? (null, bad) : (ExportTable.Of(
            query.Of(act, act.Db.Todos.AsNoTracking()).OrderBy(t => t.DueOn).ThenBy(t => t.DueAt).ThenBy(t => t.Id),
            query.Period is { } period ? [query.Whose.Label, PeriodName.Of(period, query.PeriodSlot)] : [query.Whose.Label],
            ("Column.id", t => t.Key),
            ("Column.task", t => t.Called()),
            ("Column.owner", t => act.Org.Find(t.OwnerId)),
            ("Column.customer", t => t.Customer?.Name),
            ("Column.deal", t => t.Deal?.Name),
            ("Column.due", t => t.DueOn),
            ("Column.due_at", t => t.DueAt),
            ("Column.urgent", t => t.Urgent ? "✓" : null),
            ("Column.done_at", t => t.DoneAt),
            ("Column.created_at", t => t.CreatedAt)), null);
    }

    /// <summary>The register of risks, open and closed; days are those of the logging.</summary>
    public static (ExportTable? Table, Word? Bad) Risks(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var risks = act.Db.Risks.AsNoTracking().VisibleTo(act.Viewer);
        if (scope.Whose is { Named: true, Owners: { } owners })
        {
            risks = risks.Where(r => owners.Contains(r.OwnerId));
        }

        if (scope.Period is { } period)
        {
            var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
            risks = risks.Where(r => r.CreatedAt >= from && r.CreatedAt < to);
        }

        return (ExportTable.Of(
            risks.Include(r => r.Customer).Include(r => r.Deal).OrderBy(r => r.Id), scope.Said,
            ("Column.id", r => r.Key),
            ("Column.risk", r => r.Content),
            ("Column.plan", r => r.Plan),
            ("Column.level", r => r.Level),
            ("Column.owner", r => act.Org.Find(r.OwnerId)),
            ("Column.customer", r => r.Customer?.Name),
            ("Column.deal", r => r.Deal?.Name),
            ("Column.review_on", r => r.ReviewOn),
            ("Column.status", r => r.State),
            ("Column.closed_at", r => r.ClosedAt),
            ("Column.note", r => r.ClosingNote),
            ("Column.created_at", r => r.CreatedAt)), null);
    }

    /// <summary>All that one may see, decided or not, unless it was said otherwise; days are those of the submission.</summary>
    public static (ExportTable? Table, Word? Bad) Approvals(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var approvals = ListApprovals.Filter(act, act.Slots.Text("scope") is "mine" or "submitted_by_me" ? "submitted" : "all");
        if (scope.Period is { } period)
        {
            var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
            approvals = approvals.Where(a => a.SubmittedAt >= from && a.SubmittedAt < to);
        }

        return (ExportTable.Of(
            approvals.Include(a => a.Contract).Include(a => a.Quote).Include(a => a.Deal).OrderBy(a => a.Id), scope.Said,
            ("Column.id", a => a.Key),
            ("Column.kind", a => a.Kind),
            ("Column.subject", a => a.Called()),
            ("Column.amount", a => a.Contract?.Amount ?? a.Quote?.Amount ?? a.AmountAfter),
            ("Column.currency", a => a.Contract?.Currency ?? a.Quote?.Currency ?? a.Deal?.Currency),
            ("Column.submitter", a => act.Org.Find(a.SubmitterId)),
            ("Column.submitted_at", a => a.SubmittedAt),
            ("Column.due", a => a.DueAt),
            ("Column.status", a => a.Status),
            ("Column.decided_by", a => act.Org.Find(a.DecidedById)),
            ("Column.decided_at", a => a.DecidedAt),
            ("Column.comment", DrawNote.RemarkOf)), null);
    }

    public static (ExportTable? Table, Word? Bad) Audit(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var entries = act.Db.Audit.AsNoTracking();
        if (scope.Whose is { Named: true, Owners: { } people })
        {
            entries = entries.Where(a => a.PersonId != null && people.Contains(a.PersonId.Value));
        }

        if (scope.Period is { } period)
        {
            var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
            entries = entries.Where(a => a.At >= from && a.At < to);
        }

        return (ExportTable.Of(
            entries.OrderBy(a => a.Id), scope.Said,
            ("Column.id", a => a.Key),
            ("Column.at", a => a.At),
            ("Column.person", a => act.Org.Find(a.PersonId)),
            ("Column.command", a => a.Command),
            ("Column.refused", a => a.Refused ? "✓" : null),
            ("Column.undone_at", a => a.UndoneAt),
            ("Column.changes", a => a.Changes)), null);
    }
}
