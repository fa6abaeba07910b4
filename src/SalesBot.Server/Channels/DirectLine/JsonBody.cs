using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>Reads a JSON object of limited size from a request. Activities stay JSON here so that members we do not know pass through unharmed.</summary>
internal static class JsonBody
{
    /// <summary>Largest activity taken, in bytes; Azure's own limit is of this order.</summary>
    public const int Limit = 256 * 1024;

    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Two values for one key would fail at some later access.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>An empty body is an empty object where <paramref name="optional"/>: generate and start need none.</summary>
    public static async Task<(JsonObject? Json, Refusal? Refusal)> ReadAsync(Stream body, bool optional, CancellationToken stop)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await body.ReadAsync(chunk, stop)) > 0)
        {
            if (buffer.Length + read > Limit)
                return (null, Refusal.TooLarge);
            buffer.Write(chunk, 0, read);
        }
        if (buffer.Length == 0 && optional)
            return ([], null);
        try
        {
            var json = buffer.ToArray();
            return WireJson.IsReadable(json) && JsonNode.Parse(json, documentOptions: Strict) is JsonObject activity ? (activity, null) : (null, Refusal.BadBody);
        }
        catch (JsonException)
        {
            return (null, Refusal.BadBody);
        }
    }

    /// <summary>The text at a path such as <c>user.id</c>, or null where any step is missing or of another kind.</summary>
    public static string? Text(this JsonObject json, params ReadOnlySpan<string> path)
    {
        JsonNode? node = json;
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
