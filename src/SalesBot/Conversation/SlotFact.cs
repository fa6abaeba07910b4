using System.Globalization;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>One slot as a person reads it: its name in their language, its value said as what it is.</summary>
internal sealed record SlotFact(Word Label, object? Value)
{
    private const int LongestValue = 200;

    /// <summary>Slots that steer the talk and mean nothing to a reader.</summary>
    private static readonly string[] Silent = ["confirm", "page", "entry", "card", "files", "kinds", "each", "from", "into", "ticket", "promise", "risk", "broadcast", "figure", "follow_up"];

    private static readonly string[] Codes = ["aggregate", "field", "format", "kind", "missing", "outcome", "period", "priority", "recurrence", "scope", "setting", "sort", "status", "topic", "weighted", "what"];

    /// <summary>Colleagues and teams are called as the reader calls them.</summary>
    public static IReadOnlyList<SlotFact> All(Frame frame, OrgChart org) =>
        [.. frame.Slots.Keys.Where(slot => IsSpoken(slot) && !(slot == "owner" && frame.Slots.ContainsKey("person")) && !(slot == "delta" && frame.Slots.ContainsKey("amount")) && !IsHourOfDay(frame.Slots, slot)).Select(slot => Known(frame.Ref(slot), org) is { } known ? new SlotFact("Slot." + slot, known) : Of(frame.Slots, slot))];

    private static object? Known(string? key, OrgChart org) => org.Find(key) is { } person ? person : org.Everybody.Select(p => p.Team).FirstOrDefault(team => key is not null && team?.Key == key);

    public static SlotFact Of(Slots slots, string name) => new("Slot." + name, Said(slots, name));

    /// <summary>Only those that mean something to a reader, as much of them as is shown.</summary>
    public static Slots Spoken(Slots slots) => new(slots.Where(s => IsSpoken(s.Key)).Select(s => KeyValuePair.Create(s.Key, Excerpt.Of(s.Value, LongestValue))));

    /// <summary>Its values are words of ours (<c>this_month</c>, <c>close_date</c>), not of people.</summary>
    public static bool IsCode(string name) => Codes.Contains(name, StringComparer.Ordinal);

    private static bool IsSpoken(string name) => WordBook.IsWhole("Slot." + name) && !Silent.Contains(name, StringComparer.Ordinal) && !name.EndsWith("_text", StringComparison.Ordinal) && !name.Contains('.', StringComparison.Ordinal);

    /// <summary>The hour is said with its day.</summary>
    private static bool IsHourOfDay(Slots slots, string name) => name.EndsWith("time", StringComparison.Ordinal) && slots.Time(name) is not null && slots.Date(DayOf(name)) is not null;

    private static string DayOf(string time) => time[..^"time".Length] + "date";

    private static object? Said(Slots slots, string name) => name switch
    {
        "amount" or "min_amount" or "max_amount" or "delta" => slots.Number(name) is { } amount ? slots.Text("currency") is { } currency ? new Money(amount, currency) : new Word("Format.Plain", amount) : slots.Text(name),
        "stage" when slots.Text(name) is { } stage and not ("next" or "back") => new Word("Format.Plain", stage.Split('|').Select(one => StageName.Of(one)).ToList()),
        "discount" when slots.Number("discount") is { } factor => new Word("Discount.say", (double)(1 - factor), (factor * 10).ToString("0.##", CultureInfo.InvariantCulture)),
        "method" => new Word("Method." + slots.Text(name)),
        _ when slots.Date(name) is { } day => name.EndsWith("date", StringComparison.Ordinal) && slots.Time(name[..^"date".Length] + "time") is { } hour ? new When(day, hour) : day,
        _ => Excerpt.Of(slots.Text(name), LongestValue),
    };
}
