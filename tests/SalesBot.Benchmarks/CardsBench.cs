using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SalesBot.Cards;

namespace SalesBot.Benchmarks;

/// <summary>Expanding a 5 KB template with ten rows, against writing the very same JSON by hand and against the official package in Node.</summary>
internal static class CardsBench
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "bench-cards");

    public static async Task RunAsync(ScratchFolder folder, bool quick)
    {
        var json = await File.ReadAllBytesAsync(Path.Combine(Folder, "template.json"));
        var template = CardTemplate.Parse("bench", json);
        using var input = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "data.json")));
        var (data, host) = (input.RootElement.GetProperty("data"), input.RootElement.GetProperty("host"));
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        using var writer = new Utf8JsonWriter(output);

        Task Expand()
        {
            output.ResetWrittenCount();
            writer.Reset(output);
            template.Expand(writer, data, host);
            writer.Flush();
            return Task.CompletedTask;
        }

        await Expand();
        using var card = JsonDocument.Parse(output.WrittenMemory.ToArray());
        var script = WrittenByHand.Of(card.RootElement);

        Task ByHand()
        {
            output.ResetWrittenCount();
            writer.Reset(output);
            script.Write(writer);
            writer.Flush();
            return Task.CompletedTask;
        }

        Versus.Head($"cards: a template of {json.Length:N0} bytes, ten rows, {output.WrittenCount:N0} bytes written", "expand", "other");
        await Versus.CostAsync("against Utf8JsonWriter by hand", Expand, ByHand, quick ? 5 : 15, quick ? 2000 : 10_000, 3);
        Official(folder, Expand, quick ? 1 : 3);
    }

    /// <summary>Context: another runtime, one after the other.</summary>
    private static void Official(ScratchFolder folder, Func<Task> expand, int seconds)
    {
        if (Modules(AppContext.BaseDirectory) is not { } modules)
        {
            Console.WriteLine($"  (the official package is not there: build tests/SalesBot.Tests once; {folder.Path("")})");
            return;
        }

        var node = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "time-expand.cjs"), Path.Combine(Folder, "template.json"), Path.Combine(Folder, "data.json"), seconds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["NODE_PATH"] = modules },
        };
        using var process = System.Diagnostics.Process.Start(node)!;
        var official = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        process.WaitForExit();
        var (start, count) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; count++)
        {
            _ = expand();
        }

        var ours = count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Versus.Line("against adaptivecards-templating in Node, per second", $"{ours:N0}", $"{official:N0}", [ours / official], "≥ 50");
    }

    private static string? Modules(string? folder) => folder switch
    {
        null => null,
        _ when Directory.Exists(Path.Combine(folder, "tests/npm/node_modules/adaptivecards-templating")) => Path.Combine(folder, "tests/npm/node_modules"),
        _ => Modules(Path.GetDirectoryName(folder)),
    };
}
