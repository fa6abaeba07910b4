using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesBot.Language.Lines;

/// <summary>One line of <c>understand</c>'s output: <c>{id, intent, slots, refs, clarify?, also?}</c>; numbers and yes/no as JSON has them.</summary>
internal static class FrameLine
{
    /// <summary>The time of what one is reminded of; LABELS.md knows its day alone.</summary>
    private const string OfOurOwn = "event_time";

    private static readonly string[] Numbers = ["amount", "delta", "discount", "min_amount", "max_amount", "days", "limit"];
    private static readonly string[] Flags = ["confirm", "weighted"];
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string id, Frame frame)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Body(json, frame);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Commands that LABELS.md has no intent of their own for: a pre-call card is a way to look at a customer.</summary>
    private static string Label(string intent) => intent == "prepare_call" ? "show_customer" : intent;

    private static void Body(Utf8JsonWriter json, Frame frame)
    {
        json.WriteString("intent", Label(frame.Intent));
        json.WriteStartObject("slots");
        foreach (var (slot, _) in frame.Slots.Where(slot => slot.Key != OfOurOwn)) Slot(json, frame, slot);
        json.WriteEndObject();
        json.WriteStartObject("refs");
        foreach (var (slot, keys) in frame.Refs) Keys(json, slot, keys, alwaysList: false);
        json.WriteEndObject();
        if (frame.Clarify.Count > 0) Keys(json, "clarify", frame.Clarify, alwaysList: true);
        else if (frame.Confidence < Frame.Sure) Keys(json, "clarify", [frame.Intent, .. frame.Instead is { } other ? [other.Intent] : Array.Empty<string>()], alwaysList: true);
        if (frame.Also.Count == 0) return;
        json.WriteStartArray("also");
        foreach (var order in frame.Also)
        {
            json.WriteStartObject();
            Body(json, order);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Slot(Utf8JsonWriter json, Frame frame, string slot)
    {
        if (Numbers.Contains(slot, StringComparer.Ordinal) && frame.Slots.Number(slot) is { } number) json.WriteNumber(slot, number);
        else if (Flags.Contains(slot, StringComparer.Ordinal) && frame.Slots.Flag(slot) is { } flag) json.WriteBoolean(slot, flag);
        else if (slot == "stage" && frame.Slots[slot].Contains('|', StringComparison.Ordinal)) Keys(json, slot, frame.Slots[slot].Split('|'), alwaysList: true);
        else if (frame.Refs.TryGetValue(slot, out var keys) && keys.Count > 1) Keys(json, slot, frame.Slots[slot].Split('|'), alwaysList: true);
        else json.WriteString(slot, frame.Slots[slot]);
    }

    private static void Keys(Utf8JsonWriter json, string name, IReadOnlyList<string> keys, bool alwaysList)
    {
        if (keys.Count == 1 && !alwaysList)
        {
            json.WriteString(name, keys[0]);
            return;
        }

        json.WriteStartArray(name);
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }
}
