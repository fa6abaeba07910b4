using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace SalesBot.Data;

/// <summary>
/// The audit trail as a chain: each entry is sealed, soon after it was written, with the hash of the one before, so that an entry that is changed,
/// slipped in or taken out afterwards shows. A hash is SHA-256 over the hash before it (nothing for the first), a line feed and the entry's
/// <see cref="Text"/>, which an export holds too: anybody can follow the chain without this program.
/// </summary>
internal static class Trail
{
    /// <summary>The <see cref="Setting"/> that keeps the last seal, so that entries cut off at the end are missed.</summary>
    public const string Anchor = "trail/anchor";

    private const int AtOnce = 1000;

    /// <summary>Seals what was written since; returns how many. Of two nodes that seal at once one fails on the unique seal and saves nothing.</summary>
    public static async Task<int> SealAsync(SalesDb db, CancellationToken cancellationToken)
    {
        var last = await db.Audit.AsNoTracking().Where(a => a.Seal != null).OrderByDescending(a => a.Seal).Select(a => new { a.Seal, a.Hash }).FirstOrDefaultAsync(cancellationToken);
        var (seal, hash) = (last?.Seal ?? 0, last?.Hash ?? "");
        var entries = await db.Audit.Include(a => a.Person).Where(a => a.Seal == null).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            entry.Seal = ++seal;
            entry.Hash = hash = Hash(hash, Text(entry));
        }

        if (entries.Count > 0)
        {
            await KeepAsync(db, $"{seal} {hash}", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return entries.Count;
    }

    /// <summary>Follows the whole chain.</summary>
    public static async Task<TrailStanding> VerifyAsync(SalesDb db, CancellationToken cancellationToken)
    {
        // Read first: what is sealed meanwhile is only more.
        var kept = await db.Settings.AsNoTracking().Where(s => s.Name == Anchor).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
        var passed = kept is null;
        var (seal, hash) = (0L, "");
        await foreach (var entry in db.Audit.AsNoTracking().Include(a => a.Person).Where(a => a.Seal != null).OrderBy(a => a.Seal).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            hash = Hash(hash, Text(entry));
            if (entry.Seal != ++seal || entry.Hash != hash)
            {
                return new TrailStanding(seal - 1, "", seal, entry.At);
            }

            passed |= kept == $"{seal} {hash}";
        }

        return passed && (kept is not null || seal == 0) ? new TrailStanding(seal, hash, null, null) : new TrailStanding(seal, hash, seal + 1, null);
    }

    /// <summary>What is sealed of an entry, as a JSON list: seal, key, moment in UTC, person's key, command, changes, who was told, refused, end of undo. That it was undone later is an entry of its own.</summary>
    public static string Text(AuditEntry entry) =>
        JsonSerializer.Serialize(new object?[] { entry.Seal, entry.Key, Moment(entry.At), entry.Person?.Key, entry.Command, entry.Changes, entry.Told, entry.Refused, entry.UndoUntil is { } until ? Moment(until) : null }, JsonSerializerOptions.Web);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Hash(string before, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + text)));

    private static async Task KeepAsync(SalesDb db, string value, CancellationToken cancellationToken)
    {
        if (await db.Settings.FirstOrDefaultAsync(s => s.Name == Anchor, cancellationToken) is { } setting)
        {
            setting.Value = value;
        }
        else
        {
            db.Settings.Add(new Setting { Name = Anchor, Value = value });
        }
    }
}

/// <summary>How the chain stands.</summary>
/// <param name="Sealed">Entries that follow from each other, from the first.</param>
/// <param name="Hash">The last one's hash, to be compared with one that was written down elsewhere; empty where the chain is broken.</param>
/// <param name="BrokenAt">The first seal that does not follow, or is missing at the end; null for a whole chain.</param>
/// <param name="Moment">When that entry says that it was written; null where it is missing.</param>
internal sealed record TrailStanding(long Sealed, string Hash, long? BrokenAt, DateTimeOffset? Moment);
