using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Language.Text;

namespace SalesBot.Language.Spans;

/// <summary>
/// <c>understand --spans</c> (DESIGN.md 4): JSON lines <c>{id,text,reference}</c> in, <c>{id,entities:[{type,text,start,end,…}]}</c> out, where
/// start and end are inclusive UTF-16 positions of the text as given. A line that is no JSON object answers with <c>error</c> and does not stop the rest.
/// </summary>
internal static class SpansVerb
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(TextReader input, TextWriter output, DateTime now)
    {
        while (await input.ReadLineAsync() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            await output.WriteLineAsync(Answer(line, now).ToJsonString(Plain));
        }
    }

    /// <summary>One line's answer; <paramref name="now"/> is the wall time for a line without a reference.</summary>
    public static JsonObject Answer(string line, DateTime now)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject asked) return new JsonObject { ["error"] = "not a JSON object" };
            var answer = new JsonObject { ["id"] = asked["id"]?.DeepClone() };
            var text = NormalText.Of(asked["text"] is JsonValue said && said.TryGetValue<string>(out var words) ? words : null);
            answer["entities"] = new JsonArray([.. SpanReader.Read(text, Reference(asked, now)).Where(found => found.Type != FoundType.NoSuchDay).SelectMany(Ends).Select(found => (JsonNode?)Entity(text, found))]);
            return answer;
        }
        catch (JsonException broken)
        {
            return new JsonObject { ["error"] = broken.Message };
        }
    }

    private static DateTime Reference(JsonObject asked, DateTime now) =>
        asked["reference"] is JsonValue value && value.TryGetValue<string>(out var text)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var reference)
            ? reference
            : now;

    // The contract has no range of amounts: each end is one.
    private static IEnumerable<Found> Ends(Found found) => found.High is { } high ? [found with { High = null }, found with { Value = high, High = null }] : [found];

    private static JsonObject Entity(NormalText text, Found found)
    {
        var (start, end) = text.ToOriginal(found.Start, found.End);
        var entity = new JsonObject
        {
            ["type"] = TypeName(found),
            ["text"] = text.Original[start..end],
            ["start"] = start,
            ["end"] = end - 1,
        };
        AddValue(entity, found);
        return entity;
    }

    // The contract has no type for a percentage, a change or a discount: there they are numbers, or money where a currency was named.
    private static string TypeName(Found found) => found.Type switch
    {
        FoundType.Percent or FoundType.Discount => "number",
        FoundType.Delta or FoundType.AmountRange => found.Bare ? "number" : "currency",
        _ => found.Type.ToString().ToLowerInvariant(),
    };

    private static void AddValue(JsonObject entity, Found found)
    {
        switch (found.Type)
        {
            case FoundType.Date:
                entity["value"] = Day(found.Date!.Value);
                break;
            case FoundType.Time:
                entity["value"] = Clock(found.Time!.Value);
                break;
            case FoundType.DateTime:
                entity["value"] = $"{Day(found.Date!.Value)} {Clock(found.Time!.Value)}";
                break;
            case FoundType.DateRange:
                entity["from"] = Moment(found.From!.Value, found.HasClock);
                entity["to"] = Moment(found.To!.Value, found.HasClock);
                break;
            case FoundType.Duration:
                entity["seconds"] = found.Seconds;
                break;
            default:
                entity["value"] = found.SignByWord ? Math.Abs(found.Value!.Value) : found.Value;
                if (found.Currency is { } currency) entity["currency"] = currency;
                break;
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Moment(DateTime moment, bool clock) => moment.ToString(clock ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
