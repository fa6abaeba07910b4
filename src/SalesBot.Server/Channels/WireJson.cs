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
