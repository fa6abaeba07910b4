using System.Text.Json;

namespace SalesBot.Benchmarks;

/// <summary>A JSON value as the calls of <see cref="Utf8JsonWriter"/> that somebody would have written out for it: plain strings, escaped on each write.</summary>
internal sealed class WrittenByHand
{
    private readonly List<(JsonTokenType Call, string? Name, string? Text, decimal Number)> calls = [];

    public static WrittenByHand Of(JsonElement json)
    {
        var script = new WrittenByHand();
        script.Add(null, json);
        return script;
    }

    public void Write(Utf8JsonWriter writer)
    {
        foreach (var (call, name, text, number) in calls)
        {
            if (name is not null)
            {
                writer.WritePropertyName(name);
            }

            Write(writer, call, text, number);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonTokenType call, string? text, decimal number)
    {
        switch (call)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(text);
                break;
            case JsonTokenType.Number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteBooleanValue(call == JsonTokenType.True);
                break;
        }
    }

    private void Add(string? name, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                calls.Add((JsonTokenType.StartObject, name, null, 0));
                foreach (var property in json.EnumerateObject())
                {
                    Add(property.Name, property.Value);
                }

                calls.Add((JsonTokenType.EndObject, null, null, 0));
                break;
            case JsonValueKind.Array:
                calls.Add((JsonTokenType.StartArray, name, null, 0));
                foreach (var item in json.EnumerateArray())
                {
                    Add(null, item);
                }

                calls.Add((JsonTokenType.EndArray, null, null, 0));
                break;
            case JsonValueKind.String:
                calls.Add((JsonTokenType.String, name, json.GetString(), 0));
                break;
            case JsonValueKind.Number:
                calls.Add((JsonTokenType.Number, name, null, json.GetDecimal()));
                break;
            default:
                calls.Add((json.ValueKind == JsonValueKind.True ? JsonTokenType.True : JsonTokenType.False, name, null, 0));
                break;
        }
    }
}
