using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Server.Records;

namespace SalesBot.Server.Export;

/// <summary>What can be exported as a table: every kind of record, the pipeline by stage, and the audit trail.</summary>
internal static class Sheets
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["deals"] = "deals", ["customers"] = "customers", ["follow-ups"] = "follow_ups", ["tasks"] = "tasks", ["approvals"] = "approvals", ["contracts"] = "contracts", ["documents"] = "documents", ["people"] = "people", ["contacts"] = "contacts",
        ["tickets"] = "service_tickets", ["tags"] = "customer_tags", ["promises"] = "promises", ["risks"] = "risks", ["broadcasts"] = "broadcasts", ["broadcast-copies"] = "broadcast_copies", ["absences"] = "absences", ["pauses"] = "nudge_pauses",
    };

    public static IEnumerable<string> Names => Kinds.Keys.Concat(["pipeline", "audit", "process", "approval_flows", "split_rule", "customer_rule", "nudges", "all"]);

    public static async Task<Sheet?> FindAsync(SalesDb db, string what, CancellationToken stop)
    {
        if (what == "pipeline")
        {
            return new Sheet(what, ["stage", "currency", "deals", "amount"], PipelineAsync(db));
        }

        if (what == "audit")
        {
            return new Sheet(what, ["at", "person", "command", "refused", "undone_at", "changes", "hash", "sealed"], AuditAsync(db));
        }

        var shapes = RecordShape.Of(db);
        if (!Kinds.TryGetValue(what, out var array) || shapes.FirstOrDefault(s => s.Array == array) is not { } shape)
        {
            return null;
        }

        var keys = await RecordsWriter.KeysAsync(db, shapes, stop);
        var headers = shape.Fields.Select(f => f.Name).ToList();
        return new Sheet(what, headers, RowsAsync(RecordsWriter.RowsAsync(db, shape, keys, stop), headers));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(IAsyncEnumerable<JsonObject> records, List<string> headers)
    {
        await foreach (var record in records)
        {
            yield return [.. headers.Select(h => Plain(record[h]))];
        }
    }

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => string.Join("; ", list.Select(i => i?.ToString())),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<JsonElement>().GetDecimal(),
        _ => node.ToString(),
    };

    private static async IAsyncEnumerable<IReadOnlyList<object?>> PipelineAsync(SalesDb db)
    {
        var stages = db.Deals.Where(d => d.Status == DealStatus.Open).GroupBy(d => new { d.Stage, d.Currency })
            .Select(g => new { g.Key.Stage, g.Key.Currency, Count = g.Count(), Amount = g.Sum(d => d.Amount) });
        await foreach (var stage in stages.AsAsyncEnumerable())
        {
            yield return [stage.Stage, stage.Currency, stage.Count, stage.Amount];
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> AuditAsync(SalesDb db)
    {
        await foreach (var entry in db.Audit.AsNoTracking().Include(a => a.Person).OrderBy(a => a.Id).AsAsyncEnumerable())
        {
            yield return [entry.At.ToString("O"), entry.Person?.Name, entry.Command, entry.Refused ? "true" : "false", entry.UndoneAt?.ToString("O"), entry.Changes, entry.Hash, entry.Seal is null ? null : Trail.Text(entry)];
        }
    }
}
