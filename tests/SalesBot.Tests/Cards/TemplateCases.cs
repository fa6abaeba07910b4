using System.Text.Json;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Cards;

/// <summary>The table in template-cases.json with the official answers, asked for once.</summary>
public sealed class TemplateCases : IAsyncLifetime
{
    private static readonly JsonElement File = JsonElement.Parse(System.IO.File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "Cards", "template-cases.json")));

    internal static readonly IReadOnlyDictionary<string, TemplateCase> All = File.GetProperty("cases").EnumerateArray().Select(Read).ToDictionary(one => one.Name, StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, JsonElement> Official { get; private set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Cases in which ours refuses to read what the official package lets pass.</summary>
    public static TheoryData<string> Stricter => [.. File.GetProperty("cases").EnumerateArray().Where(IsStricter).Select(json => json.GetProperty("name").GetString()!)];

    /// <summary>What ours gives where the official package fails, by case.</summary>
    internal static readonly IReadOnlyDictionary<string, JsonElement> Instead = File.GetProperty("cases").EnumerateArray().Where(IsKinder)
        .ToDictionary(json => json.GetProperty("name").GetString()!, json => json.GetProperty("kinder"), StringComparer.Ordinal);

    public static TheoryData<string> Kinder => [.. Instead.Keys];

    public static TheoryData<string> Same => [.. File.GetProperty("cases").EnumerateArray().Where(json => !IsStricter(json) && !IsKinder(json)).Select(json => json.GetProperty("name").GetString()!)];

    public async Task InitializeAsync()
    {
        if (NodeScript.Missing is not null)
            return;
        var answers = await TemplateCase.ExpandOfficiallyAsync(All.Values);
        Official = All.Keys.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static bool IsStricter(JsonElement json) => json.TryGetProperty("stricter", out _);

    private static bool IsKinder(JsonElement json) => json.TryGetProperty("kinder", out _);

    private static TemplateCase Read(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.GetProperty("template"),
        json.TryGetProperty("data", out var data) ? data : File.GetProperty("data"),
        json.TryGetProperty("host", out var host) ? host : default);
}
