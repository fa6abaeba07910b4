namespace SalesBot.Contracts;

/// <summary>Which of the usual clauses terms say nothing of (AP-09), seen by their words: a hint for whoever reads them, not a reading.</summary>
internal static class Clauses
{
    private static readonly IReadOnlyList<(string Id, string[] Words)> Usual = Load();

    /// <summary>Ids of those that are missing: <c>payment</c>, <c>delivery</c>, <c>acceptance</c>, <c>warranty</c>, <c>liability</c>.</summary>
    public static IReadOnlyList<string> Missing(string terms) =>
        [.. Usual.Where(clause => !clause.Words.Any(word => terms.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(clause => clause.Id)];

    private static List<(string Id, string[] Words)> Load()
    {
        using var file = new StreamReader(typeof(Clauses).Assembly.GetManifestResourceStream("SalesBot.Contracts.clauses.txt")!);
        return [.. file.ReadToEnd().Split('\n').Where(line => line.Contains(" = ", StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split(" = ")).Select(pair => (pair[0], pair[1].Split('|')))];
    }
}
