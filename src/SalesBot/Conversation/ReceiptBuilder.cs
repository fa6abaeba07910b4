using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.People.Linking;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// Completes a receipt with what was really changed: a line for each field that has a word (<c>Field.Deal.Amount</c>), before → after, who was
/// told, and Undo. What has no word is housekeeping and stays unsaid.
/// </summary>
internal sealed class ReceiptBuilder(WordBook book)
{
    /// <summary>The JSON of a text that was left empty.</summary>
    private const string EmptyText = "\"\"";

    /// <summary>The JSON of values that a new record starts with: nobody said them.</summary>
    private static readonly string[] Unsaid = [EmptyText, "0", "0.0", "false", "[]"];

    /// <summary>What a new record is called stands above its lines.</summary>
    private const string Headed = "Field.Deal.Name";

    /// <summary>Fields by which people know a record that is gone.</summary>
    private static readonly string[] Telling = ["Content", "Title", "Name"];

    private static readonly string[] First = ["Name", "Title", "Content", "NextStep", "Amount", "Stage"];

    public Reply Complete(Act act, Reply reply, IReadOnlyList<Change> changes, AuditEntry? entry)
    {
        if (reply.Conflict is { } conflict)
        {
            return reply with { View = conflict.View((change, field, before) => Value(act, change, field, before), key => book.In(WordBook.English).ContainsKey(key)) };
        }

        if (reply.Receipt is not { } receipt)
        {
            return reply;
        }

        // What somebody orders twice is no second change.
        if (receipt.Note is null && changes.Count > 0 && changes.All(c => c.Kind == ChangeKind.Changed && !Lines(act, c).Any()))
        {
            return reply with { View = new View(null, null, "Receipt.same"), Receipt = null, SaysSame = true };
        }

        // Of a record that is gone it is said what it was; the note counts all.
        var lines = Once([.. changes.Where(c => c.Kind != ChangeKind.Removed && !Area.All.Any(area => area.GoesAlong(act.Db, c))).SelectMany(c => Lines(act, c)).DistinctBy(l => (l.Label.Key, l.After))]);
        lines = [.. Gone(changes), .. lines];
        var copies = Copies(receipt, lines, reply.Notices);
        var told = reply.Notices.Concat(copies).Select(n => n.To).DistinctBy(p => p.Id).ToList();
        List<Button> buttons = [.. receipt.Buttons];
        if (entry?.UndoUntil is not null)
        {
            buttons.Add(new Button("Button.undo", "undo", new Language.Slots { ["entry"] = entry.Key }));
        }

        var data = new
        {
            Title = act.Frame.Corrects ? new Word("Receipt.corrected", receipt.Title) : receipt.Title,
            About = receipt.About ?? "",
            Lines = lines,
            Told = told.Count == 0 ? null : new Word("Receipt.told", told),
            receipt.Note,
            Buttons = buttons,
        };
        return reply with { View = reply.View with { Card = "receipt", Data = data }, Notices = [.. reply.Notices, .. copies] };
    }

    /// <summary>
    /// What one record says in the words, the day or the person of another is said once: a next step and its to-do, a new customer's owner and the deal's.
    /// The one that also tells what was before stays, else the first.
    /// </summary>
    private static List<Line> Once(List<Line> lines) =>
        [.. lines.Where((line, place) => line.After is not (string or Person or When or DateOnly or DateTimeOffset)
            || (!lines.Take(place).Any(l => Equals(l.After, line.After) && (line.Before is null || Equals(l.Before, line.Before)))
                && (line.Before is not null || !lines.Skip(place + 1).Any(l => Equals(l.After, line.After) && l.Before is not null))))];

    private static List<Notice> Copies(Receipt receipt, List<Line> lines, IReadOnlyList<Notice> others)
    {
        if (receipt.Copy is not { } copy || (lines.Count == 0 && !copy.IsNews))
        {
            return [];
        }

        var data = new { copy.Title, About = receipt.About ?? "", Lines = lines, Told = (Word?)null, Note = (Word?)null, Buttons = copy.Open is { } open ? [open] : Array.Empty<Button>() };
        return [.. copy.To.Where(p => !copy.IsNews || others.All(n => n.To.Id != p.Id)).Select(person => new Notice(person, new View("receipt", data, new Word("Receipt.copy", copy.Title, receipt.About))))];
    }

    /// <summary>What tells most comes first; a day and the time of it are one line.</summary>
    private IEnumerable<Line> Lines(Act act, Change change)
    {
        foreach (var field in change.Fields.OrderBy(f => Array.IndexOf(First, f.Field) is var place and >= 0 ? place : First.Length))
        {
            var key = $"Field.{change.Record}.{field.Field}";
            if (!book.In(WordBook.English).ContainsKey(key) || (change.Kind == ChangeKind.Added && (Unsaid.Contains(field.After, StringComparer.Ordinal) || key == Headed)) || Partner(change, field, "At", "On") is not null)
            {
                continue;
            }

            if (change.Kind == ChangeKind.Changed && HalfMoment(act, change, field) is { } moment)
            {
                yield return moment;
                continue;
            }

            var time = Partner(change, field, "On", "At");
            var before = change.Kind == ChangeKind.Added || field.Before is null or EmptyText ? null : At(Value(act, change, field, before: true), time?.Before);
            yield return new Line(key, before, At(Value(act, change, field, before: false), time?.After));
        }
    }

