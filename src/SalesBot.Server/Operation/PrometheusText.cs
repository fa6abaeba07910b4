using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using SalesBot.Telemetry;

namespace SalesBot.Server.Operation;

/// <summary>
/// Keeps the sums of our own instruments and writes them in Prometheus' text format 0.0.4. OpenTelemetry's exporter for it is not among the
/// packages that can be restored; a counter and a histogram are all that is needed.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), double> counters = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), Buckets> histograms = new();

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counters.AddOrUpdate((NameOf(instrument) + "_total", Labels(tags)), value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => histograms.GetOrAdd((NameOf(instrument) + "_seconds", Labels(tags)), _ => new Buckets()).Add(value));
        listener.Start();
    }

    /// <summary>Gauges are read when asked for.</summary>
    public string Write(IReadOnlyDictionary<string, double> gauges)
    {
        var text = new StringBuilder();
        foreach (var family in counters.GroupBy(c => c.Key.Name, StringComparer.Ordinal).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Key} counter\n");
            foreach (var (key, value) in family.OrderBy(c => c.Key.Labels, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{key.Name}{{{key.Labels}}} {value}\n");
            }
        }

        foreach (var family in histograms.GroupBy(h => h.Key.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Key} histogram\n");
            foreach (var (key, buckets) in family)
            {
                buckets.Write(text, key.Name, key.Labels);
            }
        }

        foreach (var (name, value) in gauges)
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} gauge\n{name} {value}\n");
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static string NameOf(Instrument instrument) => instrument.Name.Replace('.', '_');

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            var safe = Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(@"\n");
            labels.Append(labels.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{name}=\"{safe}\"");
        }

        return labels.ToString();
    }

    private sealed class Buckets
    {
        private readonly Lock gate = new();
        private readonly long[] counts = new long[Bounds.Length + 1];
        private double sum;

        public void Add(double value)
        {
            var place = Array.FindIndex(Bounds, bound => value <= bound);
            lock (gate)
            {
                counts[place < 0 ? Bounds.Length : place]++;
                sum += value;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (gate)
            {
                var (below, comma) = (0L, labels.Length == 0 ? "" : ",");
                for (var i = 0; i < Bounds.Length; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"{Bounds[i]}\"}} {below += counts[i]}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"+Inf\"}} {below + counts[^1]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{{{labels}}} {sum}\n{name}_count{{{labels}}} {below + counts[^1]}\n");
            }
        }
    }
}
