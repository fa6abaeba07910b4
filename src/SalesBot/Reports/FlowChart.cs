using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>The flow of deals over the stages (ST-16): how many stand in each, how many of those that left it went on, how long they stood, how often they came back; the worst break is marked.</summary>
internal sealed class FlowChart : Command
{
    /// <summary>Days that are looked at.</summary>
    private const int Back = 365;

    /// <summary>Fewer deals that left a stage say nothing about it.</summary>
    private const int Enough = 3;

    public override CommandSpec Spec { get; } = new("flow_chart", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (since, visible) = (act.Now.AddDays(-Back), act.Db.Deals.VisibleTo(act.Viewer));
        var standing = await visible.Where(d => d.Status == DealStatus.Open).GroupBy(d => d.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);
        var moves = await act.Db.StageChanges.AsNoTracking().Where(c => c.At >= since && visible.Any(d => d.Id == c.DealId)).OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => new Move(c.DealId, c.From, c.To, c.At)).ToListAsync(cancellationToken);
        var flows = act.Process.Open.Select(s => Flow.Of(act.Process, s.Id, moves)).ToList();
        var worst = flows.Where(f => f.Left >= Enough && f.Share < 1).OrderBy(f => f.Share).ThenByDescending(f => f.Left).FirstOrDefault();
        var rows = flows.Select((flow, place) => new
        {
            Main = new Word(flow == worst ? "FlowChart.row_worst" : "Process.row", place + 1, StageName.Of(flow.Stage)),
            Second = flow.Left == 0 ? new Word("FlowChart.nothing_left") : new Word("FlowChart.row", flow.Share, flow.Left, new Word("Count.days", flow.MedianDays), flow.Returns),
            Value = new Word("FlowChart.standing", standing.GetValueOrDefault(flow.Stage)),
            Open = new Button("Button.open", "query_deals", new Slots { ["stage"] = flow.Stage }),
        }).ToList();
        Word title = new("FlowChart.title", Back);
        Word? subtitle = worst is null ? null : new Word("FlowChart.worst", StageName.Of(worst.Stage), 1 - worst.Share);
        return new Reply(new View("list", new { Title = title, Subtitle = subtitle, Rows = rows }, subtitle ?? title));
    }

    internal sealed record Move(long Deal, string? From, string To, DateTimeOffset At);

    /// <summary>What became of the deals that left a stage.</summary>
    /// <param name="Left">How many moves led out of it.</param>
    /// <param name="On">How many of these led up the ladder.</param>
    /// <param name="Returns">How often deals came back to it from further on.</param>
    private sealed record Flow(string Stage, int Left, int On, int MedianDays, int Returns)
    {
        public double Share => Left == 0 ? 1 : (double)On / Left;

        public static Flow Of(SalesProcess process, string stage, IReadOnlyList<Move> moves)
        {
            var place = process.PlaceOf(stage);
            var left = moves.Where(m => m.From == stage).ToList();
            var entered = moves.Where(m => m.To == stage).ToLookup(m => m.Deal, m => m.At);
            var days = left.Select(m => (Out: m.At, In: entered[m.Deal].LastOrDefault(at => at <= m.At))).Where(t => t.In != default).Select(t => (t.Out - t.In).TotalDays).ToList();
            var returns = moves.Count(m => m.To == stage && m.From is not null && process.PlaceOf(m.From) > place);
            return new Flow(stage, left.Count, left.Count(m => process.PlaceOf(m.To) > place), days.Count == 0 ? 0 : (int)Quantiles.At(days, 0.5), returns);
        }
    }
}
