using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesBot.Data;
using SalesBot.Process;

namespace SalesBot.Server.Records;

/// <summary>Writes the whole database in the shape that <c>import</c> takes: every record of every kind, by key.</summary>
internal static class RecordsWriter
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> WriteAsync(SalesDb db, Stream to, DateTimeOffset now, CancellationToken stop)
    {
        var shapes = RecordShape.Of(db);
        var keys = await KeysAsync(db, shapes, stop);
        await using var json = new Utf8JsonWriter(to, Format);
        json.WriteStartObject();
        json.WriteString("now", now);
        var count = 0;
        foreach (var shape in shapes)
        {
            json.WriteStartArray(shape.Array);
            await foreach (var row in RowsAsync(db, shape, keys, stop))
            {
                row.WriteTo(json);
                count++;
            }

            json.WriteEndArray();
            await json.FlushAsync(stop);
        }

        json.WriteStartArray("stage_aliases");
        foreach (var alias in await db.StageAliases.AsNoTracking().OrderBy(a => a.Label).ToListAsync(stop))
        {
            JsonSerializer.Serialize(json, new StageAliasRow(alias.Label, alias.Stage), JsonSerializerOptions.Web);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return count;
    }

    /// <summary>The records of one kind as JSON objects, in the order in which they were made.</summary>
    public static async IAsyncEnumerable<JsonObject> RowsAsync(SalesDb db, RecordShape shape, IReadOnlyDictionary<(IEntityType, long), string> keys, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var record in Query(db, shape.Type).AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            var entry = db.Entry(record);
            yield return new JsonObject(shape.Fields.Select(f => KeyValuePair.Create(f.Name, f.Write(entry, keys))).Where(f => f.Value is not null));
            entry.State = EntityState.Detached;
        }
    }

    public static async Task<IReadOnlyDictionary<(IEntityType, long), string>> KeysAsync(SalesDb db, IEnumerable<RecordShape> shapes, CancellationToken stop)
    {
        var keys = new Dictionary<(IEntityType, long), string>();
        foreach (var shape in shapes)
        {
            await foreach (var record in Query(db, shape.Type).Select(r => new { r.Id, r.Key }).AsAsyncEnumerable().WithCancellation(stop))
            {
                keys[(shape.Type, record.Id)] = record.Key;
            }
        }

        return keys;
    }

    internal static IQueryable<Record> Query(SalesDb db, IEntityType type) =>
        (IQueryable<Record>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;

    internal sealed record StageAliasRow(string Label, string Stage)
    {
        public StageAlias ToAlias() => new() { Label = Label, Stage = Stage };
    }
}
