using SalesBot.Benchmarks;
using SalesBot.Benchmarks.Messengers;
using SalesBot.Benchmarks.Turns;

// usage: dotnet run -c Release --project tests/SalesBot.Benchmarks -- [turns|understand|cards|scan|list|pipeline|start|deliver|messengers|all]… [--quick]
// Every line is a ratio of two things measured in turn within this run: machines and their load differ, ratios travel.
var quick = args.Contains("--quick", StringComparer.Ordinal);
var verbs = args.Where(a => !a.StartsWith('-')).ToList();
var all = verbs.Count == 0 || verbs.Contains("all", StringComparer.Ordinal);
await using var folder = new ScratchFolder();
foreach (var (verb, run) in new (string, Func<ScratchFolder, bool, Task>)[]
{
    ("turns", TurnsBench.RunAsync), ("understand", (_, quick) => UnderstandBench.RunAsync(quick)), ("cards", CardsBench.RunAsync), ("scan", ScanBench.RunAsync), ("list", QueryBench.ListAsync), ("pipeline", QueryBench.PipelineAsync), ("start", StartBench.RunAsync), ("deliver", DeliverBench.RunAsync), ("messengers", MessengersBench.RunAsync),
})
{
    if (all || verbs.Contains(verb, StringComparer.Ordinal))
    {
        await run(folder, quick);
    }
}
