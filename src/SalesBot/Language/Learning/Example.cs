namespace SalesBot.Language.Learning;

/// <summary>
/// One line of <c>Examples/LANGUAGE/INTENT.txt</c>, how somebody might say it, or of <c>Typed/LANGUAGE/INTENT.txt</c>, how people did, with names and
/// values masked. The files are embedded; <c>#</c> starts a comment line.
/// </summary>
internal sealed record Example(string Intent, string Line, ulong[] Features)
{
    private const string Root = "SalesBot.Language.Examples.";

    /// <summary>What people typed is worth more than what somebody thought they might.</summary>
    private const int WorthOfTyped = 2;

    /// <summary>All examples, in the order of the files' names and their lines; one that counts twice is there twice.</summary>
    public static IReadOnlyList<Example> All() =>
        [.. Lines().AsParallel().AsOrdered().SelectMany(line => Enumerable.Repeat(new Example(line.Intent, line.Text, [.. Wording.Parse(line.Text).Features()]), line.Worth))];

    private static List<(string Intent, string Text, int Worth)> Lines()
    {
        var assembly = typeof(Example).Assembly;
        var lines = new List<(string, string, int)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var intent = name[Root.Length..name.IndexOf('.', Root.Length)];
            var worth = name.Contains(".typed.", StringComparison.Ordinal) ? WorthOfTyped : 1;
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#') lines.Add((intent, line, worth));
            }
        }

        return lines;
    }
}
