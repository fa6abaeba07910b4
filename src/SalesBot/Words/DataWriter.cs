using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.People;

namespace SalesBot.Words;

/// <summary>
/// Writes a reply's data as the JSON that card templates read, said in the reader's language: property names in camel case, words, money,
/// days and instants as text, numbers and yes/no as they are.
/// </summary>
internal static class DataWriter
{
    private static readonly ConcurrentDictionary<Type, (JsonEncodedText Name, Func<object, object?> Get)[]> Shapes = new();

    public static void Write(Utf8JsonWriter json, object? value, Localizer reader)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double share:
                json.WriteNumberValue(share);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case JsonNode node:
                node.WriteTo(json);
                break;
            case string or Word or StageName or LocalText or Person or Team or Money or When or Link or DateOnly or DateTimeOffset or Enum:
                json.WriteStringValue(reader.Say(value));
                break;
            case IEnumerable<KeyValuePair<string, string>> pairs:
                WritePairs(json, pairs);
                break;
            case IEnumerable list:
                WriteList(json, list, reader);
                break;
            default:
                WriteObject(json, value, reader);
                break;
        }
    }

    private static void WritePairs(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject();
        foreach (var (name, text) in pairs)
        {
            json.WriteString(name, text);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list, Localizer reader)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item, reader);
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, object value, Localizer reader)
    {
        json.WriteStartObject();
        foreach (var (name, get) in Shapes.GetOrAdd(value.GetType(), Shape))
        {
            json.WritePropertyName(name);
            Write(json, get(value), reader);
        }

        json.WriteEndObject();
    }

    private static (JsonEncodedText Name, Func<object, object?> Get)[] Shape(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
            .Select(p => (JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(p.Name)), Getter(p))),
    ];

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var target = System.Linq.Expressions.Expression.Parameter(typeof(object));
        var read = System.Linq.Expressions.Expression.Property(System.Linq.Expressions.Expression.Convert(target, property.DeclaringType!), property);
        return System.Linq.Expressions.Expression.Lambda<Func<object, object?>>(System.Linq.Expressions.Expression.Convert(read, typeof(object)), target).Compile();
    }
}
