using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>What a period will bring: won in it already, and the open deals expected to close in it, weighted by the chance of their stages.</summary>
internal sealed class ShowForecast : Command
{
    private const string Usual = "this_quarter";

    public override CommandSpec Spec { get; } = new("forecast", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Slots.Text("period") is null && act.Slots.Text("close_before") is null && act.Slots.Text("close_after") is null)
        {
            act = act with { Frame = act.Frame with { Slots = new Language.Slots(act.Slots) { ["period"] = Usual } } };
        }

        var filter = await DealFilter.ReadAsync(act, cancellationToken);
        if (filter.Bad is { } bad)
        {
            return Act.Say(bad);
        }

        var facts = await PipelineFacts.OfAsync(act.Process, filter.Deals, ShowPipeline.Scope(act), cancellationToken);
        return ShowPipeline.Reply("Forecast.title", filter, facts, await WonAsync(act, filter.Whose!, cancellationToken));
    }

    private static async Task<IReadOnlyList<Word>> WonAsync(Act act, Whose whose, CancellationToken cancellationToken)
    {
        if (Period.Read(act.Slots.Text("period"), act.Today) is not { } period)
        {
            return [];
        }

        var (from, to) = (Zones.Instant(period.From, TimeOnly.MinValue, act.Me.TimeZone), Zones.Instant(period.To.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone));
        var won = whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Won && d.ClosedAt >= from && d.ClosedAt < to);
        var totals = await DealTotals.OfAsync(won, cancellationToken);
        return totals.Count == 0 ? [] : [new Word("Forecast.won", totals.Said)];
    }
}
