using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesBot.Language;
using SalesBot.Language.Lines;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language.Labelled;

/// <summary>One line of our own labelled set, in the format of data/LABELS.md, and how the reader did on it.</summary>
/// <param name="Now">The moment of the company, which its entities file says.</param>
internal sealed record LabelledMessage(MessageLine Line, JsonElement Gold, DateTime Now)
{
    private static readonly string[] Exact = ["date", "time", "next_date", "next_time", "close_date", "amount", "stage", "close_after", "close_before", "min_amount", "max_amount", "period", "discount", "days", "setting", "value", "confirm"];
    private static readonly string[] Refs = ["customer", "deal", "person", "owner", "team", "approval_id", "contract", "task"];

    public string Intent => Gold.GetProperty("intent").GetString()!;

    public bool MustAsk => Gold.TryGetProperty("expect_clarify", out var ask) && ask.GetBoolean();

    public static IReadOnlyList<LabelledMessage> Load(string part)
    {
        using var company = JsonDocument.Parse(File.ReadAllText(Entities(part)));
        var now = company.RootElement.GetProperty("now").GetDateTimeOffset().DateTime;
        return [.. File.ReadLines(Path.Combine(Folder(), part + ".jsonl")).Where(line => line.Length > 0).Select(line => new LabelledMessage(MessageLine.Parse(line), JsonDocument.Parse(line).RootElement, now))];
    }

    public static Reader Reader(string part)
    {
        using var json = File.OpenRead(Entities(part));
        return new Reader(EntitiesFile.Read(json));
    }

    public Frame Read(Reader reader) => reader.Read(Line.Text, Line.User, Now, Line.Focus, _ => true);

    public bool IsIntentRight(Frame frame) => MustAsk ? frame.Clarify.Count > 0 : frame.Intent == Intent;

    public bool IsFrameRight(Frame frame) => IsIntentRight(frame) && (MustAsk || (frame.Clarify.Count == 0 && SlotsRight(frame) && RefsRight(frame)));

    private bool SlotsRight(Frame frame) => Members("slots").Where(slot => Exact.Contains(slot.Name, StringComparer.Ordinal))
        .All(slot => frame.Slots.Text(slot.Name) is { } said && Same(slot.Value, said));

    private bool RefsRight(Frame frame) => Members("refs").Where(slot => Refs.Contains(slot.Name, StringComparer.Ordinal))
        .All(slot => slot.Value.ValueKind == JsonValueKind.Array || frame.Ref(slot.Name) == slot.Value.GetString());

    private IEnumerable<JsonProperty> Members(string name) => Gold.TryGetProperty(name, out var held) && held.ValueKind == JsonValueKind.Object ? held.EnumerateObject() : [];

    private static bool Same(JsonElement gold, string said) => gold.ValueKind switch
    {
        JsonValueKind.Number => decimal.TryParse(said, CultureInfo.InvariantCulture, out var number) && Math.Abs(number - gold.GetDecimal()) < 0.005m,
        JsonValueKind.True => said == "true",
        _ => string.Equals(gold.GetString(), said, StringComparison.OrdinalIgnoreCase),
    };

    private static string Entities(string part) => Path.Combine(Folder(), Path.GetDirectoryName(part)!, "entities.json");

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
