using System.Diagnostics;
using SalesBot.Conversation;

namespace SalesBot.Telemetry;

/// <summary>Measures one turn: a span around it, and when it ends its duration and what became of each order in it.</summary>
internal sealed class TurnMeasure(Turn turn) : IDisposable
{
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly Activity? span = Instruments.Spans.StartActivity("turn", ActivityKind.Server);
    private readonly List<(string Command, string Outcome)> orders = [];

    /// <summary>Outcome: <c>done</c>, <c>refused</c>, <c>repeated</c> or <c>failed</c>.</summary>
    public void Note(string command, string outcome) => orders.Add((command, outcome));

    /// <summary>Somebody else was first and the turn is run again: what was noted did not happen.</summary>
    public void Again() => orders.Clear();

    public void Dispose()
    {
        foreach (var (command, outcome) in orders)
        {
            Instruments.Turns.Add(1, new("channel", turn.From.Channel), new("command", command), new("outcome", outcome));
        }

        Instruments.TurnSeconds.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("channel", turn.From.Channel));
        span?.SetTag("channel", turn.From.Channel).SetTag("kind", turn.Kind.ToString()).SetTag("commands", string.Join(',', orders.Select(o => o.Command)));
        span?.SetStatus(orders.Exists(o => o.Outcome == "failed") ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        span?.Dispose();
    }
}
