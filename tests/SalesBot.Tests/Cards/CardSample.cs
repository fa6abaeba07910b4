using System.Text.Json;

namespace SalesBot.Tests.Cards;

/// <summary>A card with one file of data: <c>Samples/CARD.CASE.json</c> holds <c>{ "data": …, "host": … }</c>.</summary>
internal static class CardSample
{
    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "Cards", "Samples");

    public static readonly string CardFolder = System.IO.Path.Combine(AppContext.BaseDirectory, "cards");

    public static IEnumerable<string> Cards => Directory.EnumerateFiles(CardFolder, "*.json").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Samples => Directory.EnumerateFiles(Folder, "*.json").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static string CardOf(string sample) => sample[..sample.IndexOf('.', StringComparison.Ordinal)];

    public static TemplateCase Read(string sample)
    {
        var card = JsonElement.Parse(File.ReadAllBytes(System.IO.Path.Combine(CardFolder, CardOf(sample) + ".json")));
        var json = JsonElement.Parse(File.ReadAllBytes(System.IO.Path.Combine(Folder, sample + ".json")));
        return new TemplateCase(sample, card, json.GetProperty("data"), json.TryGetProperty("host", out var host) ? host : default);
    }
}
