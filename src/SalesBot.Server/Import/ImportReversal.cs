using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
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

        return null;
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
            await db.StageChanges.Where(s => keys.Contains(s.Deal.Key)).ExecuteDeleteAsync(stop);
            await db.Deals.Where(d => keys.Contains(d.Key)).ExecuteDeleteAsync(stop);
            await db.ImportedRows.Where(r => keys.Contains(r.RecordKey)).ExecuteDeleteAsync(stop);
        }

        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Key).Chunk(Chunk))
        {
            await db.Contacts.Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(stop);
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
