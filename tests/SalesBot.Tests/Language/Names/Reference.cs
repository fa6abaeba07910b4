using System.Runtime.CompilerServices;
using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language.Names;

/// <summary>One line of <c>Companies/*.txt</c>: what is said, and whom it must be taken to mean.</summary>
internal sealed record Reference(string Expected, string Spoken, string Text)
{
    private static readonly string[] Slots = ["deal", "customer", "person", "owner", "lead"];

    public static IReadOnlyList<Reference> Load(string company) =>
        [.. File.ReadLines(Path.Combine(Folder(), company + ".txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    public static EntityIndex Index(string company, out IReadOnlyList<NamedRecord> records)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), company + ".json")));
        records = [.. EntitiesFile.Records(json.RootElement)];
        var index = new EntityIndex();
        foreach (var record in records) index.Upsert(record);
        return index;
    }

    /// <summary>Null when it was read right, else what was read instead.</summary>
    public string? Wrong(Frame frame, IReadOnlyList<NamedRecord> records)
    {
        var said = Said(frame, records);
        var right = Expected[0] == '?' ? AsksAmong(frame, records)
            : Expected == "none" ? frame.Clarify.Count == 0 && frame.Slots.Text("customer") is null && frame.Slots.Text("deal") is null
            : frame.Clarify.Count == 0 && Expected.Split(" + ").All(part => Holds(frame, part, records));
        return right ? null : $"{Text}  →  {said}, not {Expected}";
    }

    /// <summary>The record spoken of before, as the conversation remembers it.</summary>
    public Focus Focus(IReadOnlyList<NamedRecord> records) => records.FirstOrDefault(record => record.Name == Spoken) switch
    {
        { Kind: NamedKind.Deal } deal => new Focus { Deal = deal.Key, Customer = deal.Customer },
        { Kind: NamedKind.Customer } customer => new Focus { Customer = customer.Key },
        _ => new Focus(),
    };

    private static Reference Parse(string line)
    {
        var parts = line.Split(" | ", 2);
        var spoken = parts[1][0] == '@' ? parts[1][1..parts[1].IndexOf(": ", StringComparison.Ordinal)] : string.Empty;
        return new Reference(parts[0], spoken, spoken.Length == 0 ? parts[1] : parts[1][(spoken.Length + 3)..]);
    }

    private bool AsksAmong(Frame frame, IReadOnlyList<NamedRecord> records) =>
        frame.Clarify.Count > 1 && (Expected.Length < 3 || Names(frame.Clarify, records).Order(StringComparer.Ordinal).SequenceEqual(Expected[2..].Split(", ").Order(StringComparer.Ordinal), StringComparer.Ordinal));

    private static bool Holds(Frame frame, string part, IReadOnlyList<NamedRecord> records) => part switch
    {
        ['n', 'e', 'w', ' ', .. var name] => frame.Ref("customer") is null && frame.Ref("deal") is null && frame.Slots.Text("customer") == name,
        ['d', 'e', 'a', 'l', ' ', .. var name] => frame.Slots.Text("deal_name") == name && frame.Intent == "create_deal",
        _ => Slots.Any(slot => frame.Ref(slot) is { } key && records.First(record => record.Key == key).Name == part),
    };

    private static string Said(Frame frame, IReadOnlyList<NamedRecord> records) =>
        frame.Intent + (frame.Clarify.Count > 0 ? " ? " + string.Join(", ", Names(frame.Clarify, records)) : string.Empty)
        + string.Concat(frame.Slots.Where(slot => slot.Key is "deal_name" || Slots.Contains(slot.Key, StringComparer.Ordinal)).Select(slot => $" {slot.Key}={slot.Value}{(frame.Refs.ContainsKey(slot.Key) ? string.Empty : " (new)")}"));

    private static IEnumerable<string> Names(IEnumerable<string> keys, IReadOnlyList<NamedRecord> records) => keys.Select(key => records.First(record => record.Key == key).Name);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Companies");
}
