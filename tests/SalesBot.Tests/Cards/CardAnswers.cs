using System.Text.Json;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Cards;

/// <summary>What the two official packages say about every sample: one node process each.</summary>
public sealed class CardAnswers : IAsyncLifetime
{
    internal IReadOnlyDictionary<string, JsonElement> Expanded { get; private set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The renderer's validation events, by sample.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Complaints { get; private set; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (NodeScript.Missing is not null)
            return;
        var samples = CardSample.Samples.ToList();
        var expanded = await TemplateCase.ExpandOfficiallyAsync(samples.Select(CardSample.Read));
        Expanded = samples.Zip(expanded).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

        var cards = expanded.Select(answer => answer.TryGetProperty("card", out var card) ? card.GetRawText() : "{}");
        var complaints = await NodeScript.RunAsync("check-cards.cjs", $"[{string.Join(',', cards)}]");
        Complaints = samples.Zip(complaints.EnumerateArray()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
