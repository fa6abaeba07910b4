using System.Globalization;
using System.Text.Json;

namespace SalesBot.Cards.Linting;

/// <summary>One walk through a card, collecting what is wrong.</summary>
internal sealed class CardWalk(bool isTemplate)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Path)> targets = [];

    public List<CardFinding> Findings { get; } = [];

    public void Card(JsonElement card)
    {
        Object(card, "AdaptiveCard", "$");
        foreach (var (id, path) in targets)
        {
            if (!ids.ContainsKey(id))
                Find(path, $"no element {id}");
        }
    }

    private void Find(string path, string problem) => Findings.Add(new CardFinding(path, problem));

    private bool IsOpen(JsonElement value) =>
        isTemplate && value.ValueKind == JsonValueKind.String && value.GetString()!.Contains("${", StringComparison.Ordinal);

    /// <summary>An object that must be of the kind, or belong to the family, <paramref name="wanted"/>.</summary>
    private void Object(JsonElement json, string wanted, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Find(path, $"not a {wanted}");
            return;
        }

        var type = json.TryGetProperty("type", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : null;
        if (type is null && CardVocabulary.IsFamily(wanted))
            Find(path, "no type");
        else if (type is not null && CardVocabulary.IsBeyond(type))
            Beyond(json, type, path);
        else if (CardVocabulary.Shape(type ?? wanted) is { } shape && shape.Is(wanted))
            Members(json, shape, path);
        else if (!IsOpen(given))
            Find(path, $"{type} is no {wanted}");
    }

    private void Beyond(JsonElement json, string type, string path)
    {
        if (json.TryGetProperty("fallback", out var fallback))
            Value(fallback, ["Element", "Drop"], path + ".fallback");
        else
            Find(path, $"{type} without fallback");
    }

    private void Members(JsonElement json, CardShape shape, string path)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (shape.Properties.TryGetValue(member.Name, out var types))
                Value(member.Value, types, $"{path}.{member.Name}");
            else if (!isTemplate || !member.Name.StartsWith('$'))
                Find($"{path}.{member.Name}", $"unknown property of {shape.Name}");
        }

        foreach (var required in shape.Required)
        {
            if (!json.TryGetProperty(required, out var value) || value.ValueKind == JsonValueKind.Null)
                Find(path, $"{shape.Name} without {required}");
        }

        Rules(json, shape, path);
    }

    private void Rules(JsonElement json, CardShape shape, string path)
    {
        if (Text(json, "id") is { } id && shape.Is("Element") && !ids.TryAdd(id, path))
            Find(path, $"id {id} stands at {ids[id]} too");
        if (json.TryGetProperty("isRequired", out var required) && required.ValueKind == JsonValueKind.True && Text(json, "errorMessage") is null)
            Find(path, "required without errorMessage");
        if (json.TryGetProperty("card", out var card))
            Object(card, "AdaptiveCard", path + ".card");
        if (json.TryGetProperty("targetElements", out var list) && list.ValueKind == JsonValueKind.Array)
            targets.AddRange(list.EnumerateArray().Select(target => target.ValueKind == JsonValueKind.Object ? Text(target, "elementId") : target.GetString()).OfType<string>().Select(target => (target, path)));
        if (Text(json, "text")?.Length == 0 && shape.Is("Element"))
            Find(path, "empty text");
    }

    /// <summary>Null unless it is there, a text, and known already.</summary>
    private string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !IsOpen(value) ? value.GetString() : null;

    private void Value(JsonElement value, string[] types, string path)
    {
        // Null counts as not there: an object dropped by $when leaves one behind.
        if (value.ValueKind == JsonValueKind.Null || IsOpen(value))
            return;
        var fitting = Array.Find(types, type => Fits(value, type));
        if (fitting is null)
            Find(path, $"{value.GetRawText()} is no {string.Join(" or ", types)}");
        else if (fitting.EndsWith("[]", StringComparison.Ordinal))
            Items(value, fitting[..^2], path);
        else if (CardVocabulary.Shape(fitting) is not null)
            Object(value, fitting, path);
    }

    private void Items(JsonElement list, string type, string path)
    {
        var at = 0;
        foreach (var item in list.EnumerateArray())
            Value(item, [type], $"{path}[{(at++).ToString(CultureInfo.InvariantCulture)}]");
    }

    private bool Fits(JsonElement value, string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Null || IsOpen(item) || Fits(item, type[..^2]));
        if (CardVocabulary.Words(type) is { } words)
            return value.ValueKind == JsonValueKind.String && words.Contains(value.GetString()!);
        return type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "pixels" => value.ValueKind == JsonValueKind.String && value.GetString()!.EndsWith("px", StringComparison.Ordinal) && int.TryParse(value.GetString().AsSpan()[..^2], CultureInfo.InvariantCulture, out _),
            "date" => value.ValueKind == JsonValueKind.String && (value.GetString()!.Length == 0 || DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
            "time" => value.ValueKind == JsonValueKind.String && (value.GetString()!.Length == 0 || TimeOnly.TryParseExact(value.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
            _ => value.ValueKind == JsonValueKind.Object,
        };
    }
}
