using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Count, sum and weighted sum of deals by stage, one group per currency, most deals first.</summary>
internal sealed record PipelineFacts(IReadOnlyList<PipelineGroup> Groups, int Count)
{
    public static async Task<PipelineFacts> OfAsync(SalesProcess process, IQueryable<Deal> deals, Slots scope, CancellationToken cancellationToken)
    {
        var cells = await deals.GroupBy(d => new { d.Stage, d.Currency })
            .Select(g => new Cell(g.Key.Stage, g.Key.Currency, g.Count(), g.Sum(d => d.Amount) ?? 0)).ToListAsync(cancellationToken);
        var groups = cells.GroupBy(c => c.Currency, StringComparer.Ordinal).OrderByDescending(g => g.Sum(c => c.Count)).Select(g => Group(process, g.Key, [.. g], scope)).ToList();
        return new PipelineFacts(groups, cells.Sum(c => c.Count));
    }

    private static PipelineGroup Group(SalesProcess process, string currency, List<Cell> cells, Slots scope)
    {
        var most = cells.Max(c => c.Sum);
        var rows = process.Stages.Select(s => (Stage: s, Cell: cells.Find(c => c.Stage == s.Id))).Where(r => r.Cell is not null)
            .Select(r => PipelineRow.Of(r.Stage, r.Cell!, most, scope)).ToList();
        var weighted = process.Stages.Sum(s => (cells.Find(c => c.Stage == s.Id)?.Sum ?? 0) * s.Probability / 100);
        return new PipelineGroup(currency, cells.Sum(c => c.Count), cells.Sum(c => c.Sum), decimal.Round(weighted), rows);
    }

    internal sealed record Cell(string Stage, string Currency, int Count, decimal Sum);
}

/// <summary>The deals of one currency.</summary>
internal sealed record PipelineGroup(string Currency, int Count, decimal Sum, decimal Weighted, IReadOnlyList<PipelineRow> Rows)
{
    public Word Total => new("Pipeline.total", Count, new Money(Sum, Currency), new Money(Weighted, Currency));
}

/// <summary>One stage. <c>Bar</c> is drawn in signs, as long as its sum beside the greatest of the group; clients show those all alike, coloured columns they do not.</summary>
internal sealed record PipelineRow(Word Stage, int Deals, Word Count, Money Sum, string Bar, Button Open)
{
    private const int Longest = 20;

    public static PipelineRow Of(Stage stage, PipelineFacts.Cell cell, decimal most, Slots scope)
    {
        var bar = new string('▇', most <= 0 ? 1 : Math.Clamp((int)(cell.Sum / most * Longest), 1, Longest));
        var open = new Slots(scope) { ["stage"] = stage.Id, ["currency"] = cell.Currency };
        return new PipelineRow(StageName.Of(stage.Id), cell.Count, new Word("Pipeline.count", cell.Count), new Money(cell.Sum, cell.Currency), bar, new Button("Button.open", "query_deals", open));
    }
}
