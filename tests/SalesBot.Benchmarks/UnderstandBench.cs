using System.Diagnostics;
using System.Globalization;
using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Benchmarks;

/// <summary>Reading one message among many names, against reading the same messages among the names of a small company.</summary>
internal static class UnderstandBench
{
    private static readonly DateTime Now = Company.Now.DateTime;

    public static Task RunAsync(bool quick)
    {
        Console.WriteLine("\nunderstand: one message among customers (two in three with a Chinese name), half as many deals and a contact for every fourth");
        var few = Load(100).Index;
        foreach (var size in quick ? new[] { 10_000 } : [100_000, 1_000_000])
        {
            var (many, seconds, megabytes) = Load(size);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {size,9:N0} customers: indexed in {seconds:N2} s, {megabytes:N0} MB"));
            Compare(size, many, few, quick ? 5_000 : 20_000);
        }

        return Task.CompletedTask;
    }

    private static (EntityIndex Index, double Seconds, double Megabytes) Load(int customers)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new EntityIndex();
        var start = Stopwatch.GetTimestamp();
        foreach (var record in BenchNames.Of(customers))
        {
            index.Upsert(record);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (index, seconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0);
    }

    private static void Compare(int size, EntityIndex many, EntityIndex few, int messages)
    {
        var (ours, theirs) = (new Reader(many), new Reader(few));
        var texts = BenchNames.Messages(size, messages).ToList();
        foreach (var text in texts.Take(2_000))
        {
            _ = (Read(ours, text), Read(theirs, text));
        }

        var times = texts.ConvertAll(text => (Many: Micros(ours, text), Few: Micros(theirs, text)));
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99), ("slowest", 1.0) })
        {
            var (a, b) = (At(times.ConvertAll(t => t.Many), share), At(times.ConvertAll(t => t.Few), share));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {name,-8} {a,10:N1} µs; among 100 customers {b,8:N1} µs; {a / b:N2} times{(share == 0.5 ? size > 100_000 ? " (goal ≤ 300 µs)" : " (goal ≤ 150 µs)" : "")}"));
        }
    }

    private static double Micros(Reader reader, string text)
    {
        var start = Stopwatch.GetTimestamp();
        _ = Read(reader, text);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static Frame Read(Reader reader, string text) => reader.Read(text, Company.SellerKey(7), Now, new Focus(), _ => true);

    private static double At(List<double> values, double share)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(values.Count * share))];
    }
}
