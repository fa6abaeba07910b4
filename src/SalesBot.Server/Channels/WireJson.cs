using System.Text.Json;

namespace SalesBot.Server.Channels;

/// <summary>Reads a platform's JSON, which may be of any shape.</summary>
internal static class WireJson
{
    /// <summary>The object that was sent; null for anything else.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var parsed = JsonElement.Parse(json);
            return parsed.ValueKind == JsonValueKind.Object ? parsed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False where a text in it spells half a character (<c>\ud800</c>): JSON may, but nothing makes a string of it. Also for what is no JSON.</summary>
    public static bool IsReadable(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || Member(json, name) is not { } member)
            {
                return null;
            }

            json = member;
        }

        return json;
    }

    /// <summary>The text at a path; null where there is none, or what is no Unicode.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        try
        {
            return json.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool Is(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>What is in an object.</summary>
    public static IReadOnlyList<(string Name, JsonElement Value)> Members(this JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject().Select(m => (m.Name, m.Value))] : [];
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>An object of which any name is no Unicode has none.</summary>
    private static JsonElement? Member(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
