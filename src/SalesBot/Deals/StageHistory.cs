using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Every move of a deal: when, by whom, why, how long it stood in each stage, and what was let pass (ST-02, ST-04).</summary>
internal sealed class StageHistory : Command
{
    private const int Most = 30;

    public override CommandSpec Spec { get; } = new("stage_history", Permission.ReadSales) { Requires = ["deal"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        var moves = await act.Db.StageChanges.AsNoTracking().Where(c => c.DealId == deal.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var lines = moves.Select((move, place) => Line(act, move, place + 1 < moves.Count ? moves[place + 1].At : deal.Status == DealStatus.Open ? act.Now : null)).TakeLast(Most).ToList();
        lines.AddRange(PingPong.Of(act.Process, moves).Select(p => p.Said));
        Word title = new("History.title", deal.Name);
        Button[] buttons = [new("Button.open", "show_deal", new Slots { ["deal"] = deal.Key })];
        return new Reply(new View("text", new { Title = title, Paragraphs = lines.Count == 0 ? ["History.none"] : lines, Buttons = buttons }, new Word("History.text", title, new Word("Count.moves", moves.Count)))) { Focus = act.About(deal) };
    }

    private static Word Line(Act act, StageChange move, DateTimeOffset? until)
    {
        Word what = move.From is null ? new("History.began", move.At, StageName.Of(move.To)) : new("History.move", move.At, StageName.Of(move.From), StageName.Of(move.To));
        if (act.Org.Find(move.ById) is { } by)
        {
            what = new Word("Format.Dot", what, by);
        }

        if (move.Reason is { } reason)
        {
            what = new Word("Format.Dot", what, new Word("History.reason", reason));
        }

        if (move.Overridden.Count > 0)
        {
            what = new Word("Format.Dot", what, new Word("History.overridden", move.Overridden.Select(m => m == StageMove.Skip ? new Word("Stage.skip") : Gaps.Wanted(m)).ToList()));
        }

        return until is { } end ? new Word("Format.Dot", what, new Word("History.stood", DealFacts.DaysSince(move.At, end))) : what;
    }
}

/// <summary>A deal that goes back and forth between two stages.</summary>
/// <param name="Times">How often it went back.</param>
internal sealed record PingPong(string Low, string High, int Times)
{
    /// <summary>Going back once may be a correction; twice between the same two is none.</summary>
    private const int Enough = 2;

    public Word Said => new("History.ping_pong", StageName.Of(Low), StageName.Of(High), new Word("Count.times", Times));

    public static IReadOnlyList<PingPong> Of(SalesProcess process, IEnumerable<StageChange> moves) =>
    [
        .. moves.Where(m => m.From is not null && process.PlaceOf(m.From) > process.PlaceOf(m.To) && process.PlaceOf(m.To) >= 0)
            .GroupBy(m => (Low: m.To, High: m.From!)).Where(g => g.Count() >= Enough).Select(g => new PingPong(g.Key.Low, g.Key.High, g.Count())),
    ];
}
