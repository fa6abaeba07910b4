namespace SalesBot.Language.Phrases;

/// <summary>The files of <c>Phrases/Intents</c> and <c>Phrases/Lists</c>, embedded. <c>#</c> starts a comment line.</summary>
internal static class PhraseFiles
{
    private const string Root = "SalesBot.Language.Phrases.";

    public static IEnumerable<string> Intents() => Names("Intents.");

    public static IEnumerable<string> Lists() => Names("Lists.");

    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(PhraseFiles).Assembly.GetManifestResourceStream(Root + name + ".txt")
            ?? throw new InvalidOperationException($"Phrase file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    /// <summary>The last part of a file's name: <c>Intents.win_deal</c> is the intent <c>win_deal</c>.</summary>
    public static string Stem(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Names(string folder) => typeof(PhraseFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal))
        .Select(name => name[Root.Length..^".txt".Length])
        .Order(StringComparer.Ordinal);
}
