using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>Deals by whatever was asked, and their sums by stage.</summary>
internal static class DealTables
{
    /// <summary>Open and closed ones, unless it was said which: in a sheet a row too many is soon hidden, one too few is not missed.</summary>
    public static async Task<(ExportTable? Table, Word? Bad)> DealsAsync(Act act, CancellationToken cancellationToken)
    {
        var filter = await DealFilter.ReadAsync(act.Slots.ContainsKey("status") ? act : With(act, "status", "all"), cancellationToken);
        return filter.Bad is { } bad ? (null, bad) : (ExportTable.Of(
            filter.Deals.AsNoTracking().Include(d => d.Customer).Include(d => d.Product).OrderBy(d => d.Id),
            filter.Status is { } only ? [only, .. filter.Said] : filter.Said,
            ("Column.id", d => d.Key),
            ("Column.deal", d => d.Name),
            ("Column.customer", d => d.Customer?.Name),
            ("Column.owner", d => act.Org.Find(d.OwnerId)),
            ("Column.stage", d => StageName.Of(d.Stage)),
            ("Column.status", d => d.Status),
            ("Column.amount", d => d.Amount),
            ("Column.currency", d => d.Currency),
            ("Column.close_date", d => d.CloseDate),
            ("Column.next_step", d => d.NextStep),
            ("Column.next_step_on", d => d.NextStepOn),
            ("Column.product", d => d.Product?.Name),
            ("Column.source", d => d.Source),
            ("Column.last_activity", d => d.LastActivityAt),
            ("Column.stage_since", d => d.StageSince),
            ("Column.closed_at", d => d.ClosedAt),
            ("Column.reason", d => d.LostReason),
            ("Column.created_at", d => d.CreatedAt)), null);
    }

    public static Task<(ExportTable? Table, Word? Bad)> LeadsAsync(Act act, CancellationToken cancellationToken) => DealsAsync(With(With(act, "stage", act.Process.First), "status", "open"), cancellationToken);

    public static async Task<(ExportTable? Table, Word? Bad)> PipelineAsync(Act act, CancellationToken cancellationToken)
    {
        var filter = await DealFilter.ReadAsync(act, cancellationToken);
        if (filter.Bad is { } bad)
        {
            return (null, bad);
        }

        var facts = await PipelineFacts.OfAsync(act.Process, filter.Deals, [], cancellationToken);
        var rows = facts.Groups.SelectMany(g => g.Rows.Select(IReadOnlyList<object?> (r) => [r.Stage, r.Deals, r.Sum.Amount, g.Currency])).ToList();
        Word[] titles = ["Column.stage", "Column.deals", "Column.amount", "Column.currency"];
        return (new ExportTable(titles, _ => Task.FromResult(rows.Count), rows.ToAsyncEnumerable(), filter.Said), null);
    }

    private static Act With(Act act, string slot, string value) => act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { [slot] = value } } };
}
