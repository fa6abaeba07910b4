using System.Collections.Frozen;
using System.Text.Json;

namespace SalesBot.Cards;

/// <summary>The cards of one folder (<c>cards/*.json</c> beside the program), read and checked once at start.</summary>
internal sealed class CardStore
{
    private readonly FrozenDictionary<string, CardTemplate> templates;

    private CardStore(IEnumerable<CardTemplate> templates) =>
        this.templates = templates.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => templates.Keys;

    /// <summary>A card by its file's name without ending; a name that is no card is a bug of the caller.</summary>
    public CardTemplate this[string name] => templates.TryGetValue(name, out var template) ? template : throw new KeyNotFoundException($"cards/{name}.json");

    /// <summary>Reads every card, so that a broken one stops the start and not an answer.</summary>
    /// <exception cref="CardException">Names the file and the place in it.</exception>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    public static CardStore Load(string folder) => new([.. Directory.EnumerateFiles(folder, "*.json").Select(Read)]);

    private static CardTemplate Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var json = File.ReadAllBytes(file);
        var template = CardTemplate.Parse(name, json);
        return CardLint.CheckTemplate(JsonElement.Parse(json.AsSpan()[(json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0)..])) is [var finding, ..]
            ? throw new CardException(name, finding.Path, finding.Problem)
            : template;
    }
}
