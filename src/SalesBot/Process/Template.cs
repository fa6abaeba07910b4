using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>A process that ships with the service, to start with or to switch to (ST-01, ST-07, ST-08): <c>Process/{Id}-process.json</c>.</summary>
internal sealed record Template(string Id, SalesProcess Process)
{
    public static IReadOnlyList<Template> All { get; } = [.. new[] { "default", "five", "service" }.Select(Load)];

    public Word Title => new("Process.template." + Id);

    public static Template? Find(string? id) => All.FirstOrDefault(t => t.Id == id);

    private static Template Load(string id)
    {
        using var file = typeof(Template).Assembly.GetManifestResourceStream($"SalesBot.Process.{id}-process.json")!;
        using var text = new StreamReader(file);
        return new Template(id, ProcessFile.Read(text.ReadToEnd()).Process ?? throw new InvalidOperationException($"The template {id} is no process."));
    }
}
