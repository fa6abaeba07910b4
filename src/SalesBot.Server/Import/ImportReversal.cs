using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Process;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>
/// Takes an import back: everything that it added is removed, unless somebody worked with it since, and what it updated is put back where nobody
/// changed it since. Additions set by set, as an import may have added a hundred thousand records.
/// </summary>
internal static class ImportReversal
{
    private const int Chunk = 500;

    /// <summary>Null when nothing stands in the way, else what does.</summary>
    public static async Task<Word?> ObstacleAsync(SalesDb db, IReadOnlyList<Change> changes, CancellationToken stop)
    {
        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Key).Chunk(Chunk))
        {
            if (await db.Deals.Where(d => keys.Contains(d.Key) && d.Version > 1).Select(d => d.Name).FirstOrDefaultAsync(stop) is { } deal)
            {
                return new Word("Import.undo_changed", deal);
            }

            if (await db.FollowUps.Where(f => keys.Contains(f.Deal!.Key) || keys.Contains(f.Customer!.Key) || keys.Contains(f.Author.Key)).Select(f => f.Content).FirstOrDefaultAsync(stop) is { } note)
            {
                return new Word("Import.undo_changed", note);
            }

            if (await db.Todos.AsNoTracking().Where(t => keys.Contains(t.Deal!.Key) || keys.Contains(t.Customer!.Key) || keys.Contains(t.Owner.Key)).FirstOrDefaultAsync(stop) is { } todo)
            {
                return new Word("Import.undo_changed", todo.Called());
            }
        }

        return await ProcessObstacleAsync(db, changes, stop);
    }

    /// <summary>A process that was built on since stays; and so does one in whose stages deals stand that the process before lacks.</summary>
    private static async Task<Word?> ProcessObstacleAsync(SalesDb db, IReadOnlyList<Change> changes, CancellationToken stop)
    {
        var added = changes.Where(c => c is { Kind: ChangeKind.Added, Record: nameof(Definition) }).Select(c => c.Key).ToList();
        var versions = await db.Definitions.AsNoTracking().Where(d => d.Name == SalesProcess.Name).OrderByDescending(d => d.Number).ToListAsync(stop);
        if (!versions.Exists(v => added.Contains(v.Key, StringComparer.Ordinal)))
        {
            return null;
        }

        if (!added.Contains(versions[0].Key, StringComparer.Ordinal))
        {
            return new Word("Import.undo_process", versions[0].Number);
        }

        var before = versions.Find(v => !added.Contains(v.Key, StringComparer.Ordinal)) is { } last ? ProcessFile.Read(last.Content).Process ?? SalesProcess.Shipped : SalesProcess.Shipped;
        var known = before.Stages.Select(s => s.Id).ToList();
        var back = changes.Where(c => c is { Kind: ChangeKind.Changed, Record: nameof(Deal) }).SelectMany(c => c.Fields.Where(f => f.Field == nameof(Deal.Stage)).Select(f => (c.Key, f.After))).ToHashSet();
        var stuck = (await db.Deals.AsNoTracking().Where(d => d.Status == DealStatus.Open && !known.Contains(d.Stage)).Select(d => new { d.Key, d.Name, d.Stage }).ToListAsync(stop))
            .Find(d => !back.Contains((d.Key, ChangeLog.Text(d.Stage))));
        return stuck is null ? null : new Word("Import.undo_stage", stuck.Name, stuck.Stage);
    }

    /// <summary>Returns how many updates stay because somebody changed the same since.</summary>
    public static async Task<int> ApplyAsync(SalesDb db, IReadOnlyList<Change> changes, AuditEntry entry, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var stay = 0;
        foreach (var change in changes.Where(c => c.Kind == ChangeKind.Changed))
        {
            stay += await Reversal.PutBackUntouchedAsync(db, change, PeoplesEdits.Group, stop);
        }

        await db.SaveChangesAsync(stop);
        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Changed).Select(c => c.Key).Chunk(Chunk))
        {
            // So that the same row may be imported again.
            await db.ImportedRows.Where(r => keys.Contains(r.RecordKey)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Hash, ""), stop);
        }

        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Key).Chunk(Chunk))
        {
            await db.StageChanges.Where(s => keys.Contains(s.Deal.Key) || keys.Contains(s.Key)).ExecuteDeleteAsync(stop);
            await db.Deals.Where(d => keys.Contains(d.Key)).ExecuteDeleteAsync(stop);
            await db.ImportedRows.Where(r => keys.Contains(r.RecordKey)).ExecuteDeleteAsync(stop);
        }

        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Key).Chunk(Chunk))
        {
            await db.Contacts.Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(stop);
            await db.CustomerTags.Where(t => keys.Contains(t.Customer.Key)).ExecuteDeleteAsync(stop);
            await db.GradeChanges.Where(g => keys.Contains(g.Customer.Key)).ExecuteDeleteAsync(stop);
            await db.OwnerChanges.Where(o => keys.Contains(o.Customer.Key)).ExecuteDeleteAsync(stop);
            await db.Customers.Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(stop);
            await db.Products.Where(p => keys.Contains(p.Key)).ExecuteDeleteAsync(stop);
            await db.Definitions.Where(d => keys.Contains(d.Key)).ExecuteDeleteAsync(stop);
            await db.People.Where(p => keys.Contains(p.Key)).ExecuteUpdateAsync(s => s.SetProperty(p => p.ManagerId, (long?)null), stop);
        }

        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Key).Chunk(Chunk))
        {
            await LeaveAsync(db, keys, stop);
            await db.Teams.Where(t => keys.Contains(t.Key) && !db.People.Any(p => p.TeamId == t.Id)).ExecuteDeleteAsync(stop);
        }

        entry.UndoneAt = now;
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return stay;
    }

    /// <summary>Removes these people; who was told something meanwhile, or has something else, has left the company instead.</summary>
    private static async Task LeaveAsync(SalesDb db, string[] keys, CancellationToken stop)
    {
        foreach (var person in await db.People.Where(p => keys.Contains(p.Key)).ToListAsync(stop))
        {
            if (await Dependents.AnyAsync(db, db.Entry(person), stop))
            {
                person.Active = false;
            }
            else
            {
                db.Remove(person);
            }
        }

        await db.SaveChangesAsync(stop);
    }
}
