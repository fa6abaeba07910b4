using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Server.Import;

namespace SalesBot.Server.Records;

/// <summary>
/// Takes an entities file (LABELS.md) or one of our own exports into the database: its ids stay the records' keys. Unknown members are ignored;
/// a member that cannot be read, or a reference to nobody, is a fault with its place, and then nothing may be saved.
/// </summary>
internal sealed class RecordsReader(SalesDb db, string file, Faults faults, ImportReport report, ImportChanges changes)
{
    private const string Source = "json/";
    private const string ContractsOf = "contracts";
    private readonly Dictionary<(Type, string), Record> known = [];
    private Dictionary<(string, string), ImportedRow> rows = [];

    public async Task ReadAsync(JsonObject content, DateTimeOffset now, CancellationToken stop)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        Normalise(content, now);
        rows = (await db.ImportedRows.Where(r => r.Source.StartsWith(Source)).ToListAsync(stop)).ToDictionary(r => (r.Source, r.Natural));
        var shapes = RecordShape.Of(db);
        foreach (var shape in shapes)
        {
            await foreach (var record in RecordsWriter.Query(db, shape.Type).AsAsyncEnumerable().WithCancellation(stop))
            {
                known[(shape.Type.ClrType, record.Key)] = record;
            }
        }

        foreach (var shape in shapes)
        {
            if (content[shape.Array] is not (null or JsonArray))
            {
                faults.Add(file, 0, shape.Array, "Import.no_list", shape.Array);
            }

            Take(shape, content[shape.Array] as JsonArray ?? [], now);
        }

        InvoicedTwice(content[ContractsOf] as JsonArray ?? []);

        await AliasesAsync(content, stop);
        db.ChangeTracker.DetectChanges();
    }

    /// <summary>An invoice's number is of one contract, of those in the file and those that are there.</summary>
    private void InvoicedTwice(JsonArray items)
    {
        var twice = known.Values.OfType<Contract>().Where(c => c.InvoiceNumber is not null).GroupBy(c => c.InvoiceNumber, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (number, index) in items.Select((item, i) => (Text((item as JsonObject)?["invoice_number"]), i)).Where(item => item.Item1 is not null && twice.Contains(item.Item1)))
        {
            faults.Add(file, index + 1, ContractsOf + ".invoice_number", "Import.invoice_twice", number!);
        }
    }

    private void Take(RecordShape shape, JsonArray items, DateTimeOffset now)
    {
        var fresh = new List<(Record Record, JsonObject Item, int Row)>();
        foreach (var (item, index) in items.Select((item, i) => (item as JsonObject, i)))
        {
            if (item is null || Text(item["id"]) is not { Length: > 0 and <= 64 } key)
            {
                faults.Add(file, index + 1, shape.Array + ".id", "Import.missing");
            }
            else if (IsNews(shape, item, key))
            {
                fresh.Add((Record(shape, key, now), item, index + 1));
            }
        }

        // References among the same kind (a person's manager) need all of them first.
        foreach (var (record, item, row) in fresh)
        {
            Fill(shape, record, item, row);
        }
    }

    private bool IsNews(RecordShape shape, JsonObject item, string key)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.ToJsonString())))[..32];
        var source = Source + shape.Array;
        if (!rows.TryGetValue((source, key), out var row))
        {
            row = new ImportedRow { Source = source, Natural = key, RecordKey = key };
            db.Add(row);
            rows[(source, key)] = row;
        }

        var changed = row.Hash != hash;
        row.Hash = hash;
        report.Count(shape.Array, !changed ? Outcome.Unchanged : known.ContainsKey((shape.Type.ClrType, key)) ? Outcome.Updated : Outcome.Added);
        return changed;
    }

    private Record Record(RecordShape shape, string key, DateTimeOffset now)
    {
        if (known.TryGetValue((shape.Type.ClrType, key), out var record))
        {
            return record;
        }

        record = (Record)Activator.CreateInstance(shape.Type.ClrType)!;
        (record.Key, record.CreatedAt) = (key, now);
        if (record is Deal deal)
        {
            deal.StageSince = now;
        }

        known[(shape.Type.ClrType, key)] = record;
        db.Add(record);
        changes.Added(record);
        return record;
    }

    private void Fill(RecordShape shape, Record record, JsonObject item, int row)
    {
        var entry = db.Entry(record);
        foreach (var field in shape.Fields.Where(f => f.Name != "id"))
        {
            var node = item[field.Name];
            if (field.Navigation is null ? item.ContainsKey(field.Name) && !field.Read(entry, node) : !Refer(entry, field, node))
            {
                faults.Add(file, row, $"{shape.Array}.{field.Name}", "Import.value", Text(node) ?? "");
            }
        }

        if (record is Deal deal)
        {
            // What a file says of an amount is what was last reviewed, unless it says otherwise (AL-02 counts from there).
            deal.ReviewedAmount ??= deal.Amount;
            deal.StageSince = item.ContainsKey("stage_since") || !(deal.LastActivityAt < deal.StageSince) ? deal.StageSince : deal.LastActivityAt.Value;
        }
    }

    private bool Refer(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry, RecordShape.Field field, JsonNode? node)
    {
        if (Text(node) is not { } key)
        {
            return !field.IsRequired || entry.Reference(field.Navigation!).CurrentValue is not null;
        }

        if (!known.TryGetValue((field.Navigation!.TargetEntityType.ClrType, key), out var target))
        {
            return false;
        }

        entry.Reference(field.Navigation).CurrentValue = target;
        return true;
    }

    private async Task AliasesAsync(JsonObject content, CancellationToken stop)
    {
        var labels = await db.StageAliases.Select(a => a.Label).ToListAsync(stop);
        db.AddRange((content["stage_aliases"] as JsonArray ?? []).Deserialize<List<RecordsWriter.StageAliasRow>>(JsonSerializerOptions.Web)!
            .Where(a => !labels.Contains(a.Label, StringComparer.OrdinalIgnoreCase)).Select(a => a.ToAlias()));
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    /// <summary>The short forms of a hand-written entities file, put as an export would write them.</summary>
    private static void Normalise(JsonObject content, DateTimeOffset now) => EntitiesShortForms.Expand(content, now);
}
