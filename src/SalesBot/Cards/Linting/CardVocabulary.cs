using System.Collections.Frozen;
using System.Text.Json;

namespace SalesBot.Cards.Linting;

/// <summary>What one kind of object in a card looks like.</summary>
/// <param name="Name">The value of <c>type</c>, or a name of ours for what has none (Fact, Choice).</param>
/// <param name="Families">Element, Input, Action: where it may stand.</param>
/// <param name="Required">Properties that must be there and not null.</param>
/// <param name="Properties">Every property that it may have, with the types it may have there.</param>
internal sealed record CardShape(string Name, IReadOnlyList<string> Families, IReadOnlyList<string> Required, FrozenDictionary<string, string[]> Properties)
{
    public bool Is(string kind) => string.Equals(Name, kind, StringComparison.Ordinal) || Families.Contains(kind, StringComparer.Ordinal);
}

/// <summary>
/// Adaptive Cards 1.5 as far as both Microsoft's business messenger and the browser client show it, from vocabulary.json
/// (written after the schema explorer at adaptivecards.io; <c>beyond</c> lists later elements, allowed with a fallback).
/// Types there: an enum or shape by name, string, number, boolean, object, pixels, date, time; <c>[]</c> is a list, <c>or</c> a choice.
/// </summary>
internal static class CardVocabulary
{
    private static readonly JsonElement File = Load();

    private static readonly FrozenDictionary<string, FrozenSet<string>> Enums = File.GetProperty("enums").EnumerateObject()
        .ToFrozenDictionary(member => member.Name, member => Texts(member.Value).ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CardShape> Shapes = File.GetProperty("shapes").EnumerateObject()
        .ToFrozenDictionary(member => member.Name, member => Read(member.Name), StringComparer.Ordinal);

    private static readonly string[] Later = [.. Texts(File.GetProperty("beyond"))];

    public static CardShape? Shape(string name) => Shapes.GetValueOrDefault(name);

    /// <summary>The allowed words, or null when <paramref name="name"/> is no enum. Capitals do not matter in cards.</summary>
    public static FrozenSet<string>? Words(string name) => Enums.GetValueOrDefault(name);

    public static bool IsFamily(string name) => name is "Element" or "Action";

    /// <summary>Elements after 1.5, which need a fallback.</summary>
    public static bool IsBeyond(string type) => Array.Exists(Later, later => later.EndsWith('.') ? type.StartsWith(later, StringComparison.Ordinal) : string.Equals(type, later, StringComparison.Ordinal));

    private static JsonElement Load()
    {
        using var stream = typeof(CardVocabulary).Assembly.GetManifestResourceStream(typeof(CardVocabulary), "vocabulary.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.Clone();
    }

    private static CardShape Read(string name)
    {
        var families = new List<string>();
        var required = new List<string>();
        var properties = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["type"] = ["string"] };
        for (var next = name; ;)
        {
            var shape = File.GetProperty("shapes").GetProperty(next);
            required.AddRange(shape.TryGetProperty("must", out var must) ? Texts(must) : []);
            // The nearest wins: a Column's fallback is not any element's.
            foreach (var property in shape.GetProperty("has").EnumerateObject())
                properties.TryAdd(property.Name, property.Value.GetString()!.Split(" or "));
            if (!shape.TryGetProperty("is", out var parent))
                return new CardShape(name, families, required, properties.ToFrozenDictionary(StringComparer.Ordinal));
            families.Add(next = parent.GetString()!);
        }
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
