using System.Buffers;
using System.Collections.Concurrent;

namespace SalesBot.Language.Names;

/// <summary>The word lists beside this file: company suffixes, places, titles, pinyin. <c>#</c> starts a comment line.</summary>
internal static class NameFiles
{
    private static readonly ConcurrentDictionary<string, string[]> Loaded = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Lines(string name) => Loaded.GetOrAdd(name, Load);

    /// <summary>All words of a file, longest first.</summary>
    public static IReadOnlyList<string> WordsOf(string name) =>
        Loaded.GetOrAdd(name + ":words", _ => [.. Load(name).SelectMany(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).OrderByDescending(word => word.Length)]);

    /// <summary>The characters of one line of <c>characters.txt</c>.</summary>
    public static SearchValues<char> Characters(string name) => SearchValues.Create(Lines("characters").First(line => line.StartsWith(name + " = ", StringComparison.Ordinal)).AsSpan(name.Length + 3));

    private static string[] Load(string name)
    {
        using var stream = typeof(NameFiles).Assembly.GetManifestResourceStream($"SalesBot.Language.Names.{name}.txt")
            ?? throw new InvalidOperationException($"Name file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
