using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>
/// Takes an import back: everything that it added is removed, unless somebody worked with it since. Set by set, as an import may have added
/// a hundred thousand records.
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
        }

        return null;
    }

    public static async Task ApplyAsync(SalesDb db, IReadOnlyList<Change> changes, AuditEntry entry, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
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
            await db.People.Where(p => keys.Contains(p.Key)).ExecuteUpdateAsync(s => s.SetProperty(p => p.ManagerId, (long?)null), stop);
        }

        foreach (var keys in changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Key).Chunk(Chunk))
        {
            await db.People.Where(p => keys.Contains(p.Key)).ExecuteDeleteAsync(stop);
            await db.Teams.Where(t => keys.Contains(t.Key)).ExecuteDeleteAsync(stop);
        }

        entry.UndoneAt = now;
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
