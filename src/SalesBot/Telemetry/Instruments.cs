using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SalesBot.Telemetry;

/// <summary>What is counted, under the meter and the activity source <see cref="Name"/>. Tags hold ids of ours and channel ids: no names, no text.</summary>
internal static class Instruments
{
    public const string Name = "SalesBot";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>By channel, command and outcome (<see cref="TurnMeasure"/>).</summary>
    public static Counter<long> Turns { get; } = Meter.CreateCounter<long>("salesbot.turns");

    /// <summary>Seconds from the turn's start to its commit, waiting for the conversation's lane included.</summary>
    public static Histogram<double> TurnSeconds { get; } = Meter.CreateHistogram<double>("salesbot.turn.duration", "s");

    /// <summary>Messages that nudges put into the outbox, by rule.</summary>
    public static Counter<long> Nudges { get; } = Meter.CreateCounter<long>("salesbot.nudges");

    /// <summary>Calls to a messenger's platform, by channel and outcome.</summary>
    public static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>("salesbot.deliveries");
}
