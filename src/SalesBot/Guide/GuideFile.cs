namespace SalesBot.Guide;

/// <summary>The small tables beside this file, embedded: <c>#</c> starts a comment line.</summary>
internal static class GuideFile
{
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(GuideFile).Assembly.GetManifestResourceStream($"SalesBot.Guide.{name}")
            ?? throw new InvalidOperationException($"Guide file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