    /// <summary>What each record that was taken back is called: the words of a follow-up, the title of its to-do.</summary>
    private IEnumerable<Line> Gone(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes.Where(c => c.Kind == ChangeKind.Removed))
        {
            var told = change.Fields.Where(f => Telling.Contains(f.Field, StringComparer.Ordinal) && f.Before is not null and not EmptyText && book.In(WordBook.English).ContainsKey($"Field.{change.Record}.{f.Field}")).MinBy(f => Array.IndexOf(Telling, f.Field));
            if (told is not null && JsonSerializer.Deserialize<JsonElement>(told.Before!) is { ValueKind: JsonValueKind.String } value)
            {
                yield return new Line($"Field.{change.Record}.{told.Field}", value.GetString(), new Word("Undo.gone_now"));
            }
        }
    }

    /// <summary>The other half of a moment that is kept as day and time (<c>DueOn</c>, <c>DueAt</c>), if both changed.</summary>
    private static FieldChange? Partner(Change change, FieldChange field, string ending, string other) =>
        field.Field.EndsWith(ending, StringComparison.Ordinal) ? change.Fields.FirstOrDefault(f => f.Field == field.Field[..^ending.Length] + other) : null;

    /// <summary>Of a moment that is kept as day and time, only one changed: both are said. Null where there is no other half.</summary>
    private Line? HalfMoment(Act act, Change change, FieldChange field)
    {
        var (isDay, isTime) = (field.Field.EndsWith("On", StringComparison.Ordinal), field.Field.EndsWith("At", StringComparison.Ordinal));
        if ((!isDay && !isTime) || Partner(change, field, isDay ? "On" : "At", isDay ? "At" : "On") is not null || Entry(act, change) is not { } entry) return null;
        var other = entry.Properties.FirstOrDefault(property => property.Metadata.Name == field.Field[..^2] + (isDay ? "At" : "On"))?.CurrentValue;
        var label = $"Field.{change.Record}.{field.Field[..^2]}On";
        return (isDay, other) switch
        {
            (true, TimeOnly time) when field.After is not null => new Line(label, Day(field.Before) is { } before ? new When(before, time) : null, new When(Day(field.After)!.Value, time)),
            (false, DateOnly day) when field.After is not null => new Line(label, field.Before is null ? null : new When(day, JsonSerializer.Deserialize<TimeOnly>(field.Before)), new When(day, JsonSerializer.Deserialize<TimeOnly>(field.After))),
            _ => null,
        };

        static DateOnly? Day(string? json) => json is null ? null : JsonSerializer.Deserialize<DateOnly>(json);
    }

    private static object? At(object? day, string? time) =>
        day is DateOnly date && time is not null ? new When(date, JsonSerializer.Deserialize<TimeOnly>(time)) : day;

    private object? Value(Act act, Change change, FieldChange field, bool before)
    {
        if ((before ? field.Before : field.After) is not { } json)
        {
            return change.Kind == ChangeKind.Added ? null : new Word("Format.Cleared");
        }

        var value = JsonSerializer.Deserialize<JsonElement>(json);
        return field.Field switch
        {
            "Stage" => StageName.Of(value.GetString()!),
            "Title" when !before && Entry(act, change)?.Entity is { } titled && Area.All.Select(area => area.NameOf(titled)).FirstOrDefault(name => name is Word) is { } called => called,
            "Amount" or "Paid" => new Money(value.GetDecimal(), CurrencyOf(act, change, before)),
            "OwnerId" or "PersonId" or "SubmitterId" or "AssigneeId" => act.Org.Find(value.GetInt64()),
            _ when Entry(act, change)?.Property(field.Field).Metadata.ClrType is { } type && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names && value.ValueKind == JsonValueKind.Number => Enum.ToObject(names, value.GetInt32()),
            "Language" => new Word("Language." + value.GetString()),
            "Messenger" => MessengerName.Of(value.GetString()),
            "Method" => new Word("Method." + value.GetString()),
            // That of a wake-up is one of ours, that of any other to-do is what was said.
            "Outcome" when book.In(WordBook.English).ContainsKey("Outcome." + value.GetString()) => new Word("Outcome." + value.GetString()),
            _ when value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            _ when value.ValueKind == JsonValueKind.String && TimeOnly.TryParseExact(value.GetString(), "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) =>
                time.ToString("HH:mm", CultureInfo.InvariantCulture),
            _ when value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var moment) => moment,
            _ when value.ValueKind == JsonValueKind.String => value.GetString(),
            _ => value.ToString(),
        };
    }

    /// <summary>Its own; of what has none, like a payment, that of the record it belongs to.</summary>
    private static string CurrencyOf(Act act, Change change, bool before)
    {
        var currency = Entry(act, change) is { } entry ? OfRecord(entry) ?? entry.References.Select(r => r.TargetEntry).OfType<EntityEntry>().Select(OfRecord).FirstOrDefault(found => found is not null) : null;
        return (before ? currency?.OriginalValue : currency?.CurrentValue) as string ?? "CNY";
    }

    private static PropertyEntry? OfRecord(EntityEntry entry) => entry.Properties.FirstOrDefault(p => p.Metadata.Name == "Currency");

    private static EntityEntry<Record>? Entry(Act act, Change change) => act.Db.Tracked<Record>().FirstOrDefault(e => e.Entity.Key == change.Key);

    private sealed record Line(Word Label, object? Before, object? After);
}
