namespace SalesBot.Language.Phrases;

/// <summary>The files of <c>Phrases/Intents</c> and <c>Phrases/Lists</c>, embedded. <c>#</c> starts a comment line.</summary>
internal static class PhraseFiles
{
    private static readonly string[] Known = ["reads", "aside", "bare", "told", "noted", "wordy", "planned", "past"];
    private static readonly string[] Heads = ["needs ", "slots ", "asked "];
    private const string Root = "SalesBot.Language.Phrases.";

    public static IEnumerable<string> Intents() => Names("Intents.");

    public static IEnumerable<string> Lists() => Names("Lists.");

    /// <summary>Lists of words that stand beside names and values and only fill slots: which intent is meant is not learnt from them.</summary>
    public static IEnumerable<string> Beside() => Names("Beside.");

    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(PhraseFiles).Assembly.GetManifestResourceStream(Root + name + ".txt")
            ?? throw new InvalidOperationException($"Phrase file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(Contractions.WithBare)];
    }

    /// <summary>What an intent's file says of it in a line of its own (<c>wordy noted</c>).</summary>
    public static IEnumerable<string> Kinds(string file)
    {
        var words = Lines(file).Where(line => line[0] is not ('+' or '-') && !Array.Exists(Heads, head => line.StartsWith(head, StringComparison.Ordinal))).SelectMany(line => line.Split(' ')).ToList();
        return words.Find(word => !Known.Contains(word, StringComparer.Ordinal)) is { } strange ? throw new InvalidOperationException($"Phrase file {file} says “{strange}”, which is no kind of intent.") : words;
    }

    /// <summary>The last part of a file's name: <c>Intents.win_deal</c> is the intent <c>win_deal</c>.</summary>
    public static string Stem(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Names(string folder) => typeof(PhraseFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal))
        .Select(name => name[Root.Length..^".txt".Length])
        .Order(StringComparer.Ordinal);
}
