using System.Collections.Concurrent;

namespace SalesBot.Language.Lexicon;

/// <summary>
/// The word lists and grammars that stand beside this file, embedded in the assembly. A line that starts with <c>#</c> is a comment;
/// empty lines are skipped; everything is read as UTF-8.
/// </summary>
internal static class LexiconFile
{
    private static readonly ConcurrentDictionary<string, string[]> Loaded = new(StringComparer.Ordinal);

    /// <summary>The lines that carry something.</summary>
    /// <exception cref="InvalidOperationException">No such file is embedded: a mistake of the build, found by the first test.</exception>
    public static IReadOnlyList<string> Lines(string name) => Loaded.GetOrAdd(name, Load);

    private static string[] Load(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream($"SalesBot.Language.Lexicon.{name}")
            ?? throw new InvalidOperationException($"Lexicon file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
