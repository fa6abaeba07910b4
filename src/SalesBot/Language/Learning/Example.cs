namespace SalesBot.Language.Learning;

/// <summary>One line of <c>Examples/LANGUAGE/INTENT.txt</c>: how somebody might say it. The files are embedded; <c>#</c> starts a comment line.</summary>
internal sealed record Example(string Intent, string Line, ulong[] Features)
{
    private const string Root = "SalesBot.Language.Examples.";

    /// <summary>All examples, in the order of the files' names and their lines.</summary>
    public static IReadOnlyList<Example> All() =>
        [.. Lines().AsParallel().AsOrdered().Select(line => new Example(line.Intent, line.Text, [.. Wording.Parse(line.Text).Features()]))];

    private static List<(string Intent, string Text)> Lines()
    {
        var assembly = typeof(Example).Assembly;
        var lines = new List<(string, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var intent = name[Root.Length..name.IndexOf('.', Root.Length)];
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#') lines.Add((intent, line));
            }
        }

        return lines;
    }
}
