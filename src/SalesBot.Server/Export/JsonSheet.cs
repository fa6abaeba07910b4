using System.Text.Json;

namespace SalesBot.Server.Export;

/// <summary>A table as a JSON array of objects.</summary>
internal static class JsonSheet
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> WriteAsync(Sheet sheet, Stream to, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(to, Format);
        json.WriteStartArray();
        var count = 0;
        await foreach (var row in sheet.Rows.WithCancellation(stop))
        {
            json.WriteStartObject();
            foreach (var (header, cell) in sheet.Headers.Zip(row).Where(c => c.Second is not null))
            {
                json.WritePropertyName(header);
                JsonSerializer.Serialize(json, cell);
            }

            json.WriteEndObject();
            count++;
        }

        json.WriteEndArray();
        return count;
    }
}
