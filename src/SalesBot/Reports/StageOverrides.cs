using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>How often gates were overridden, by whom, for which deals and why (ST-04): of a period, else of this month.</summary>
internal sealed class StageOverrides : Command
{
    private const int Most = 20;

    public override CommandSpec Spec { get; } = new("stage_overrides", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var period = Period.Read(act.Slots.Text("period") ?? "this_month", act.Today)!;
        var (from, to) = (Zones.Instant(period.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(period.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
        var visible = act.Db.Deals.VisibleTo(act.Viewer);
        var moves = await act.Db.StageChanges.AsNoTracking().Include(c => c.Deal).Where(c => c.At >= from && c.At < to && visible.Any(d => d.Id == c.DealId)).OrderByDescending(c => c.At).ToListAsync(cancellationToken);
        var overridden = moves.Where(m => m.Overridden.Count > 0).ToList();
        var rows = overridden.Take(Most).Select(m => new
        {
            Main = m.Deal.Name,
            Second = new Word("Format.Dot", new Word("History.move", m.At, StageName.Of(m.From ?? ""), StageName.Of(m.To)), new Word("History.reason", m.Reason ?? "")),
            Value = act.Org.Find(m.ById),
            Open = new Button("Button.open", "stage_history", new Slots { ["deal"] = m.Deal.Key }),
        }).ToList();
        Word title = new("Overrides.title", new Word("Count.overrides", overridden.Count), new Word("Count.stage_moves", moves.Count(m => m.From is not null)));
        return new Reply(new View("list", new { Title = title, Subtitle = new Word("Overrides.span", period.From, period.To), Rows = rows, Empty = new Word("Overrides.none") }, title));
    }
}
