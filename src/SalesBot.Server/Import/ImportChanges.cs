using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>What an import adds and updates, saved in portions and written down as one act, so that <c>--undo</c> can take all of it back.</summary>
internal sealed class ImportChanges(SalesDb db)
{
    private readonly List<Change> changes = [];
    private readonly HashSet<string> fresh = new(StringComparer.Ordinal);
    private PeoplesEdits? edits;

    public void Added(Record record)
    {
        fresh.Add(record.Key);
        changes.Add(new Change(ChangeKind.Added, record.GetType().Name, record.Key, []));
    }

    /// <summary>Changes that the caller saves itself.</summary>
    public void Keep(IEnumerable<Change> own) => changes.AddRange(own);

    /// <summary>Saves what was done so far, but for what people edited themselves.</summary>
    public async Task SaveAsync(CancellationToken stop)
    {
        db.ChangeTracker.DetectChanges();
        var updated = db.ChangeTracker.Entries<Record>().Where(e => e.State == EntityState.Modified && !fresh.Contains(e.Entity.Key)).ToList();
        if (updated.Count > 0)
        {
            edits ??= await PeoplesEdits.LoadAsync(db, stop);
            updated.ForEach(edits.Keep);
        }

        // A new customer or owner gets the number that fields refer to only by the save.
        var before = updated.Where(e => e.State == EntityState.Modified)
            .Select(e => (Entry: e, Fields: e.Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Record.Version)).Select(p => (Property: p, Before: ChangeLog.Text(p.OriginalValue))).ToList())).ToList();
        await db.SaveChangesAsync(stop);
        changes.AddRange(before.Select(e => Changed(e.Entry, e.Fields)).Where(c => c.Fields.Count > 0));
    }

    /// <summary>The audit entry, under the id that the report names; none when nothing was changed.</summary>
    public async Task EnterAsync(ImportReport report, DateTimeOffset now, CancellationToken stop)
    {
        if (edits is { Kept: > 0 and var kept })
        {
            report.Remarks.Add(new Word("Import.kept", kept));
        }

        if (report.Changed == 0)
        {
            return;
        }

        report.Id = Keys.New('I');
        db.Audit.Add(new AuditEntry { Key = report.Id, At = now, Command = "import", Changes = ChangeLog.ToJson(changes), UndoUntil = now.AddDays(30) });
        await db.SaveChangesAsync(stop);
    }

    private static Change Changed(EntityEntry<Record> entry, List<(PropertyEntry Property, string? Before)> fields) => new(
        ChangeKind.Changed, entry.Metadata.ClrType.Name, entry.Entity.Key,
        [.. fields.Select(f => new FieldChange(f.Property.Metadata.Name, f.Before, ChangeLog.Text(f.Property.CurrentValue))).Where(f => f.Before != f.After)]);
}
